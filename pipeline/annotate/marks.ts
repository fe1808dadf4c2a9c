import { append } from '../model/append.js';
import { firstIndex } from '../model/first-index.js';
import type { Annotator, Passage } from '../model/passage.js';
import type { Span } from '../model/source-text.js';
import { startingIn } from './spans.js';

/** What a pair of marks is for. */
export type EnclosureKind = 'bracket' | 'quotation' | 'book_title';

/** Words between a pair of marks; `start` is the opening mark's offset, `end` is behind the closing one. */
export interface Enclosure extends Span {
  readonly kind: EnclosureKind;
  /** The innermost of those that stand around it. */
  readonly parent: Enclosure | null;
}

/** The marks of a passage, paired and counted; offsets in the passage. */
export interface Marks {
  /** In the order of their opening marks. */
  readonly enclosures: readonly Enclosure[];
  /** Offsets of brackets that are never closed. */
  readonly unclosed: readonly number[];
  /** From behind one 。！？ outside enclosures (or a paragraph's beginning) to behind the next. */
  readonly sentences: readonly Span[];
  /** The same for ，。；：！？: stretches without any of them outside enclosures, the closing mark included. */
  readonly clauses: readonly Span[];
}

const PAIRS: readonly (readonly [string, EnclosureKind])[] = [
  ['（）', 'bracket'],
  ['〔〕', 'bracket'],
  ['【】', 'bracket'],
  ['[]', 'bracket'],
  ['［］', 'bracket'],
  ['｛｝', 'bracket'],
  ['“”', 'quotation'],
  ['‘’', 'quotation'],
  ['「」', 'quotation'],
  ['『』', 'quotation'],
  ['《》', 'book_title'],
  ['〈〉', 'book_title'],
  ['<>', 'book_title'],
];
const OPENING = new Map(PAIRS.map(([pair, kind]) => [pair[0]!, { closing: pair[1]!, kind }]));
const CLOSING = new Set(PAIRS.map(([pair]) => pair[1]!));
const SENTENCE_END = new Set(['。', '！', '？', '\n']);
const CLAUSE_END = new Set(['，', '。', '；', '：', '！', '？', '\n']);
/** For each UTF-16 code unit whether it is one of the marks: most characters are none. */
const IS_MARK = new Uint8Array(0x10000);
for (const mark of [...OPENING.keys(), ...CLOSING, ...CLAUSE_END]) IS_MARK[mark.charCodeAt(0)] = 1;

/** The marks of a passage, in one pass over its characters. */
export const marks: Annotator<Marks> = {
  name: 'marks',
  read: (passage) => readMarks(passage.reading, passage.breaks),
  slice: ({ enclosures, unclosed, sentences, clauses }, start, end) => ({
    enclosures: nested(
      startingIn(enclosures, start, end)
        .filter((span) => span.end <= end)
        .map((span) => ({ kind: span.kind, start: span.start - start, end: span.end - start })),
    ),
    unclosed: unclosed
      .slice(
        firstIndex(unclosed, (at) => at >= start),
        firstIndex(unclosed, (at) => at >= end),
      )
      .map((at) => at - start),
    sentences: clipped(sentences, start, end),
    clauses: clipped(clauses, start, end),
  }),
  join: (found, offsets, whole) => ({
    enclosures: nested(
      found.flatMap(({ enclosures }, index) => shifted(enclosures, offsets[index]!)),
    ),
    unclosed: found.flatMap(({ unclosed }, index) => unclosed.map((at) => at + offsets[index]!)),
    sentences: joined(found, ({ sentences }) => sentences, offsets, whole, SENTENCE_END),
    clauses: joined(found, ({ clauses }) => clauses, offsets, whole, CLAUSE_END),
  }),
};

function shifted<Found extends Span>(spans: readonly Found[], by: number): Found[] {
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
}

/** Stretches of the parts; one that neither a mark nor a paragraph's end closes goes on in the next part. */
function joined(
  found: readonly Marks[],
  stretchesOf: (marks: Marks) => readonly Span[],
  offsets: readonly number[],
  { reading, breaks }: Passage,
  ends: ReadonlySet<string>,
): Span[] {
  const spans: Span[] = [];
  const paragraphs = new Set(breaks);
  for (const [index, part] of found.entries()) {
    for (const span of shifted(stretchesOf(part), offsets[index]!)) {
      const last = spans.at(-1);
      const goesOn =
        last !== undefined &&
        span.start === offsets[index] &&
        !ends.has(reading[last.end - 1]!) &&
        !paragraphs.has(span.start);
      if (goesOn) spans[spans.length - 1] = { start: last.start, end: span.end };
      else spans.push(span);
    }
  }
  return spans;
}

function clipped(spans: readonly Span[], start: number, end: number): Span[] {
  return spans
    .slice(
      firstIndex(spans, (span) => span.end > start),
      firstIndex(spans, (span) => span.start >= end),
    )
    .map((span) => ({
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }));
}

