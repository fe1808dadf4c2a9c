import { ACHIEVEMENT_VERBS } from '../achievement-verbs.js';
import type { Mention } from '../mention.js';

const CONDITION =
  /(?:^|[，。；、])(?:对于?|凡是?|凡属|若|如果?|属于|针对|符合|其中被|经|当|年满|具有|具备|满足|上一?年度|连续)/;
const ADJACENT_VERB =
  /(?:至少[一-鿿]{0,6}|培育|建成|建设|建立|组建|打造|新增|新建|创建|形成|推出|引进|发展|支持|设立|组织|举办|遴选|优选|认定)(?:至少|约|近)?$/;
/** 超过30%的企业, 100万元以上且..., 以上部分. */
const MODIFIES =
  /^(?:（[^）]*）)?(?:的(?!目标|水平|比例|要求|任务|企业[，。；]|速度|增长|概率)|部分|基础上|标准|限制|限额|上限|下限|门槛|但|且|或者?|时[，,])/;
const BELOW = /(?:以下|之下)$/;

/** Who or what a rule applies to: 对月销售额10万元以下的, 投资额超过2000万元的企业, （400万元以上）. */
export function isThreshold(mention: Mention): boolean {
  const { text, quantity, before, after, sentenceBefore } = mention;
  if (CASE.test(text.slice(quantity.end, quantity.end + 40))) return true;
  if (ALTERNATIVE.test(before) || SIZED_AND_COUNTED.test(after)) return true;
  const raw = text.slice(quantity.amountEnd, quantity.end);
  if (
    BELOW.test(raw) &&
    !/(?:控制|降|压|保持|缩)/.test(before + text.slice(quantity.start, quantity.amountStart))
  )
    return true;
  if (text[quantity.start - 1] === '（' && text[quantity.end] === '）') return true;
  const adjacent = ADJACENT_VERB.test(before);
  if (MODIFIES.test(after) && !adjacent) return true;
  if (adjacent) return false;
  if (isAttribute(mention)) return true;
  if (/的$/.test(after)) return true;
  if (FURTHER_CONDITION.test(text.slice(quantity.end, quantity.end + 3)) && CASE_OPENS.test(before))
    return true;
  const conditional = CONDITION.test(before) || CONDITION.test(lastClauses(sentenceBefore));
  return conditional && after.includes('的');
}

/** 人数达到25%并签订合同的，: a case that a rule provides for. */
const CASE = /^[^，。；]{0,38}的，/;
/** 对建设面积2000平方米以上，且…的自建海外仓: the case goes on in the next clause. */
const FURTHER_CONDITION = /^，?(?:并?且|或者?)/;
const CASE_OPENS = /^(?:对于?|凡是?|符合|具备|满足)/;
/** 3名或3名以上. */
const ALTERNATIVE = /或者?$/;
/** 超百亿元产值企业5家, 1000万元以上企业超过50家: the size of what is counted after it. */
const SIZED_AND_COUNTED =
  /^[一-鿿]{1,16}?(?:达到|达|超过|超|不少于|约)?\d[\d.]*万?(?:家|个|户|项|名|人|座|处)/;

/** 9座以上新能源载客车, 200米以内电力接入工程: a size before a noun, with no verb that brings it about. */
function isAttribute({ quantity, text, before, after, listed, sentenceBefore }: Mention): boolean {
  if (quantity.kind === 'share' || quantity.kind === 'time' || quantity.kind === null) return false;
  if (quantity.start !== quantity.amountStart || quantity.amountEnd === quantity.end) return false;
  if (!/^[一-鿿“]/.test(after)) return false;
  if (listed !== null && before === '' && ACHIEVED.test(sentenceBefore.slice(-60))) return false;
  if (quantity.kind === 'count' && BRINGS_ABOUT.test(before)) return false;
  return !ENDS_IN_VERB.test(text.slice(Math.max(0, quantity.start - 6), quantity.start));
}

/** 新增备案2000项以上专利密集型产品: a verb of achievement somewhere before a count. */
const BRINGS_ABOUT = /(?:新增|培育|建成|打造|完成|实现|推出|新建|开展|举办)[^的对在]{0,12}$/;

/** The verb of a list's first item, in the clause that the list stands in. */
const ACHIEVED = new RegExp(`(?:${ACHIEVEMENT_VERBS.join('|')}|达到?)[^，。；]*$`);

const ENDS_IN_VERB =
  /(?:增|建|育|成|造|持|现|动|立|织|进|办|聚|创|推|授予|选|定|训|引|展|布|备|放|开|设|托|达|供|加|收|布局|组建|征集|取|化|组|补|装|安排|梳理|举行|至少|送|写|交|荐|实|派|配)(?:了|各|约)?$/;

/** The clauses before the quantity's own that a condition can open. */
function lastClauses(sentenceBefore: string): string {
  return sentenceBefore.slice(-60);
}
