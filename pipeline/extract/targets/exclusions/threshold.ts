import type { Mention } from '../mention.js';

const CONDITION =
  /(?:^|[，。；、])(?:对于?|凡是?|凡属|若|如果?|属于|针对|符合|其中被|经|当|年满|具有|具备|满足|上一?年度|连续)/;
const ADJACENT_VERB =
  /(?:培育|建成|建设|打造|新增|新建|创建|形成|推出|引进|发展|支持|设立|组织|举办|遴选|优选|认定)(?:至少|约|近)?$/;
/** 超过30%的企业, 100万元以上且..., 以上部分. */
const MODIFIES =
  /^(?:（[^）]*）)?(?:的(?!目标|水平|比例|要求|任务|企业[，。；]|速度|增长|概率)|部分|标准|限制|限额|上限|下限|门槛|但|且|或者?|时[，,])/;
const BELOW = /(?:以下|之下)$/;

/** Who or what a rule applies to: 对月销售额10万元以下的, 投资额超过2000万元的企业, （400万元以上）. */
export function isThreshold({ text, quantity, before, after, sentenceBefore }: Mention): boolean {
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
  if (/的$/.test(after)) return true;
  const conditional = CONDITION.test(before) || CONDITION.test(lastClauses(sentenceBefore));
  return conditional && after.includes('的');
}

/** The clauses before the quantity's own that a condition can open. */
function lastClauses(sentenceBefore: string): string {
  return sentenceBefore.slice(-60);
}
