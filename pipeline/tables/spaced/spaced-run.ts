import { append } from '../../model/append.js';
import type { SourceDocument } from '../../model/document.js';
import type { RawLine } from '../typed/raw-lines.js';
import { cellOf, EMPTY_CELL, joinCells, type RawCell, type RawRow } from '../typed/raw-rows.js';
import type { Run } from '../typed/run.js';
import { anchorsOf } from './anchors.js';
import { columnEdges, headsAbove } from './columns.js';
import { cutPages, type TablePage } from './cut-pages.js';
import { withDisplacedBodies } from './displaced-bodies.js';
import { type SpacedHead, spacedHeader } from './header.js';
import { type CellLine, type Cut, piecesOf, type SpacedLine } from './pieces.js';
import { asPrinted, standsAsPrinted } from './printed-places.js';
import { withoutProse, withoutTail } from './prose.js';
import { cutRows } from './rows.js';
import { typedStarts } from './typed-starts.js';

const LONGEST_LINE = 400;
/** More than any page holds. */
const MOST_LINES = 600;
/** Lines of a page that are looked at to tell whether they are rows. */
const LOOK_AHEAD = 24;
/** Lines of a page's head that a table's header may stand below. */
const RUNNING_HEAD = 2;
/** `备注：…`, `附件2`: what stands below a table in its first column. */
const BELOW = /^(?:(?:备注|注|说明|资料来源)[：:]|附件\s*\d*\s*[：:]?$)/;

/**
 * Rows of a table whose columns are made by spaces, as `pdftotext -layout` prints tables, from the
 * header at line `from` on: cells of several lines, heads over two, the header again on each page or not.
 * No rows where no header stands there.
 */
export function spacedRun(document: SourceDocument, lines: readonly RawLine[], from: number): Run {
  const none: Run = { basis: 'aligned', rows: [], certain: true, next: from + 1 };
  const pages = new PageCollector(document, lines, from);
  if (!pages.collect()) return none;
  const rows = new SpacedRows(document, pages.heads, pages.pages).rows();
  return rows.length < 2 ? none : { ...none, rows, heads: 1, next: pages.next };
}

class PageCollector {
  readonly pages: TablePage[] = [];
  next: number;
  /** Whether cells stand under their heads as they are printed, not as their characters are counted. */
  private printed = false;

  constructor(
    private readonly document: SourceDocument,
    private readonly lines: readonly RawLine[],
    from: number,
  ) {
    this.next = from;
  }

  get heads(): readonly SpacedHead[] {
    return this.pages[0]!.heads;
  }

  /** Collects the pages of a table; false where no header stands here. */
  collect(): boolean {
    let header = this.headerAt(this.next);
    if (header === null) return false;
    if (header.header.length === 1 && this.standsAsPrinted(header)) {
      this.printed = true;
      header = this.headerAt(this.next) ?? header;
    }
    let goesOn = this.page(header);
    while (goesOn) {
      let at = this.next;
      while (this.lines[at]?.kind === 'furniture') at++;
      const again = this.headerBelow(at);
      if (again !== null) goesOn = this.page(again);
      else if (at < this.lines.length && this.looksLikeRows(at)) {
        goesOn = this.page({ heads: this.heads, header: [], next: at });
      } else goesOn = false;
    }
    return true;
  }

  private standsAsPrinted({ header, next }: Header): boolean {
    const ahead = this.spaced(next, LOOK_AHEAD);
    const end = ahead.findIndex(({ apart }, at) => at > 0 && apart);
    const rows = end < 0 ? ahead : ahead.slice(0, end);
    return standsAsPrinted(
      header[0]!.words,
      rows.map(({ words }) => words),
    );
  }

  private headerBelow(at: number): Header | null {
    for (let below = 0; below <= RUNNING_HEAD; below++) {
      const header = this.headerAt(at + below);
      if (header !== null) return header.heads.length === this.heads.length ? header : null;
    }
    return null;
  }

  private headerAt(at: number): Header | null {
    const ahead = this.spaced(at, 4);
    if (ahead.length === 0 || piecesOf(ahead[0]!.words).length < 1) return null;
    // Tabs part cells by themselves.
    if (ahead[0]!.words.includes('\t')) return null;
    const found = spacedHeader(ahead);
    if (found === null) return null;
    const header = ahead.slice(0, found.lines);
    return { heads: found.heads, header, next: this.indexOf(header.at(-1)!, at) + 1 };
  }

  /** Takes a page's lines; false where the table ends on it. */
  private page({ heads, header, next }: Header): boolean {
    const body: SpacedLine[] = [];
    let at = next;
    for (; at < this.lines.length && body.length < MOST_LINES; at++) {
      const line = this.lines[at]!;
      if (line.kind !== 'line' || line.end - line.start > LONGEST_LINE) break;
      const spaced = this.spacedLine(line);
      if (spaced.words.includes('\t')) break;
      if (at > next && this.opensPage(line)) break;
      if (BELOW.test(spaced.words.trim())) break;
      body.push(spaced);
    }
    const above = header.length > 0 ? heads : headsAbove(heads, body);
    const edges = columnEdges(above, body);
    const lines = withoutTail(withoutProse(body, edges), edges);
    this.pages.push({ heads: above, header, lines });
    this.next = next + lines.length;
    if (lines.length < body.length || at >= this.lines.length) return false;
    return this.lines[at]!.kind === 'furniture' || this.opensPage(this.lines[at]!);
  }

