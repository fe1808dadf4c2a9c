import type { At } from '../../../schemas/at.js';
import type { TargetOperator } from '../../../schemas/target.js';
import type { Passage } from '../../model/passage.js';
import { type Quantity, readQuantities } from '../../values/quantities/index.js';
import { byOf, type TargetContext } from './by.js';
import { EVIDENCE } from './evidence/index.js';
import { EXCLUSIONS } from './exclusions/index.js';
import { indicatorOf } from './indicator/index.js';
import { type Mention, mentionsOf } from './mention.js';

export type { TargetContext } from './by.js';

/** A target as read, before it belongs to a task or document. */
export interface TargetDraft {
  readonly indicator: string;
  readonly op: TargetOperator;
  readonly value: number;
  readonly unit: string | null;
  readonly by: string | null;
  readonly raw: string;
  readonly at: At;
  /** Offsets in the passage. */
  readonly start: number;
  readonly end: number;
}

/**
 * The numbers of a passage of running text that are to be reached: 查验无陪同比例达到70%以上,
 * 推出100项体育精品赛事, 压缩至3个工作日内. Parameters of a policy, thresholds, descriptions and
 * slogans are none.
 */
export function readTargets(passage: Passage, context: TargetContext): TargetDraft[] {
  const quantities = readQuantities(passage.reading);
  if (quantities.length === 0) return [];
  const targets: TargetDraft[] = [];
  let last: { quantity: Quantity; op: TargetOperator } | null = null;
  for (const mention of mentionsOf(passage.reading, quantities)) {
    const op = operatorOf(mention, last);
    if (op === null) continue;
    const { quantity } = mention;
    last = { quantity, op };
    const indicator = indicatorOf(mention, indicatorBefore(targets, mention));
    targets.push({
      indicator,
      // 办理周期压减率5%以上: the thing that is measured is itself a fall.
      op: op === '>=' && FALL.test(indicator) ? 'decrease' : op,
      value: quantity.value,
      unit: quantity.unit,
      by: byOf(mention, context),
      ...passage.grounding(quantity.start, quantity.end),
      start: quantity.start,
      end: quantity.end,
    });
  }
  return targets;
}

const FALL = /(?:下降|降低|压减|缩短|减少)(?:比例|率|幅度)$|降幅$/;

/** Why a number is left out, or how it is compared; for looking into the rules. */
export function judge(mention: Mention): TargetOperator | string | null {
  const op = evidenceOf(mention);
  if (op === null) return null;
  return EXCLUSIONS.find(([, excludes]) => excludes(mention))?.[0] ?? op;
}

function operatorOf(
  mention: Mention,
  last: { quantity: Quantity; op: TargetOperator } | null,
): TargetOperator | null {
  // 分别达到65%和55%: what holds for the first of the list holds for the rest.
  if (last !== null && mention.follows === last.quantity && mention.quantity.op === null) {
    if (mention.quantity.unit === last.quantity.unit) return last.op;
  }
  const op = evidenceOf(mention) ?? listedOperator(mention, last);
  if (op === null || EXCLUSIONS.some(([, excludes]) => excludes(mention))) return null;
  return op;
}

/** 支持30家企业建设绿色工厂、5家企业建设零碳工厂: the verb of the first item holds for the next. */
function listedOperator(
  mention: Mention,
  last: { quantity: Quantity; op: TargetOperator } | null,
): TargetOperator | null {
  const { quantity, listed, after } = mention;
  if (last === null || quantity.op !== null) return null;
  if (listed !== last.quantity && !continues(mention, last.quantity)) return null;
  if (quantity.kind === 'time' || !isAlike(mention, last.quantity)) return null;
  if (/^[一二两三四五六七八九十]/.test(quantity.raw) || /^的/.test(after)) return null;
  return last.op === 'increase' || last.op === 'decrease' ? '>=' : last.op;
}

const SHORT_NAME = /^[一-鿿]{2,6}$/;

/** Counted like the item before; or, like 材料0份、成本0元, a short name with its number. */
function isAlike({ quantity, before, after }: Mention, last: Quantity): boolean {
  return quantity.kind === last.kind || (after === '' && SHORT_NAME.test(before));
}

/** A clause that says what becomes of the things counted is no item of a list. */
const PREDICATE = /^的|实现|完成|纳入|达到|获|已|均|可以|应当?(?!用|急|对|答)|由|被/;

/**
 * The next clause goes on with the list: a bare noun with the same measure word (培育创新型企业5000家，
 * 专精特新企业1500家), or a number with its noun (推出500项“一窗办”，100个“免证办”).
 */
function continues(
  { text, quantity, before, after, clauseStart }: Mention,
  last: Quantity,
): boolean {
  if (before === '' && /^\d{2}/.test(quantity.raw) && text[clauseStart - 1] === '，') {
    const name = text.slice(last.end, clauseStart - 1);
    return /^[^，。；：！？]{2,20}$/.test(name) && after !== '' && !PREDICATE.test(name + after);
  }
  if (after !== '' || quantity.unit !== last.unit || before.length > 25) return false;
  return (
    clauseStart === last.end + 1 && text[last.end] === '，' && !/[在已等对按从由现有]/.test(before)
  );
}

function evidenceOf(mention: Mention): TargetOperator | null {
  for (const evidence of EVIDENCE) {
    const op = evidence(mention);
    if (op !== null) return op;
  }
  return null;
}

/** The last target's indicator, where it stands in the same sentence. */
function indicatorBefore(targets: readonly TargetDraft[], mention: Mention): string | null {
  const last = targets.at(-1);
  const sentenceStart = mention.quantity.start - mention.sentenceBefore.length;
  return last !== undefined && last.start >= sentenceStart ? last.indicator : null;
}
