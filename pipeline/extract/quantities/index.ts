import type { At } from '../../../schemas/at.js';
import type { TargetOperator } from '../../../schemas/target.js';
import type { Passage } from '../../model/passage.js';
import { decide } from '../../model/rule.js';
import type { Quantity } from '../../values/quantities/index.js';
import { byOf, type TargetContext } from './by.js';
import { type Frame, framesOf, type Mention } from './frame.js';
import {
  indicatorOf,
  parameterIndicator,
  respectiveNames,
  sharedByBodies,
  withHeadOf,
  withSizeOf,
} from './indicator/index.js';
import { DESCRIPTION, limitOf, type QuantityRole, type Reading } from './rule.js';
import { QUANTITY_RULES } from './rules/index.js';
import { isShareOfPlace } from './rules/share-in-brackets.js';
import { PLAIN_VERBS } from './words.js';

export type { TargetContext } from './by.js';
export { thingDone } from './indicator/index.js';
export type { QuantityRole } from './rule.js';
export { QUANTITY_RULES } from './rules/index.js';

/** A number with a measure as read, before it belongs to a task or document. */
export interface QuantityDraft {
  readonly role: QuantityRole;
  /** The id of the rule that decided. */
  readonly rule: string;
  /** What is measured; null for what is neither to be reached nor set, and where the words tell none. */
  readonly indicator: string | null;
  readonly op: TargetOperator | null;
  readonly value: number;
  readonly unit: string | null;
  /** Of a target the ISO date by which it is to be reached. */
  readonly by: string | null;
  readonly raw: string;
  readonly at: At;
  /** Offsets in the passage. */
  readonly start: number;
  readonly end: number;
}

/** A target as read, before it belongs to a task or document. */
export interface TargetDraft extends QuantityDraft {
  readonly indicator: string;
  readonly op: TargetOperator;
}

/** A quantity with what the rules made of it. */
interface Decided {
  readonly frame: Frame;
  readonly mention: Mention & { readonly item: Decided | null };
  readonly reading: Reading;
  readonly rule: string;
  indicator: string | null;
}

/**
 * Every number with a measure of a passage of running text, in order, each with one role: 力争新建充电桩10个
 * is to be reached, 给予最高50万元补助 is a parameter, 对月销售额10万元以下的 a condition.
 */
export function readQuantityLedger(passage: Passage, context: TargetContext): QuantityDraft[] {
  const decided = withIndicators(decideAll(framesOf(passage), context.documentYear));
  return decided
    .filter(isMeasured)
    .map(({ frame: { quantity }, mention, reading, rule, indicator }) => ({
      role: reading.role,
      rule,
      indicator,
      op: operatorOf(reading, indicator),
      value: reading.role === 'target' ? limitOf(quantity, reading.op) : quantity.value,
      unit: quantity.unit,
      by: reading.role === 'target' ? byOf(mention, context) : null,
      ...passage.grounding(quantity.start, quantity.end),
      start: quantity.start,
      end: quantity.end,
    }));
}

/** A bare number without a measure counts only where a rule found a use for it. */
function isMeasured({ frame: { quantity }, reading }: Decided): boolean {
  return (
    quantity.unit !== null ||
    quantity.value % 1 !== 0 ||
    reading.role === 'target' ||
    reading.role === 'parameter'
  );
}

/** The numbers of a passage that are to be reached: its ledger without the rest. */
export function readTargets(passage: Passage, context: TargetContext): TargetDraft[] {
  return readQuantityLedger(passage, context).filter(isTarget);
}

/** Whether a quantity is to be reached; a target always says what is measured and how. */
export function isTarget(draft: QuantityDraft): draft is TargetDraft {
  return draft.role === 'target' && draft.indicator !== null && draft.op !== null;
}

function decideAll(frames: readonly Frame[], documentYear: number | null): Decided[] {
  const decided: Decided[] = [];
  const byQuantity = new Map<Quantity, Decided>();
  for (const frame of frames) {
    const item = frame.listed ? (byQuantity.get(frame.listed) ?? null) : null;
    const previous = decided.at(-1) ?? null;
    const mention: Decided['mention'] = { ...frame, previous, item, documentYear };
    const decision = decide(QUANTITY_RULES, mention);
    const reading = decision?.value ?? DESCRIPTION;
    const rule = decision?.rule ?? 'quantity.unaimed';
    const read: Decided = { frame, mention, reading, rule, indicator: null };
    byQuantity.set(frame.quantity, read);
    decided.push(read);
  }
  return decided;
}

function withIndicators(decided: readonly Decided[]): readonly Decided[] {
  for (const [index, item] of decided.entries()) {
    const { mention, reading } = item;
    if (reading.role === 'target')
      item.indicator = indicatorOf(mention, indicatorBefore(decided, index));
    if (reading.role === 'parameter') {
      item.indicator = parameterIndicator(mention, indicatorBefore(decided, index));
    }
  }
  shareHeads(decided);
  nameQuotas(decided);
  shareLists(decided);
  for (const [index, item] of decided.entries())
    item.indicator = comparedWithBase(decided, index) ?? item.indicator;
  return decided;
}

