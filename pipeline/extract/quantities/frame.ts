import type { Enclosure } from '../../annotate/marks.js';
import { quantities } from '../../annotate/quantities.js';
import type { Passage } from '../../model/passage.js';
import type { Quantity } from '../../values/quantities/index.js';
import { type Clause, clausesAt } from './clauses.js';
import type { Reading } from './reading.js';

/** A quantity in its clause: the words that govern it, and those that it governs. */
export interface Frame {
  readonly quantity: Quantity;
  /** The passage's reading. */
  readonly text: string;
  /** The words of its item before it, and of its clause behind it, without white space between. */
  readonly before: string;
  readonly after: string;
  /** Offset of `before` in `text`. */
  readonly start: number;
  /** The whole clause up to the quantity, the list's earlier items included. */
  readonly clauseBefore: string;
  /** The statement (between 。 and ；) before the clause, and behind it; of a bracket, the words before it. */
  readonly leadIn: string;
  readonly leadOut: string;
  /** The sentence (between 。) before the clause, its earlier statements included. */
  readonly sentenceBefore: string;
  /** The comparison words before the number itself: 不低于 of 不低于70%. */
  readonly compared: string;
  readonly enclosure: Enclosure | null;
  /** The quantity just before, with nothing but 、 和 及 between: of 82家、2000亩以上 the first. */
  readonly follows: Quantity | null;
  /** The quantity of the list's item before, whatever stands between: 建成甲5个、乙3个. */
  readonly listed: Quantity | null;
  /** The words between the quantity behind it in its clause and that one's end of clause; null: it is the last. */
  readonly next: Quantity | null;
}

/** A frame with what was made of it. */
export interface Read {
  readonly frame: Frame;
  readonly reading: Reading;
  readonly rule: string;
}

/** A frame with what was read before it in the passage. */
export interface Mention extends Frame {
  readonly previous: Read | null;
  /** What was made of `listed`. */
  readonly item: Read | null;
  /** The year of the document; null where it is unknown. */
  readonly documentYear: number | null;
}

/** 1所三级儿童医院: a grade is part of the noun. */
const isGrade = ({ unit, op }: Quantity): boolean => op === null && /^[级星]/.test(unit ?? '');

/** 五人制足球场, 18周岁以上人员, （每个乡镇1个）: a number that is part of the noun, or a remark on it. */
function nextOf(text: string, quantity: Quantity, later: readonly Quantity[]): Quantity | null {
  const bracket = /^（每[一-鿿]{1,5}\d+[一-鿿]{1,2}）/.exec(
    text.slice(quantity.end, quantity.end + 16),
  )?.[0];
  const from = quantity.end + (bracket?.length ?? 0);
  return (
    later.find(
      (other) =>
        other.start >= from &&
        !isGrade(other) &&
        !text.startsWith('制', other.end) &&
        !(other.start === quantity.end && /岁$/.test(other.unit ?? '')),
    ) ?? null
  );
}

/** No clause or statement is looked at further than this. */
const LONGEST = 200;
const LIST_JOIN = /^(?:、|和|及|与|或|以及|，)?$/;

/** 11.9%（含工业）、15.5%: a remark on the first of two. */
const REMARK_BETWEEN = /^（[^（）]{1,40}）(?=[、和及与])/;

/** The frames of a passage's quantities, in order. */
export function framesOf(passage: Passage): Frame[] {
  const text = passage.reading;
  const found = passage
    .annotation(quantities)
    .map((quantity) => withDistantComparison(quantity, text));
  if (found.length === 0) return [];
  const clauses = clausesAt(
    passage,
    found.map((quantity) => quantity.start),
  );
  const frames: Frame[] = [];
  for (const [index, quantity] of found.entries()) {
    const before =
      index > 0 && clauses[index - 1]!.start === clauses[index]!.start ? frames.at(-1)! : null;
    frames.push(
      frameOf(
        text,
        quantity,
        clauses[index]!,
        before,
        found[index - 1] ?? null,
        nextOf(text, quantity, found.slice(index + 1, index + 4)),
      ),
    );
  }
  return frames;
}

