import { ACTS, RELIEFS, WORKS } from '../../../lexicon/data/acts.js';
import { alternation } from '../../../lexicon/vocabulary.js';
import { type DeadlineRule, isUndated, period } from '../rule.js';

/** Of 可 the words that only begin with it are left out: 可再生, 可持续. */
const RELIEF = new RegExp(
  `(?!允许类)(?:${alternation(RELIEFS)})|可(?!以?(?:完成|实现|看|达|见)|[网办查再持能靠视控行追研知观循见信比操复])|按[^，。；]{0,8}\\d+%|按照?[^，。；]{1,24}(?:标准|比例|费率|税率|计算|计征|征收|收取|执行|计入)(?!完成|建设|改造|开展|推进|实施|整改|落实|配备|配置|编制)|执行[^，。；]{0,16}(?:标准|价格|费率|利率|税率|优惠)|(?:实行|推行)[^，。；]{0,24}政策|降低[^，。；]{0,16}(?:标准|比例|门槛|费率|利率|租金|收费)`,
);
/** Work that is finished, whatever relief comes behind it: 完成补贴发放, 出台…给予补贴的办法. */
const WORK = new RegExp(alternation(WORKS));
/** A result before a relief that is spoken of: 余额突破300亿元，平均担保费率…. */
const RESULT = /^(?!对)[^，。；的]{0,20}(?:突破|降至|增至)\d[^，。；的]{0,12}(?:[，。；]|$)/;
/** Verbs that open a sentence that sets work, whatever comes behind. */
const OPENS_ACT = new RegExp(
  `^[，,]?(?:力争|确保|争取|要|须|应当?|再|重点|大力|进一步|持续|积极|加快|稳步|逐步|有序|分批|累计|至少|原则上|同步|统一|及时|按时|全面|全部|基本|各[^，。；]{1,12}(?:要|应)|由[^，。；]{2,14})*(?:(?:支持|补贴|奖励|补助)\\d|减免[^，。；]{0,16}\\d[\\d.]*[万亿]|${alternation(
    ACTS.filter(
      ({ word }) =>
        word.length > 1 && !/^(?:全|各|每|延长|投资|支持|使用|采取|保持|纳入|办理|申请)/.test(word),
    ),
  )})`,
);
const OPENS_RELIEF = /^[，,](?:对|凡|继续|免|减|给予|可)/;
const FOR_THOSE = /^[，,][^，。；]{2,60}的(?:（[^（）]{0,40}）)?[，,]/;
/** 允许参保单位在2023年底前补缴, 可在6月底前提出. */
const RIGHT_BEFORE = /(?:允许|可|可以|准予)[^，。；]{0,16}?(?:[在于至到]|延至)?$/;

export const relief: DeadlineRule = {
  id: 'deadline.relief',
  summary: 'A right, a relief or a rule that holds until a day, or in a quarter or year.',
  example: '【2027年12月31日前】，小规模纳税人减按1%征收率征收增值税。',
  read({ time, lead, after: sentence, opensClause }) {
    // 逾期不再受理 tells what comes of it; 2020年是…之年 tells what the year is.
    const after = sentence.replace(/[，,](?:逾期|过期).*$/, '');
    if (time.bound === null && time.unit === 'year' && /^[，,]?[是为]/.test(after)) return null;
    if (isUndated(time) || time.kind === 'recurring' || time.bound === 'range') return null;
    // 截至2025年12月31日，对出售自有住房的纳税人予以退税优惠
    if (/^截/.test(time.raw) && opensClause && OPENS_RELIEF.test(after) && RELIEF.test(after))
      return period(null, time.to);
    // 申请时间截至6月30日，逾期不再受理
    if (/^截/.test(time.raw) || (/^[到至]/.test(time.raw) && !/[间止前内日号]$/.test(time.raw)))
      return null;
    const limit = time.kind === 'by';
    if (!limit && !(time.kind === 'period' && time.bound === null)) return null;
    if (!limit && !opensClause) return null;
    if (!holds(lead, after, opensClause)) return null;
    return period(limit ? null : time.from, time.to);
  },
};

/** Whether what the time governs is a relief: its words come before those of an act. */
function holds(lead: string, after: string, opensClause: boolean): boolean {
  if (RIGHT_BEFORE.test(lead)) return true;
  // 对符合条件的企业在年底前给予补贴
  if (!opensClause && !/^[，,]/.test(after)) return RELIEF.exec(after.slice(0, 24))?.index === 0;
  if (OPENS_ACT.test(after) || RESULT.test(after)) return false;
  // 2023年12月31日前，购买首套新建住房的，贷款额度上浮: whom it is for opens the sentence
  if (FOR_THOSE.test(after)) return true;
  const right = RELIEF.exec(after)?.index ?? Number.POSITIVE_INFINITY;
  const work = WORK.exec(after)?.index ?? Number.POSITIVE_INFINITY;
  return right < work;
}