  /** Whether the next page goes on with rows though it repeats no header: words between the edges of columns. */
  private looksLikeRows(at: number): boolean {
    const ahead = this.spaced(at, LOOK_AHEAD);
    const edges = columnEdges(headsAbove(this.heads, ahead), ahead);
    const parted = ahead.filter(({ words }) => piecesOf(words).length >= 2).length;
    const [number] = this.heads;
    const counted =
      number?.kind === 'number' &&
      ahead.some(({ words }) => /^\s*\d{1,4}(?:\s|$)/.test(words)) &&
      parted * 5 >= ahead.length;
    return (
      ahead.length >= 2 &&
      (counted || parted * 2 > ahead.length) &&
      withoutProse(ahead, edges).length === ahead.length
    );
  }

  private opensPage(line: RawLine): boolean {
    return this.document.source.text[line.start] === '\f';
  }

  private indexOf({ line }: SpacedLine, from: number): number {
    return this.lines.indexOf(line, from);
  }

  private spaced(from: number, count: number): SpacedLine[] {
    const found: SpacedLine[] = [];
    for (let at = from; at < from + count && this.lines[at]?.kind === 'line'; at++) {
      if (at > from && this.opensPage(this.lines[at]!)) break;
      found.push(this.spacedLine(this.lines[at]!));
    }
    return found;
  }

  private spacedLine(line: RawLine): SpacedLine {
    const end = Math.min(line.end, line.start + LONGEST_LINE);
    const { text } = this.document.source;
    let from = line.start;
    while (from < end && text[from] === '\f') from++;
    const words = text.slice(from, end);
    const { apart } = line;
    return this.printed
      ? { line, from, ...asPrinted(words), apart }
      : { line, from, words, places: null, apart };
  }
}

interface Header {
  readonly heads: readonly SpacedHead[];
  readonly header: readonly SpacedLine[];
  readonly next: number;
}

interface OpenRow extends RawRow {
  cells: RawCell[];
  blocks: number[];
}

/** Puts the rows of a table together from its pages. */
class SpacedRows {
  private readonly open: OpenRow[] = [];
  /** What each column's cells ended with so far. */
  private lastWords: readonly string[] = [];

  constructor(
    private readonly document: SourceDocument,
    private readonly heads: readonly SpacedHead[],
    private readonly pages: readonly TablePage[],
  ) {}

  rows(): OpenRow[] {
    const { cuts, widths } = cutPages(this.pages, this.heads);
    const { header } = this.pages[0]!;
    const cells = this.heads.map(({ places }) =>
      places
        .map(({ line, start, end }) => this.cell(header[line]!, start, end))
        .reduce(joinCells, EMPTY_CELL),
    );
    this.open.push({ cells, blocks: blocksOf(header), apart: false });
    for (const [index, page] of this.pages.entries()) {
      if (index > 0) append(this.open.at(-1)!.blocks, blocksOf(page.header));
      if (page.lines.length > 0) this.addRows(page.lines, cuts[index]!, widths);
    }
    return this.open.map((row) => ({
      ...row,
      cells: withDisplacedBodies(this.document, this.heads, row.cells),
    }));
  }

  private addRows(
    lines: readonly SpacedLine[],
    cuts: readonly (readonly Cut[])[],
    widths: readonly number[],
  ): void {
    const cells: CellLine[] = cuts.map((row, at) =>
      row.map((cut) => (cut ? lines[at]!.words.slice(cut.start, cut.end) : null)),
    );
    const typed = lines.every(({ places }) => places !== null)
      ? typedStarts(this.heads, cells)
      : null;
    const anchors = anchorsOf(this.heads, cells, widths);
    const starts =
      typed ??
      cutRows(
        {
          lines: cells,
          heads: this.heads,
          apart: lines.map(({ apart }) => apart),
          full: widths.map((width) => width / 2),
          before: this.lastWords,
          groups: this.groups(),
        },
        anchors,
      );
    this.lastWords = this.heads.map(
      (_, column) => cells.findLast((line) => line[column] !== null)?.[column] ?? '',
    );
    for (const [at, row] of cuts.entries()) {
      if (starts.includes(at) || this.open.length < 2) {
        this.open.push({ cells: this.heads.map(() => EMPTY_CELL), blocks: [], apart: at === 0 });
      }
      const open = this.open.at(-1)!;
      const { line } = lines[at]!;
      if (line.block >= 0) open.blocks.push(line.block);
      for (const [column, cut] of row.entries()) {
        if (cut === null) continue;
        open.cells[column] = joinCells(
          open.cells[column]!,
          this.cell(lines[at]!, cut.start, cut.end),
        );
      }
    }
  }

  /** Columns between the number and what is done: their cells may go over several rows. */
  private groups(): ReadonlySet<number> {
    const first = this.heads.findIndex(({ kind }) => kind === 'number');
    const deed = this.heads.findIndex(({ kind }) => kind === 'deed' || kind === 'indicator');
    return new Set(this.heads.flatMap((_, at) => (at > first && at < deed ? [at] : [])));
  }

  private cell({ line, from, places }: SpacedLine, start: number, end: number): RawCell {
    const [first, last] = places === null ? [start, end] : [places[start]!, places[end - 1]! + 1];
    return cellOf(this.document, line, from + first, from + last);
  }
}

const blocksOf = (lines: readonly SpacedLine[]): number[] =>
  lines.flatMap(({ line }) => (line.block < 0 ? [] : [line.block]));