function frameOf(
  text: string,
  quantity: Quantity,
  clause: Clause,
  /** The frame before it in its clause. */
  earlier: Frame | null,
  previous: Quantity | null,
  next: Quantity | null,
): Frame {
  const floor = quantity.start - LONGEST;
  const clauseStart = Math.max(clause.start, floor);
  const end = Math.max(quantity.end, Math.min(clause.end, quantity.end + LONGEST));
  const gap = previous && previous.end > floor ? text.slice(previous.end, quantity.start) : null;
  const cut = gap !== null && previous!.end > clauseStart ? itemStart(gap) : null;
  // 10亿元以上项目3个、1亿元以上项目15个: a number inside an item begins none.
  const start = cut === null ? Math.max(clauseStart, earlier?.start ?? 0) : previous!.end + cut;
  const statementEnd = Math.max(end, Math.min(clause.statementEnd, end + LONGEST));
  return {
    quantity,
    text,
    start,
    before: text.slice(start, quantity.start).trimEnd(),
    after: text.slice(quantity.end, end).trimStart(),
    clauseBefore: text.slice(clauseStart, quantity.start),
    leadIn: leadInOf(text, clause, clauseStart, floor),
    leadOut: text.slice(end, statementEnd),
    sentenceBefore: text.slice(Math.max(clause.sentenceStart, floor), clauseStart),
    compared: text.slice(quantity.start, quantity.amountStart),
    enclosure: clause.enclosure,
    follows:
      gap !== null && LIST_JOIN.test(gap.replace(REMARK_BETWEEN, '').trim()) ? previous : null,
    listed: cut === null ? (earlier?.listed ?? null) : previous,
    next: next && next.start < clause.end ? next : null,
  };
}

/** Longest comparison, the whole and 的 together. */
const FAR = 24;
const DISTANT: ReadonlyMap<string, Quantity['op']> = new Map([
  ...['不超过', '不高于', '不得超过', '不得高于', '控制在', '低于'].map(
    (word) => [word, '<='] as const,
  ),
  ...['不低于', '不少于', '不得低于', '达到', '超过', '高于'].map((word) => [word, '>='] as const),
]);
const OF_A_WHOLE = new RegExp(
  `(${[...DISTANT.keys()].sort((a, b) => b.length - a.length).join('|')})[^，。；\\d]{2,16}的?$`,
);

/** 不超过立面面积的50%: what a share is of stands between the comparison and the number. */
function withDistantComparison(quantity: Quantity, text: string): Quantity {
  if (quantity.op !== null || (quantity.unit !== '%' && quantity.unit !== null)) return quantity;
  const before = text.slice(Math.max(0, quantity.start - FAR), quantity.start);
  const word = OF_A_WHOLE.exec(before)?.[1];
  return word === undefined ? quantity : { ...quantity, op: DISTANT.get(word)! };
}

/** In a bracket that opens its statement, what stands before the bracket leads in. */
function leadInOf(text: string, clause: Clause, clauseStart: number, floor: number): string {
  const inner = text.slice(Math.max(clause.statementStart, floor), clauseStart);
  if (clause.enclosure?.kind !== 'bracket') return inner;
  const outer = text.slice(Math.max(0, floor), clause.enclosure.start);
  return outer.slice(outer.search(/[^。；！？\n]*$/)) + inner;
}

/** Where the next item of a list begins in the words between two quantities; null in no list. */
function itemStart(gap: string): number | null {
  if (gap.startsWith('以及')) return 2;
  if (/^[、和及]/.test(gap)) return 1;
  // 64块标志及24个警示牌; 普及24个 and 参与24个 hold a verb.
  if (/(?:[、和]|(?<!普)及|(?<!参)与)$/.test(gap)) return gap.length;
  const mark = gap.indexOf('、');
  return mark < 0 ? null : mark + 1;
}
