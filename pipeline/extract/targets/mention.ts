import type { Quantity } from '../../values/quantities/index.js';

/** A quantity where it stands in a passage, with the words that decide what it is. */
export interface Mention {
  readonly quantity: Quantity;
  /** The passage's reading. */
  readonly text: string;
  /** The clause between commas: its words before the quantity and after it, without spaces between. */
  readonly before: string;
  readonly after: string;
  /** Offset of `before` in `text`. */
  readonly clauseStart: number;
  /** The sentence between full stops: its words before the quantity and after it. */
  readonly sentenceBefore: string;
  readonly sentenceAfter: string;
  /** The quantity just before in the same list (82家、2000亩以上), with nothing but 、 和 及 between. */
  readonly follows: Quantity | null;
  /** The quantity of the list's item before (建成甲5个、乙3个), whatever stands between. */
  readonly listed: Quantity | null;
}

const CLAUSE_END = /[，。；：！？\n]/;
const SENTENCE_END = /[。；！？\n]/;
const OPENING = '（《“‘〔【「';
const CLOSING = '）》”’〕】」';
/** A clause is read no further than this. */
const LONGEST = 200;
const LIST_JOIN = /^(?:、|和|及|与|以及|，)?$/;

/** The mentions of a passage's quantities, in order. */
export function mentionsOf(text: string, quantities: readonly Quantity[]): Mention[] {
  return quantities.map((quantity, index) => {
    const previous = quantities[index - 1] ?? null;
    const gap = previous === null ? null : text.slice(previous.end, quantity.start);
    const follows = gap !== null && LIST_JOIN.test(gap) ? previous : null;
    const sentenceStart = startOf(text, quantity.start, SENTENCE_END);
    let clauseStart = Math.max(sentenceStart, startOf(text, quantity.start, CLAUSE_END));
    // In 甲达10%、乙达20% the second clause begins after the first number.
    let listed: Quantity | null = null;
    if (previous !== null && previous.end > clauseStart) {
      const cut = itemStart(gap!);
      if (cut !== null) {
        clauseStart = previous.end + cut;
        listed = previous;
      }
    }
    return {
      quantity,
      text,
      clauseStart,
      before: text.slice(clauseStart, quantity.start).trimEnd(),
      after: text.slice(quantity.end, endOf(text, quantity.end, CLAUSE_END)).trimStart(),
      sentenceBefore: text.slice(sentenceStart, quantity.start),
      sentenceAfter: text.slice(quantity.end, endOf(text, quantity.end, SENTENCE_END)),
      follows,
      listed,
    };
  });
}

/** Where the next item of a list begins in the words between two quantities; null in no list. */
function itemStart(gap: string): number | null {
  if (/^[、和及]/.test(gap)) return 1;
  if (/[、和]$/.test(gap)) return gap.length;
  const mark = gap.indexOf('、');
  return mark < 0 ? null : mark + 1;
}

/** Where the clause that ends at `position` begins; marks inside brackets and quotes do not end it. */
function startOf(text: string, position: number, ending: RegExp): number {
  const floor = Math.max(0, position - LONGEST);
  let depth = 0;
  for (let at = position - 1; at >= floor; at--) {
    const character = text[at]!;
    if (CLOSING.includes(character)) depth++;
    else if (OPENING.includes(character)) {
      if (depth === 0) return at + 1;
      depth--;
    } else if (depth === 0 && ending.test(character)) return at + 1;
  }
  return floor;
}

function endOf(text: string, position: number, ending: RegExp): number {
  const ceiling = Math.min(text.length, position + LONGEST);
  let depth = 0;
  for (let at = position; at < ceiling; at++) {
    const character = text[at]!;
    if (OPENING.includes(character)) depth++;
    else if (CLOSING.includes(character)) {
      if (depth === 0) return at;
      depth--;
    } else if (depth === 0 && ending.test(character)) return at;
  }
  return ceiling;
}
