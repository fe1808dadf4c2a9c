import type { Span } from '../../model/source-text.js';
import type { Line } from './page-lines.js';

const NONE: readonly Span[] = [];
/** What a raised number is an exponent of: `10²`, `m²`. */
const BASE = /[A-Za-z\d]/;

/**
 * Where a line refers to notes of its page: raised marks that a note begins with.
 * @param marks what the page's notes are marked with
 */
export function noteMarksIn(
  { text, raised }: Line,
  marks: ReadonlySet<string> | undefined,
): readonly Span[] {
  if (!marks || raised.length === 0) return NONE;
  return raised.filter(
    ({ start, end }) =>
      marks.has(text.slice(start, end)) && !(start > 0 && BASE.test(text[start - 1]!)),
  );
}

/** A line as it reads without its marks of notes. */
export function withoutNoteMarks(line: Line, marks: readonly Span[]): Line {
  if (marks.length === 0) return line;
  let text = '';
  let from = 0;
  for (const { start, end } of marks) {
    text += line.text.slice(from, start);
    from = end;
  }
  return { ...line, text: text + line.text.slice(from) };
}

/** Stretches of a text with others cut out of them; both in order. */
export function spansWithout(spans: readonly Span[], cuts: readonly Span[]): readonly Span[] {
  if (cuts.length === 0) return spans;
  const kept: Span[] = [];
  for (const span of spans) {
    let { start } = span;
    for (const cut of cuts) {
      if (cut.start < start || cut.end > span.end) continue;
      if (cut.start > start) kept.push({ start, end: cut.start });
      start = cut.end;
    }
    if (span.end > start) kept.push({ start, end: span.end });
  }
  return kept;
}
