import type { At } from '../../schemas/at.js';
import { firstIndex } from './first-index.js';
import type { SourceText, Span } from './source-text.js';
import { widthNormalized, withPairedQuotes, withReadQuotes } from './width.js';

/** Reads a passage; what it finds is kept on the passage, so that each is read once. */
export interface Annotator<Found> {
  /** Unique among all annotators. */
  readonly name: string;
  read(passage: Passage): Found;
  /**
   * What was found in a passage, told of its part from `start` to `end`: offsets count from `start`, and
   * what does not lie wholly inside is left out. Without it a part is read anew.
   */
  slice?(found: Found, start: number, end: number): Found;
  /**
   * What was found in passages one after another, told of the whole that begins with the first; `offsets`
   * say where each begins in it. Without it the whole is read anew.
   */
  join?(found: readonly Found[], offsets: readonly number[], whole: Passage): Found;
}

/** Where a passage leaves out what its source has. */
export interface Gap {
  /** Of the character behind it. */
  readonly offset: number;
  readonly breaksLine: boolean;
}

/** From one line of a paragraph in a cell of a grid table to the next: nothing is ended there. */
const GRID_WRAP = /^\s*\|[^\n]*\n[^\n]*\|[^\S\n]*$/;

/** Where a passage was cut out of another, or what it was put together of. */
type Origin =
  | { readonly passage: Passage; readonly start: number }
  | { readonly parts: readonly Passage[]; readonly offsets: readonly number[] };

/**
 * Repaired text that knows where each of its characters stands in the source: lines joined, stray
 * spaces and page marks left out, nothing added. `text` keeps the characters as printed; `reading`
 * has the same length and offsets with full-width letters, digits and brackets made uniform, and is
 * what rules match against.
 */
export class Passage {
  private cachedReading: string | undefined;
  private cachedGaps: readonly Gap[] | undefined;
  private annotations: Map<string, unknown> | undefined;

  private constructor(
    readonly source: SourceText,
    readonly text: string,
    /** Offset in `text` at which each run of unbroken source characters begins; ascending. */
    private readonly runStarts: readonly number[],
    /** Offset in the source of each run's first character; ascending. */
    private readonly runSources: readonly number[],
    /** Offsets in `text` at which a new paragraph begins, 0 left out; ascending. */
    readonly breaks: readonly number[] = [],
    private readonly origin: Origin | null = null,
  ) {}

  /** The stretches of the source one after another, with nothing between them. */
  static of(source: SourceText, spans: readonly Span[]): Passage {
    const [only] = spans;
    if (only && spans.length === 1 && only.end > only.start) {
      // Nearly all are; lists that grow keep room for sixteen more.
      return new Passage(source, source.text.slice(only.start, only.end), [0], [only.start]);
    }
    const starts: number[] = [];
    const sources: number[] = [];
    let text = '';
    for (const span of spans.filter(({ start, end }) => end > start)) {
      starts.push(text.length);
      sources.push(span.start);
      text += source.text.slice(span.start, span.end);
    }
    return new Passage(source, text, starts, sources);
  }

  /** Paragraphs of one source one after another, as one text that knows where each begins. */
  static paragraphs(source: SourceText, parts: readonly Passage[]): Passage {
    const { passages, breaks } = laidOut(parts, () => true);
    return Passage.concat(source, passages, breaks);
  }

  /**
   * Passages that say a whole each, put together: what was found in them is found in what they make.
   * @param opens whether a part opens a paragraph
   */
  static join(
    source: SourceText,
    parts: readonly Passage[],
    opens: (index: number) => boolean,
  ): Passage {
    const { passages, offsets, breaks } = laidOut(parts, opens);
    return Passage.concat(source, passages, breaks, { parts: passages, offsets });
  }

  /** Passages of one source one after another. */
  static concat(
    source: SourceText,
    passages: readonly Passage[],
    breaks: readonly number[] = [],
    origin: Origin | null = null,
  ): Passage {
    if (passages.length === 1) return passages[0]!;
    const starts: number[] = [];
    const sources: number[] = [];
    let text = '';
    for (const passage of passages) {
      for (let run = 0; run < passage.runStarts.length; run++) {
        starts.push(text.length + passage.runStarts[run]!);
        sources.push(passage.runSources[run]!);
      }
      text += passage.text;
    }
    return new Passage(source, text, starts, sources, breaks, origin);
  }

  /** The annotation told from that of the passages that this one was made of; undefined where it has to be read. */
  private derived<Found>(annotator: Annotator<Found>): Found | undefined {
    const { origin } = this;
    if (origin === null) return undefined;
    if ('parts' in origin) {
      if (!annotator.join) return undefined;
      const found = origin.parts.map((part) => part.annotation(annotator));
      return annotator.join(found, origin.offsets, this);
    }
    if (!annotator.slice) return undefined;
    const whole = origin.passage.annotation(annotator);
    return annotator.slice(whole, origin.start, origin.start + this.length);
  }

  get length(): number {
    return this.text.length;
  }

  get reading(): string {
    this.cachedReading ??= this.uniform();
    return this.cachedReading;
  }

  /** The words as records give them: as printed, with “ and ” again where the whole text has only straight marks. */
  get words(): string {
    return this.source.onlyStraightQuotes ? withReadQuotes(this.text, this.reading) : this.text;
  }

