import { append } from '../../model/append.js';
import type { SourceDocument, TableBasis } from '../../model/document.js';
import { spacedRun } from '../spaced/spaced-run.js';
import { commaRun } from './comma-run.js';
import { countedRun } from './counted-run.js';
import { dashRun } from './dash-run.js';
import { gridRun } from './grid-run.js';
import { countsRows, headerRowsAt, looksLikeTable, repeatsHeader } from './header.js';
import { oneCellRun } from './one-cell-run.js';
import { pipeRun } from './pipe-run.js';
import { type RawLine, rawLines } from './raw-lines.js';
import { filled, type RawRow } from './raw-rows.js';
import type { Run } from './run.js';
import { tabRun } from './tab-run.js';

/** A table as it was typed: its header once, its rows from all its pages. */
export interface TableDraft {
  readonly basis: TableBasis;
  readonly header: readonly RawRow[];
  readonly body: RawRow[];
  /** Blocks of the headers that later pages repeat, and of titles printed again above them. */
  readonly repeated: number[];
}

interface Piece {
  readonly basis: TableBasis;
  readonly header: readonly RawRow[];
  readonly body: readonly RawRow[];
  readonly certain: boolean;
}

/** `备注：…`, `注：…`, `（续表）`, a page number: what may stand between two pages of a table. */
const BETWEEN_PAGES = /^(?:备注|注|说明|资料来源|[（(]?续表?[)）]?|[—\-－\s]*\d{1,4}[—\-－\s]*$)/;

/** The tables of a document, in order. */
export function findDrafts(document: SourceDocument): TableDraft[] {
  const drafts: TableDraft[] = [];
  for (const run of findRuns(document)) {
    for (const piece of piecesOf(run)) {
      const last = drafts.at(-1);
      const between = last === undefined ? null : blocksBetween(document, last, piece);
      if (last !== undefined && goesOn(document, last, piece, between!)) {
        append(last.body, asContinuation(piece.body));
        append(
          last.repeated,
          piece.header.flatMap((row) => row.blocks),
        );
        append(
          last.repeated,
          between!.filter((block) => !isNote(document, block)),
        );
      } else if (piece.certain || looksLikeTable(piece.header, piece.body)) {
        const { basis, header, body } = piece;
        if (header.length + body.length > 0)
          drafts.push({ basis, header, body: [...body], repeated: [] });
      }
    }
  }
  return drafts;
}

/** The first row after a page's end stands apart from those before. */
const asContinuation = (body: readonly RawRow[]): RawRow[] =>
  body.map((row, index) => (index === 0 ? { ...row, apart: true } : row));

/** Runs of rows in order: those whose way of typing is certain first, tabs in what is left. */
function findRuns(document: SourceDocument): Run[] {
  const lines = rawLines(document);
  const certain = certainRuns(document, lines);
  const runs: Run[] = [];
  let next = 0;
  for (let at = 0; at < lines.length; ) {
    const claimed = certain[next];
    if (claimed !== undefined && claimed.from === at) {
      runs.push(claimed.run);
      at = claimed.run.next;
      next++;
    } else if (lines[at]!.kind === 'line') {
      const run = tabRun(document, lines, at, claimed?.from ?? lines.length);
      if (run.rows.length > 0) runs.push(run);
      at = run.next;
    } else at++;
  }
  return runs;
}

/** Ways of typing a table that are certain, in the order in which they are tried. */
const CERTAIN = [gridRun, dashRun, pipeRun, commaRun, oneCellRun, countedRun, spacedRun] as const;

function certainRuns(
  document: SourceDocument,
  lines: readonly RawLine[],
): { from: number; run: Run }[] {
  const found: { from: number; run: Run }[] = [];
  const triedUntil = CERTAIN.map(() => 0);
  for (let at = 0; at < lines.length; ) {
    let next = at + 1;
    for (const [index, find] of CERTAIN.entries()) {
      if (at < triedUntil[index]!) continue;
      const run = find(document, lines, at);
      if (run.rows.length > 0) {
        found.push({ from: at, run });
        next = run.next;
        break;
      }
      triedUntil[index] = run.next;
    }
    at = next;
  }
  return found;
}