/** 比2010年的12.4万吨、1.07万吨分别减少: the clause names a former value, not the thing. */
const BASE_CLAUSE =
  /^[比较](?:(?:19|20)\d\d年|上年|去年|上一年|“?十[一二三四]五)[^，。；]*\d[^，。；]*$/;

/** What a change against a former value is a change of: the targets before it in its sentence, one by one where it says 分别. */
function comparedWithBase(decided: readonly Decided[], index: number): string | null {
  const { frame, reading } = decided[index]!;
  if (reading.role !== 'target' || (reading.op !== 'increase' && reading.op !== 'decrease'))
    return null;
  if (!BASE_CLAUSE.test(frame.clauseBefore)) return null;
  const clauseStart = frame.quantity.start - frame.clauseBefore.length;
  const from = clauseStart - frame.leadIn.length;
  const named = decided
    .slice(0, index)
    .filter(
      ({ frame: { quantity }, indicator }) =>
        indicator !== null && quantity.start >= from && quantity.start < clauseStart,
    );
  const place = decided
    .slice(0, index)
    .filter(
      (other) => other.reading.role === 'target' && other.frame.quantity.start >= clauseStart,
    ).length;
  const first = named.findIndex(({ reading: { op } }) => op !== 'increase' && op !== 'decrease');
  if (first < 0) return null;
  const wanted = /分别/.test(frame.clauseBefore) ? named[first + place] : named.at(-1);
  return (wanted ?? named[first]!).indicator;
}

/** The indicator of the last quantity of the same role, where it stands in the same sentence. */
function indicatorBefore(decided: readonly Decided[], index: number): string | null {
  const { frame, reading } = decided[index]!;
  const last = decided[index - 1];
  if (last === undefined || last.reading.role !== reading.role) return null;
  const sentenceStart =
    frame.quantity.start - frame.clauseBefore.length - frame.sentenceBefore.length;
  return last.frame.quantity.start >= sentenceStart ? last.indicator : null;
}

/** 各镇至少办好2所、各村至少办好1所幼儿园: the first item has a verb and no noun. */
const VERB_ALONE = new RegExp(`(?:${PLAIN_VERBS}|改扩建|改建|扩建)$`);

/** 1家市级、1家省级示范性托育机构: an item that only narrows takes the noun of the item behind it. */
function shareHeads(decided: readonly Decided[]): void {
  for (let index = decided.length - 2; index >= 0; index--) {
    const [item, next] = [decided[index]!, decided[index + 1]!];
    if (item.reading.role !== 'target' || next.frame.listed !== item.frame.quantity) continue;
    const named =
      VERB_ALONE.test(item.frame.before) && /^[、和及]/.test(item.frame.after)
        ? next.indicator
        : withHeadOf(item.indicator ?? '', next.indicator ?? '');
    if (named !== null) item.indicator = named;
  }
  for (const item of decided) {
    const first = item.reading.role === 'target' ? item.mention.item : null;
    const named =
      first &&
      (withSizeOf(item.indicator ?? '', first.indicator ?? '') ??
        (item.frame.after === '' ? withHeadOf(item.indicator ?? '', first.indicator ?? '') : null));
    if (named) item.indicator = named;
  }
}

/** Quotas of bodies have the name of the target before them in their sentence, else of the one behind. */
function nameQuotas(decided: readonly Decided[]): void {
  for (let index = 0; index < decided.length; index++) {
    const { rule } = decided[index]!;
    if (!SHARES.has(rule)) continue;
    const first = index;
    while (decided[index + 1]?.rule === rule) index++;
    const named =
      rule === 'quantity.quota'
        ? (indicatorBefore(decided, first) ?? decided[index + 1]?.indicator)
        : decided[first - 1]?.indicator;
    for (const item of decided.slice(first, index + 1))
      if (named && (rule !== IN_BRACKETS || isShareOfPlace(item.frame.before)))
        item.indicator = named;
  }
}

const IN_BRACKETS = 'quantity.share-in-brackets';
const SHARES = new Set(['quantity.quota', IN_BRACKETS, 'quantity.share-of-places']);

/** A、B处置率分别达到25%和15%: each number of the list has its own name. */
function shareLists(decided: readonly Decided[]): void {
  for (let index = 0; index < decided.length; ) {
    let end = index + 1;
    while (end < decided.length && decided[end]!.frame.follows === decided[end - 1]!.frame.quantity)
      end++;
    const list = decided.slice(index, end);
    index = end;
    const [first] = list;
    if (first === undefined || list.length < 2 || first.indicator === null) continue;
    if (!/分别/.test(first.frame.clauseBefore + first.frame.compared)) continue;
    const shared = sharedByBodies(first.frame.clauseBefore, list.at(-1)!.frame.after);
    if (shared !== null) {
      for (const item of list) item.indicator = shared;
      continue;
    }
    const names = respectiveNames(first.indicator, list.length);
    if (names === null) continue;
    for (const [place, item] of list.entries()) item.indicator = names[place]!;
  }
}

const FALL = /(?:下降|降低|压减|缩短|减少)(?:比例|率|幅度)$|降幅$/;

/** 办理周期压减率5%以上: the thing that is measured is itself a fall. */
function operatorOf({ role, op }: Reading, indicator: string | null): TargetOperator | null {
  return role === 'target' && op === '>=' && FALL.test(indicator ?? '') ? 'decrease' : op;
}
