import { append } from '../../model/append.js';
import type { Assignment } from './assign-columns.js';
import { ASTRAY } from './column-costs.js';
import type { Fragment } from './fragment.js';
import { type Column, mayBeginRow } from './header.js';
import type { ColumnKind } from './header-vocabulary.js';

type Lines = Fragment[];

const BODY: readonly ColumnKind[] = ['item', 'goal', 'measure'];
/** Columns that a row has one cell of: other words in them are another row's. */
const ONCE: readonly ColumnKind[] = ['phase', 'unit', 'contact'];

/** A row with its lines by column. */
export interface BuiltRow {
  readonly cells: Lines[];
  /** Whether it has a work item of its own though it has no number. */
  readonly ownItem: boolean;
}

/** Gathers the lines of a numbered row, run by run through its columns. */
export class RowBuilder {
  private readonly runs: Lines[][] = [];
  /** Lines that fit no column. */
  readonly unplaced: Fragment[] = [];
  /** Lines below the table. */
  readonly below: Fragment[] = [];
  /** Lines that only repeat a cell. */
  readonly repeated: Fragment[] = [];

  /** @param rowsByCells whether every run that begins as rows do is a row of its own, as no number tells them apart */
  constructor(
    private readonly columns: readonly Column[],
    private readonly rowsByCells = false,
  ) {}

  /** Adds the lines of one stretch. */
  add(lines: readonly Fragment[], assignment: Assignment): void {
    let before = Number.POSITIVE_INFINITY;
    for (const [at, line] of lines.entries()) {
      const column = assignment.columns[at]!;
      if (column < 0) this.below.push(line);
      else if (assignment.costs[at]! >= ASTRAY) this.unplaced.push(line);
      else {
        if (column < before) this.runs.push(this.columns.map(() => []));
        this.runs.at(-1)![column]!.push(line);
        before = column;
      }
    }
  }

  /** The lines of each column so far. */
  cells(): Lines[] {
    return this.columns.map((_, column) => this.runs.flatMap((run) => run[column]!));
  }

  /** Number of the last item in each column so far. */
  lastLabels(): (number | null)[] {
    return this.cells().map((cell) => cell.findLast(({ label }) => label !== null)?.label ?? null);
  }

  /**
   * The rows that the runs give. A run that goes on with the text (measures over a page, or below
   * the first measure's units) belongs to the row; one that brings other units, phases or contacts
   * with text of its own is a row that shares the cells before it.
   */
  rows(): BuiltRow[] {
    const rows: BuiltRow[] = [];
    for (const run of this.runs) {
      const row = rows.at(-1);
      if (!row) {
        rows.push({ cells: run.map((cell) => [...cell]), ownItem: false });
        continue;
      }
      if (this.rowsByCells) {
        this.addByCells(rows, run);
        continue;
      }
      const fresh = run.map((cell, column) => this.withoutRepeat(cell, row.cells[column]!));
      if (this.isRowOfItsOwn(fresh, row.cells)) {
        const first = fresh.findIndex((cell) => cell.length > 0);
        const cells = fresh.map((cell, column) => (column < first ? row.cells[column]! : cell));
        const { kind } = this.columns[first]!;
        rows.push({ cells, ownItem: kind === 'group' || kind === 'item' });
      } else {
        for (const [column, cell] of fresh.entries()) append(row.cells[column]!, cell);
      }
    }
    return rows.length > 0 ? rows : [{ cells: this.columns.map(() => []), ownItem: false }];
  }

  /** A run that begins in the first columns is the next row, else more of the row before (over a page). */
  private addByCells(rows: BuiltRow[], run: readonly Lines[]): void {
    const row = rows.at(-1)!;
    const first = run.findIndex((cell) => cell.length > 0);
    if (mayBeginRow(this.columns, first)) {
      const cells = run.map((cell, column) => (column < first ? row.cells[column]! : [...cell]));
      rows.push({ cells, ownItem: false });
    } else {
      for (const [column, cell] of run.entries()) append(row.cells[column]!, cell);
    }
  }

  private withoutRepeat(cell: Lines, known: readonly Fragment[]): Lines {
    if (cell.length === 0 || wordsOf(cell) !== wordsOf(known)) return cell;
    append(this.repeated, cell);
    return [];
  }

  private isRowOfItsOwn(run: readonly Lines[], row: readonly Lines[]): boolean {
    const has = (kinds: readonly ColumnKind[], test: (column: number) => boolean): boolean =>
      this.columns.some(({ kind }, column) => kinds.includes(kind) && test(column));
    return (
      has(BODY, (column) => run[column]!.length > 0) &&
      has(ONCE, (column) => run[column]!.length > 0 && row[column]!.length > 0)
    );
  }
}

const wordsOf = (lines: readonly Fragment[]): string => lines.map(({ text }) => text).join('');
