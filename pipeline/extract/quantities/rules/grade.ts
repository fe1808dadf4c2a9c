import { type QuantityRule, REFERENCE } from '../rule.js';

const GRADE_UNIT = /^[级星档]/;
const FEW = /^[一二两三四五六七八九十\d]{1,2}$/;
/** 二套住房, 三类人员, 一期工程, 两轮: which one, not how many. */
const WHICH = new Set([
  '套',
  '类',
  '期',
  '轮',
  '届',
  '代',
  '线',
  '层',
  '环',
  '次',
  '批',
  '等',
  '档',
  '孩',
]);
const NUMBERED = new Set(['期', '届', '代', '线', '环']);
const OF_CLASS = /^级(?!别|数)/;
const HAN = /^[一二两三四五六七八九十]/;
const NAMED_BY_PLACE =
  /^(?:及以上)?的?(?:住房|房|自住|改善|商品|个人|家庭|工程|项目|建设|用地|人员|地区|城市|区域|土地|居民|污染|水质|标准|资质|保护|水源|市场|医院|公路|联动|平台|企业|以上|及|学校|林|管网)/;
const COUNTED =
  /(?:新增|新建|建成|打造|培育|开展|举办|组织|推出|设立|完成|实施|发放|筹集|供应|提供|至少|不少于|不低于|达到|分|每[年月季度]+)$/;

/** Grades and ordinals without 第: 三级公路, 二套住房, 一期工程. */
export const grade: QuantityRule = {
  id: 'quantity.grade',
  summary: 'A grade or an ordinal without 第 is part of a name: 三级公路, 二套住房, 500强.',
  example: '建成乡镇通【三级及以上】公路',
  read({ quantity, text, before, after, compared }) {
    const unit = quantity.unit ?? '';
    const written = text.slice(quantity.amountStart, quantity.amountEnd);
    if (/^强/.test(after)) return REFERENCE;
    // 百万吨级示范, 30万吨级航道: of what size a thing is.
    if (OF_CLASS.test(after) && quantity.op === null) return REFERENCE;
    if (
      GRADE_UNIT.test(unit) ||
      /国$/.test(before) ||
      (NUMBERED.has(unit) && HAN.test(written) && !COUNTED.test(before + compared))
    )
      return REFERENCE;
    if (!WHICH.has(unit) || !FEW.test(written.slice(0, -1)) || /^\d/.test(written)) return null;
    if (COUNTED.test(before + compared)) return null;
    if (unit === '套')
      return /^(?:及以上|（含）以上)?(?:$|[）、])|^(?:及以上)?的?(?:住房|房|自住|改善|商品|个人|家庭|住宅|普通|公积金)/.test(
        text.slice(quantity.amountEnd),
      ) || /首套|住房/.test(before)
        ? REFERENCE
        : null;
    return NAMED_BY_PLACE.test(after) || /^[、，]?(?:[一二三四五六]|首)[套类期]/.test(after)
      ? REFERENCE
      : null;
  },
};
