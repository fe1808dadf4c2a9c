import type { Span } from '../model/source-text.js';

/** Writes a text line by line; knows where everything written stands. */
export class TextBuilder {
  private readonly parts: string[] = [];
  private written = 0;
  private lastWords = '';

  /** UTF-16 code units written, the feed of the last line included. */
  get length(): number {
    return this.written;
  }

  /** Writes a line of its own. */
  line(words: string): Span {
    const start = this.written;
    this.add(words);
    return { start, end: start + words.length };
  }

  /** Goes on with the last line; where the words of both stand, from the line's start. */
  goOn(span: Span, words: string): Span {
    const joint = needsSpace(this.lastWords.at(-1) ?? '', words[0] ?? '') ? ' ' : '';
    this.parts.pop();
    this.written--;
    this.add(`${joint}${words}`);
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
}

const LATIN_END = /[A-Za-z0-9,;:.)]/;
const LATIN_START = /[A-Za-z(]/;

/** Whether words on two printed lines are parted by a space on one. */
const needsSpace = (before: string, after: string): boolean =>
  LATIN_END.test(before) && LATIN_START.test(after);
