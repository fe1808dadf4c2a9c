import type { Box } from '../model/document.js';
import type { Span } from '../model/source-text.js';
import type { Character } from './page.js';

/** Words that are written, and what they are drawn as where that is kept. */
export interface DrawnWords {
  readonly text: string;
  readonly glyphs?: readonly Character[];
}

/** Where a character of the text is drawn: on the page of that number in the file, its words upright. */
export interface PlacedGlyph extends Span {
  readonly page: number;
  readonly box: Box;
}

/** Pieces of one line as its words. */
export const inOne = (pieces: readonly Character[]): DrawnWords => ({
  text: pieces.map(({ text }) => text).join(''),
  glyphs: pieces.flatMap(({ glyphs = [] }) => glyphs),
});

/** Writes a text line by line; knows where everything written stands. */
export class TextBuilder {
  /** In the order of the text; empty where the lines bring none. */
  readonly glyphs: PlacedGlyph[] = [];
  private readonly parts: string[] = [];
  private written = 0;
  private lastWords = '';

  /** UTF-16 code units written, the feed of the last line included. */
  get length(): number {
    return this.written;
  }

  /** Writes a line of its own; `page`: number in the file of the page on which it stands. */
  line(words: DrawnWords, page: number): Span {
    const start = this.written;
    this.place(words, page);
    this.add(words.text);
    return { start, end: start + words.text.length };
  }

  /** Goes on with the last line; where the words of both stand, from the line's start. */
  goOn(span: Span, words: DrawnWords, page: number): Span {
    const joint = needsSpace(this.lastWords.at(-1) ?? '', words.text[0] ?? '') ? ' ' : '';
    this.parts.pop();
    this.written--;
    this.parts.push(joint);
    this.written += joint.length;
    this.place(words, page);
    this.add(words.text);
    return { start: span.start, end: this.written - 1 };
  }

  toString(): string {
    return this.parts.join('');
  }

  private add(words: string): void {
    this.parts.push(words, '\n');
    this.written += words.length + 1;
    this.lastWords = words;
  }

  /** Notes where the characters of the words that come next are drawn. */
  private place({ text, glyphs = [] }: DrawnWords, page: number): void {
    let at = 0;
    for (const { text: letters, box } of glyphs) {
      if (letters.trim() === '') continue;
      while (text[at] === ' ' && letters[0] !== ' ') at++;
      if (at + letters.length > text.length) return;
      const start = this.written + at;
      at += letters.length;
      this.glyphs.push({ start, end: this.written + at, page, box });
    }
  }
}

const LATIN_END = /[A-Za-z0-9,;:.)]/;
const LATIN_START = /[A-Za-z(]/;

/** Whether words on two printed lines are parted by a space on one. */
const needsSpace = (before: string, after: string): boolean =>
  LATIN_END.test(before) && LATIN_START.test(after);