  /** A part reads as it does in its whole, where a quotation may have begun before it. */
  private uniform(): string {
    const { origin, text } = this;
    if (origin !== null && 'passage' in origin) {
      return origin.passage.reading.slice(origin.start, origin.start + text.length);
    }
    return withPairedQuotes(widthNormalized(text), this.breaks);
  }

  /** The passage from `start` to `end`, offsets in `text`. */
  slice(start: number, end: number = this.text.length): Passage {
    if (start === 0 && end === this.text.length) return this;
    const starts: number[] = [];
    const sources: number[] = [];
    if (end > start) {
      for (let run = this.runAt(start); run < this.runStarts.length; run++) {
        const runStart = this.runStarts[run]!;
        if (runStart >= end) break;
        const from = Math.max(runStart, start);
        starts.push(from - start);
        sources.push(this.runSources[run]! + from - runStart);
      }
    }
    return new Passage(
      this.source,
      this.text.slice(start, Math.max(start, end)),
      starts,
      sources,
      this.breaks
        .slice(
          firstIndex(this.breaks, (offset) => offset > start),
          firstIndex(this.breaks, (offset) => offset >= end),
        )
        .map((offset) => offset - start),
      { passage: this, start },
    );
  }

  /** What the annotator finds in this passage; read once, and told from the whole for a part of one. */
  annotation<Found>(annotator: Annotator<Found>): Found {
    this.annotations ??= new Map();
    if (this.annotations.has(annotator.name)) return this.annotations.get(annotator.name) as Found;
    const found = this.derived(annotator) ?? annotator.read(this);
    this.annotations.set(annotator.name, found);
    return found;
  }

  /** Its paragraphs, one passage each. */
  paragraphs(): Passage[] {
    const ends = [...this.breaks, this.text.length];
    return ends.map((end, index) => this.slice(ends[index - 1] ?? 0, end));
  }

  /** The same words counted in another text that begins at `offset` of this one's source. */
  rebase(source: SourceText, offset: number): Passage {
    const moved = new Passage(
      source,
      this.text,
      this.runStarts,
      this.runSources.map((position) => position - offset),
      this.breaks,
    );
    moved.cachedReading = this.cachedReading;
    return moved;
  }

  /** The passage without white space at its ends. */
  trim(): Passage {
    const start = this.text.length - this.text.trimStart().length;
    return this.slice(start, Math.max(start, this.text.trimEnd().length));
  }

  /** Offset in the source of the character at `position` of `text`. */
  sourceOffset(position: number): number {
    const run = this.runAt(position);
    return this.runSources[run]! + position - this.runStarts[run]!;
  }

  /** Where the words from `start` to `end` (offsets in `text`, not empty) stand in the source. */
  span(start = 0, end: number = this.text.length): Span {
    return { start: this.sourceOffset(start), end: this.sourceOffset(end - 1) + 1 };
  }

  /** The same as a record gives it. */
  at(start = 0, end: number = this.text.length): At {
    const span = this.span(start, end);
    return { page: this.source.pageAt(span.start), start: span.start, end: span.end };
  }

  /** The words as the source holds them, line breaks included. */
  raw(start = 0, end: number = this.text.length): string {
    const span = this.span(start, end);
    return this.source.text.slice(span.start, span.end);
  }

  /** Offsets in `text` before which the source breaks the line. */
  lineBreaks(): number[] {
    return this.gaps()
      .filter(({ breaksLine }) => breaksLine)
      .map(({ offset }) => offset);
  }

  /** Offsets in `text` before which the source has more than `text` keeps: a line's end, only white space, or a `<br>`. */
  gaps(): readonly Gap[] {
    this.cachedGaps ??= this.readGaps();
    return this.cachedGaps;
  }

  private readGaps(): Gap[] {
    const gaps: Gap[] = [];
    for (let run = 1; run < this.runStarts.length; run++) {
      const offset = this.runStarts[run]!;
      const last = this.runSources[run - 1]! + offset - this.runStarts[run - 1]! - 1;
      const next = this.runSources[run]!;
      const between = this.source.text.slice(last + 1, next);
      const wraps = GRID_WRAP.test(between);
      const breaksLine = (between.includes('\n') && !wraps) || next < last;
      if (breaksLine || wraps || /^(?:\s|<br\s*\/?>)+$/i.test(between))
        gaps.push({ offset, breaksLine });
    }
    return gaps;
  }

  /** `raw` and `at` together, as every value of a record carries them. */
  grounding(start = 0, end: number = this.text.length): { raw: string; at: At } {
    return { raw: this.raw(start, end), at: this.at(start, end) };
  }

  private runAt(position: number): number {
    return Math.max(0, firstIndex(this.runStarts, (start) => start > position) - 1);
  }
}

/** The parts that hold words, where each begins in what they make, and the paragraphs of that. */
function laidOut(
  parts: readonly Passage[],
  opens: (index: number) => boolean,
): { passages: Passage[]; offsets: number[]; breaks: number[] } {
  const passages: Passage[] = [];
  const offsets: number[] = [];
  const breaks: number[] = [];
  let length = 0;
  for (const [index, part] of parts.entries()) {
    if (part.length === 0) continue;
    if (length > 0 && opens(index)) breaks.push(length);
    for (const offset of part.breaks) breaks.push(length + offset);
    passages.push(part);
    offsets.push(length);
    length += part.length;
  }
  return { passages, offsets, breaks };
}
