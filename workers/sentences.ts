/** A sentence of a document's text. */
export interface Sentence {
  /** Its words, line breaks removed. */
  readonly text: string;
  /** UTF-16 code units of the document's text. */
  readonly start: number;
  readonly end: number;
}

/** Characters after which a line's end ends a sentence too: rows of tables have no full stops. */
const LONG = 200;
const END = /[。！？；!?]|\n/g;
/** A line that begins anew: an item's label, a heading, a page mark. */
const NEW_LINE =
  /^[ \t　]*(?:[一二三四五六七八九十百]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、)）]|第[一二三四五六七八九十百\d]+[章节条]|[#|—-]|$)/;

/** The sentences of a text in order. A sentence goes on over line breaks that fall within it. */
export function* sentencesOf(text: string): Generator<Sentence> {
  let start = 0;
  END.lastIndex = 0;
  for (const { index } of text.matchAll(END)) {
    const end = index + 1;
    if (text[index] === '\n' && end - start < LONG && !beginsAnew(text, end)) continue;
    const sentence = trimmed(text, start, end);
    start = end;
    if (sentence) yield sentence;
  }
  const last = trimmed(text, start, text.length);
  if (last) yield last;
}

/** Longest label that is looked for. */
const LABEL = 12;

function beginsAnew(text: string, start: number): boolean {
  const end = text.indexOf('\n', start);
  const stop = Math.min(end < 0 ? text.length : end, start + LABEL);
  return NEW_LINE.test(text.slice(start, stop));
}

function trimmed(text: string, from: number, to: number): Sentence | null {
  const words = text.slice(from, to);
  const start = from + (words.length - words.trimStart().length);
  const inner = words.trim();
  if (inner === '') return null;
  return { text: onOneLine(inner), start, end: start + inner.length };
}

/** A piece of text without its line breaks; between the cells of a row stands a blank. */
export const onOneLine = (text: string): string =>
  text.replace(/[ 　]*\n[ 　]*/g, '').replace(/\t+/g, ' ');
