import type { Span } from '../../model/source-text.js';

/** Words of a link within a line. */
export interface LineLink extends Span {
  readonly href: string;
}

/** A line of words as the page shows it, white space made single and trimmed; offsets count in it. */
export interface Line {
  readonly text: string;
  /** Marks of footnotes: they stand in the text and are no part of the sentence. */
  readonly marks: readonly Span[];
  readonly links: readonly LineLink[];
  /** Whether an indent, a full-width space or several no-break ones, opened it. */
  readonly indented: boolean;
}

/** Words of a line that stand in links, in characters. */
export const linkedLength = (line: Line): number =>
  line.links.reduce((length, link) => length + link.end - link.start, 0);

const COLLAPSING = /[ \t\n\r\f]+/g;
const EDGE = /[\s\u200b\ufeff]/;
const INDENT = /^(?:\u3000|[\u00a0\u2002\u2003 ]{2,})/;

/** Collects the words of a line, piece by piece. */
export class LineWriter {
  private text = '';
  // Looking for its end in a text that is put together of many pieces would go through all of it.
  private last = '';
  private lastShown = '';
  private marks: Span[] = [];
  private links: LineLink[] = [];

  /** @param kind `kept`: white space as written, as in `pre`; `mark`: a footnote's mark */
  write(words: string, href: string | null, kind: 'words' | 'kept' | 'mark' = 'words'): void {
    let piece = kind === 'kept' ? words : words.replace(COLLAPSING, ' ');
    if (kind !== 'kept' && piece.startsWith(' ') && (this.last === '' || this.last === ' ')) {
      piece = piece.slice(1);
    }
    if (piece === '') return;
    const span = { start: this.text.length, end: this.text.length + piece.length };
    this.text += piece;
    this.last = piece.slice(-1);
    this.lastShown = piece.trimEnd().slice(-1) || this.lastShown;
    if (kind === 'mark') this.marks.push(span);
    if (href === null) return;
    const last = this.links.at(-1);
    if (last && last.href === href && last.end === span.start) {
      this.links[this.links.length - 1] = { ...last, end: span.end };
    } else this.links.push({ ...span, href });
  }

  /** The last character written that is no space, empty where there is none. */
  get lastCharacter(): string {
    return this.lastShown;
  }

  /** The line so far, null where it has no words; the next one begins. */
  take(): Line | null {
    const { text, marks, links } = this;
    this.text = '';
    this.last = '';
    this.lastShown = '';
    this.marks = [];
    this.links = [];
    let start = 0;
    let end = text.length;
    while (start < end && EDGE.test(text[start]!)) start++;
    while (end > start && EDGE.test(text[end - 1]!)) end--;
    if (start === end) return null;
    const clip = <T extends Span>(span: T): T => ({
      ...span,
      start: Math.max(start, span.start) - start,
      end: Math.min(end, span.end) - start,
    });
    const isFilled = (span: Span): boolean => span.end > span.start;
    return {
      text: text.slice(start, end),
      marks: marks.map(clip).filter(isFilled),
      links: links.map(clip).filter(isFilled),
      indented: INDENT.test(text),
    };
  }
}
