import { parameter, type QuantityRule } from '../rule.js';
import { VERBS } from '../words.js';

const NORM =
  /(?:电力容量|安装条件|充电设施建成|容积率|建筑密度|绿地率|配建|配置标准|分值|权重|评分|加分|计分|合计占比|层高|车位(?:比|配)|投资强度|亩均税收|单位能耗标准|(?<!(?:锻炼|合格以上|达标|参与|签约|体检|培训|持证)的?)人数比例|计容|宽度|间距|限高|(?<!利用|使用|有效)系数|占规划容积|装配率)/;
/** 产业用房最小分割面积. */
const PARTED = /分割(?:转让)?[^，。；]{0,8}面积/;
const EACH_HAS = /按每(?![年月季])[^，。；\d]{1,10}$/;
const SIZE =
  /(?:高度|宽度|长度|间距|面积|进深|层高|占地|高)(?:不超过[^，。；\d]*的)?[^，。；\d]{0,4}$/;
/** 新建游园5个，每个面积不少于4000平方米. */
const SIZE_OF_EACH =
  /^(?:每|单)[个座处所家块条片间套](?:[一-鿿]{0,4})?(?:面积|长度|规模|高度|宽度|容积|库容)(?:均|都|要|应)?$/;
/** 应用高度不应超过100米: a rule of technique. */
const OUGHT_NOT = /不[应宜][^，。；\d]{0,4}$/;
/** 评审专家不少于5人: how a panel is made up. */
const PANEL =
  /(?:专家|评委|评审(?:小组|组)|检查组|核查组|工作组|成员|委员|执法人员|值班人员)(?:人数)?$/;
/** 引进专家: they are to come. */
const GATHERED = new RegExp(`(?:${VERBS})[^，。；]{0,6}$`);
const HEADS = new Set(['人', '名', '位']);
const TARGETED = /(?:平均|提高|提升|降低|下降|新增|增长)/;

/** Sizes and weights that a standard or a planning condition fixes. */
export const norm: QuantityRule = {
  id: 'quantity.norm',
  summary: 'A size, ratio or weight that a standard or a planning condition fixes.',
  example: '按每套（户）【不低于2个】配建',
  read(mention) {
    const { quantity, clauseBefore, after, leadIn } = mention;
    if (quantity.kind === 'time' || quantity.op === 'increase' || quantity.op === 'decrease')
      return null;
    if (quantity.kind === 'physical' && quantity.op !== null && SIZE_OF_EACH.test(mention.before))
      return parameter(mention);
    if (EACH_HAS.test(clauseBefore) || (quantity.op !== null && PARTED.test(clauseBefore)))
      return parameter(mention);
    if (quantity.kind === 'physical' && OUGHT_NOT.test(clauseBefore + mention.compared))
      return parameter(mention);
    if (
      quantity.op === '>=' &&
      HEADS.has(quantity.unit ?? '') &&
      PANEL.test(mention.before) &&
      !GATHERED.test(mention.before)
    )
      return parameter(mention);
    if (quantity.kind === 'physical' && quantity.op !== null && /^的标准/.test(after))
      return parameter(mention);
    if (/到20\d\d年|到规划期末|力争|目标/.test(leadIn.slice(-30) + clauseBefore)) return null;
    const words = clauseBefore.slice(-30) + after.slice(0, 12);
    if (NORM.test(words) && !TARGETED.test(words)) return parameter(mention);
    if (
      (quantity.kind === 'physical' || quantity.kind === 'share') &&
      quantity.op === '<=' &&
      SIZE.test(clauseBefore) &&
      // 自动站平均间距不超过7公里: what a net of stations is to come to.
      !/平均/.test(clauseBefore)
    )
      return parameter(mention);
    return quantity.kind === 'share' &&
      /占比|比例/.test(clauseBefore) &&
      /权重|分值/.test(leadIn.slice(-60))
      ? parameter(mention)
      : null;
  },
};
