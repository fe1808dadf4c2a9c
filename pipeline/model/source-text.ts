import { firstIndex } from './first-index.js';

/** A printed page: its number and where its text stands, `end` exclusive. */
export interface Page {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

/** A stretch of the source text in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The text of a document, fixed once by its reader. Every place in a record counts from its first
 * UTF-16 code unit, so `text.slice(at.start, at.end)` is what a record quotes.
 */
export class SourceText {
  private straightQuotes: boolean | undefined;

  constructor(
    readonly text: string,
    /** Ascending and not overlapping; empty for formats without pages. */
    readonly pages: readonly Page[] = [],
  ) {}

  /**
   * Whether its quotation marks are all straight, as where a converter wrote `"` for “ and for ” (docx2txt,
   * pandoc's Markdown): a text that was typed has both kinds, or those of Chinese alone.
   */
  get onlyStraightQuotes(): boolean {
    this.straightQuotes ??= this.text.includes('"') && !/[“”]/.test(this.text);
    return this.straightQuotes;
  }

  /** Number of the page that holds an offset; null where the format has no pages. */
  pageAt(offset: number): number | null {
    const page = this.pages[firstIndex(this.pages, ({ end }) => end > offset)];
    return page && page.start <= offset ? page.number : null;
  }

  /** The part from `start` to `end` as a text of its own; pages are clipped and counted from it. */
  part(start: number, end: number): SourceText {
    const pages = this.pages
      .filter((page) => page.start < end && page.end > start)
      .map((page) => ({
        number: page.number,
        start: Math.max(page.start, start) - start,
        end: Math.min(page.end, end) - start,
      }));
    return new SourceText(this.text.slice(start, end), pages);
  }
}
