import { type Enclosure, marks } from '../../annotate/marks.js';
import { matchesIn } from '../../model/matches.js';
import type { Passage } from '../../model/passage.js';

/** The clause that holds an offset, among the words of its own enclosure; offsets in the passage. */
export interface Clause {
  /** Behind the mark before it (，。；：！？ or the enclosure's opening), before the mark behind it. */
  readonly start: number;
  readonly end: number;
  /** The same for 。；！？: the statement that the clause is part of. */
  readonly statementStart: number;
  readonly statementEnd: number;
  /** The same for 。！？. */
  readonly sentenceStart: number;
  readonly enclosure: Enclosure | null;
}

/** Bounds while they are still open. */
interface Level {
  readonly enclosure: Enclosure | null;
  start: number;
  statementStart: number;
  sentenceStart: number;
  /** Clauses without an end, and without the end of their statement. */
  clause: Open[];
  statement: Open[];
}

type Open = { -readonly [Key in keyof Clause]: Clause[Key] };

const CLAUSE_END = /[，。；：！？\n.]/;
const STATEMENT_END = /[。；！？\n.]/;
const SENTENCE_END = /[。！？\n.]/;
/** A half-width full stop ends a sentence behind a word or a share (增长10%.), and no numeral or label. */
const ENDS =
  /[，。；：！？\n]|(?<=(?![一二三四五六七八九十])[一-鿿]|%|）|”)\.(?=\s*(?:$|[一-鿿（“]))/g;

/** The clauses that hold the offsets (ascending), by one pass over the passage's marks. */
export function clausesAt(passage: Passage, offsets: readonly number[]): Clause[] {
  const { enclosures } = passage.annotation(marks);
  const text = passage.reading;
  const found: Open[] = [];
  const levels: Level[] = [levelFrom(null, 0)];
  const paragraphs = passage.breaks.filter((offset) => endsParagraph(text, offset));
  const breaks = new Set(paragraphs);
  const stops = stopsOf(text, paragraphs);
  let nextEnclosure = 0;
  let nextOffset = 0;
  const closeUpTo = (position: number): void => {
    while (levels.length > 1 && levels.at(-1)!.enclosure!.end <= position) {
      const closed = levels.pop()!;
      endStatement(closed, closed.enclosure!.end - 1);
    }
  };
  const openUpTo = (position: number): void => {
    while (nextEnclosure < enclosures.length && enclosures[nextEnclosure]!.start < position) {
      const enclosure = enclosures[nextEnclosure++]!;
      closeUpTo(enclosure.start);
      levels.push(levelFrom(enclosure, enclosure.start + 1));
    }
    closeUpTo(position);
  };
  const takeUpTo = (position: number): void => {
    while (nextOffset < offsets.length && offsets[nextOffset]! < position) {
      const offset = offsets[nextOffset++]!;
      openUpTo(offset);
      found.push(clauseIn(levels.at(-1)!));
    }
  };
  for (const stop of stops) {
    takeUpTo(stop);
    openUpTo(stop);
    const level = levels.at(-1)!;
    const mark = breaks.has(stop) ? '\n' : text[stop]!;
    const behind = breaks.has(stop) && !CLAUSE_END.test(text[stop]!) ? stop : stop + 1;
    endClause(level, stop);
    level.start = behind;
    if (!STATEMENT_END.test(mark)) continue;
    endStatement(level, stop);
    level.statementStart = behind;
    if (SENTENCE_END.test(mark)) level.sentenceStart = behind;
  }
  takeUpTo(Number.POSITIVE_INFINITY);
  for (const level of levels)
    endStatement(level, level.enclosure ? level.enclosure.end - 1 : text.length);
  return found;
}

/** A line that a bracket opens or ends (正常出口退⏎（免）⏎税) goes on with the one before it. */
function endsParagraph(text: string, offset: number): boolean {
  return text[offset] !== '（' && text[offset - 1] !== '）';
}

/** Where clauses end: the marks, and where paragraphs begin; ascending. */
function stopsOf(text: string, breaks: readonly number[]): number[] {
  const found = matchesIn(ENDS, text).map(({ index }) => index);
  return breaks.length === 0
    ? found
    : [...new Set([...found, ...breaks.filter((offset) => offset < text.length)])].sort(
        (a, b) => a - b,
      );
}

function levelFrom(enclosure: Enclosure | null, start: number): Level {
  const bounds = { start, statementStart: start, sentenceStart: start };
  return { enclosure, ...bounds, clause: [], statement: [] };
}

function clauseIn(level: Level): Open {
  const { start, statementStart, sentenceStart, enclosure } = level;
  const clause = { start, end: -1, statementStart, statementEnd: -1, sentenceStart, enclosure };
  level.clause.push(clause);
  level.statement.push(clause);
  return clause;
}

function endClause(level: Level, end: number): void {
  for (const clause of level.clause) clause.end = end;
  level.clause = [];
}

function endStatement(level: Level, end: number): void {
  endClause(level, end);
  for (const clause of level.statement) clause.statementEnd = end;
  level.statement = [];
}