/** <0.1次: a sign of comparison; <2025年方案> is a title. */
const LESS_THAN = /^=?\d(?!\d{3}年)/;

/** @param breaks offsets at which a new paragraph begins; a paragraph ends sentences, and not enclosures */
export function readMarks(reading: string, breaks: readonly number[] = []): Marks {
  const found: Mark[] = [];
  for (let index = 0; index < reading.length; index++) {
    if (IS_MARK[reading.charCodeAt(index)] !== 1) continue;
    if (reading[index] === '<' && LESS_THAN.test(reading.slice(index + 1, index + 6))) continue;
    found.push({ index, mark: reading[index]! });
  }
  const { enclosures, unclosed } = pairedMarks(found);
  const ends = found.filter(({ mark }) => CLAUSE_END.has(mark));
  const outside = outsideOf(enclosures, ends);
  return {
    enclosures,
    unclosed,
    clauses: cutAt(outside, breaks, reading.length),
    sentences: cutAt(
      outside.filter(({ mark }) => SENTENCE_END.has(mark)),
      breaks,
      reading.length,
    ),
  };
}

interface Mark {
  readonly index: number;
  readonly mark: string;
}

/** Pairs marks; a closing mark ends the nearest opening one of its make, and what opened since stays unclosed. */
function pairedMarks(found: readonly Mark[]): Pick<Marks, 'enclosures' | 'unclosed'> {
  const open: { index: number; closing: string; kind: EnclosureKind }[] = [];
  const waiting = new Map<string, number>();
  const pairs: { start: number; end: number; kind: EnclosureKind }[] = [];
  const unclosed: number[] = [];
  for (const { index, mark } of found) {
    const opening = OPENING.get(mark);
    if (opening) {
      open.push({ index, ...opening });
      waiting.set(opening.closing, (waiting.get(opening.closing) ?? 0) + 1);
    } else if (CLOSING.has(mark) && (waiting.get(mark) ?? 0) > 0) {
      for (;;) {
        const last = open.pop()!;
        waiting.set(last.closing, waiting.get(last.closing)! - 1);
        if (last.closing === mark) {
          pairs.push({ start: last.index, end: index + 1, kind: last.kind });
          break;
        }
        unclosed.push(last.index);
      }
    }
  }
  append(
    unclosed,
    open.map(({ index }) => index),
  );
  pairs.sort((a, b) => a.start - b.start);
  return { enclosures: nested(pairs), unclosed: unclosed.sort((a, b) => a - b) };
}

/** Pairs, in the order of their opening marks, with what stands around each. */
function nested(pairs: readonly Omit<Enclosure, 'parent'>[]): Enclosure[] {
  const around: Enclosure[] = [];
  return pairs.map((pair) => {
    while (around.length > 0 && around.at(-1)!.end <= pair.start) around.pop();
    const enclosure = { ...pair, parent: around.at(-1) ?? null };
    around.push(enclosure);
    return enclosure;
  });
}

/** The marks that no enclosure holds. */
function outsideOf(enclosures: readonly Enclosure[], found: readonly Mark[]): Mark[] {
  const outermost = enclosures.filter(({ parent }) => parent === null);
  let next = 0;
  return found.filter(({ index }) => {
    while (next < outermost.length && outermost[next]!.end <= index) next++;
    const around = outermost[next];
    return around === undefined || index < around.start;
  });
}

function cutAt(found: readonly Mark[], breaks: readonly number[], length: number): Span[] {
  const cuts = [...found.map(({ index }) => index + 1), ...breaks, length].sort((a, b) => a - b);
  const spans: Span[] = [];
  let start = 0;
  for (const end of cuts) {
    if (end > start) spans.push({ start, end });
    start = Math.max(start, end);
  }
  return spans;
}

/** Of ascending spans that do not overlap, the one that holds the offset; null where none does. */
export function spanAt<Found extends Span>(spans: readonly Found[], offset: number): Found | null {
  const found = spans[firstIndex(spans, ({ end }) => end > offset)];
  return found && found.start <= offset ? found : null;
}

/** The sentence of a passage that holds the offset. */
export function sentenceAt(passage: Passage, offset: number): Span {
  const found = spanAt(passage.annotation(marks).sentences, offset);
  return found ?? { start: 0, end: passage.length };
}

/** The clause of a passage (between commas) that holds the offset. */
export function clauseAt(passage: Passage, offset: number): Span {
  const found = spanAt(passage.annotation(marks).clauses, offset);
  return found ?? { start: 0, end: passage.length };
}

/** The enclosures around the offset, innermost first. */
export function enclosuresAt(passage: Passage, offset: number): Enclosure[] {
  const { enclosures } = passage.annotation(marks);
  const behind = firstIndex(enclosures, ({ start }) => start >= offset);
  const around: Enclosure[] = [];
  // The last that opens before the offset holds it, or one of those around it does.
  for (let next = enclosures[behind - 1] ?? null; next !== null; next = next.parent) {
    if (next.end > offset) around.push(next);
  }
  return around;
}