/** A run's parts: a header begins a new one. */
function piecesOf(run: Run): Piece[] {
  const rows = run.rows.filter((row) => filled(row.cells) > 0);
  const pieces: Piece[] = [];
  const height = headerHeight(run, rows);
  const header = rows.slice(0, height);
  let from = 0;
  let headed = height;
  const close = (end: number): void => {
    const piece = { basis: run.basis, header: rows.slice(from, from + headed) };
    pieces.push({ ...piece, body: rows.slice(from + headed, end), certain: run.certain });
  };
  for (let at = height; at < rows.length; at++) {
    const again = repeatsHeader(header, rows, at) ? height : 0;
    const other = again > 0 || !rows[at]!.apart ? again : headerRowsAt(rows, at);
    if (other === 0) continue;
    close(at);
    from = at;
    headed = other;
    at += other - 1;
  }
  close(rows.length);
  return pieces;
}

function headerHeight(run: Run, rows: readonly RawRow[]): number {
  const height = Math.max(run.heads ?? 0, headerRowsAt(rows));
  if (height > 0 || rows.length === 0) return height;
  const first = rows[0]!;
  if (run.basis === 'markup') return /^\d+$/.test(first.cells[0]!.text) ? 0 : 1;
  const again = rows.findIndex(
    (row, at) => at > 0 && row.apart && repeatsHeader([first], rows, at),
  );
  return again > 1 && filled(first.cells) >= 3 ? 1 : 0;
}

/** Blocks between a table and what may go on with it, page marks left out. */
function blocksBetween(document: SourceDocument, draft: TableDraft, piece: Piece): number[] {
  const last = [...draft.header, ...draft.body].at(-1)!.blocks.at(-1)!;
  const first = [...piece.header, ...piece.body][0]?.blocks[0] ?? last + 1;
  const between: number[] = [];
  for (let block = last + 1; block < first && between.length <= 4; block++) {
    if (document.blocks[block]!.kind !== 'furniture') between.push(block);
  }
  return between;
}

function goesOn(
  document: SourceDocument,
  draft: TableDraft,
  piece: Piece,
  between: readonly number[],
): boolean {
  if (draft.basis !== piece.basis || between.length > 4) return false;
  if (piece.header.length === 0) {
    const widest = Math.max(...draft.header.map((row) => row.cells.length), 2);
    const fits = piece.body.every((row) => row.cells.length <= widest + 1);
    return between.length === 0 && draft.header.length > 0 && fits;
  }
  if (!repeatsHeader(draft.header, piece.header, 0)) return false;
  if (draft.header.length !== piece.header.length) return false;
  if (countsRows(draft.header) && restarts(draft.body, piece.body)) return false;
  return between.every((block) => isNote(document, block) || isTitleOf(document, draft, block));
}

function isNote(document: SourceDocument, block: number): boolean {
  return document.blocks[block]!.kind === 'line' && BETWEEN_PAGES.test(wordsOf(document, block));
}

/** Whether a block says again what stands right above the table. */
function isTitleOf(document: SourceDocument, draft: TableDraft, block: number): boolean {
  const title = [...draft.header, ...draft.body][0]!.blocks[0]! - 1;
  return title >= 0 && wordsOf(document, title) === wordsOf(document, block);
}

function wordsOf(document: SourceDocument, block: number): string {
  const { spans } = document.blocks[block]!;
  return spans
    .map((span) => document.source.text.slice(span.start, Math.min(span.end, span.start + 200)))
    .join('');
}

/** Whether the numbers begin anew: another table under the same heads. */
function restarts(before: readonly RawRow[], after: readonly RawRow[]): boolean {
  const numbers = (rows: readonly RawRow[]): number[] =>
    rows.flatMap((row) =>
      /^\d{1,5}$/.test(row.cells[0]!.text) ? [Number(row.cells[0]!.text)] : [],
    );
  const last = numbers(before).at(-1);
  const first = numbers(after)[0];
  return last !== undefined && first !== undefined && first < last;
}
