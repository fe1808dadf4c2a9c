import { readPhaseLine } from './cell-forms.js';
import { LINE_COST, type LineTraits } from './column-costs.js';
import type { ColumnShape } from './column-shapes.js';
import type { Fragment } from './fragment.js';
import { type Column, mayBeginRow } from './header.js';

/** What surrounds the lines of a row. */
export interface RowContext {
  readonly columns: readonly Column[];
  readonly shapes: readonly ColumnShape[];
  readonly afterBreak: ReadonlySet<Fragment>;
  /** The last item number of each column's cell so far; for a row that goes on over a page. */
  readonly lastLabels: readonly (number | null)[] | null;
  /** Columns whose cells are complete. */
  readonly closed: ReadonlySet<number>;
  /** Whether the lines are those of all rows, as nothing but their cells tells rows apart. */
  readonly rowsByCells: boolean;
  /** Whether the table may end within these lines. */
  readonly mayEnd: boolean;
}

/** A column for each line (-1: below the table), and how ill they fit together. */
export interface Assignment {
  readonly columns: readonly number[];
  /** Cost of each line where it stands. */
  readonly costs: readonly number[];
}

const BACK = 4;
/** Back to the first column where every row begins so. */
const NEXT_ROW = 1;
const END_TABLE = 1.2;
const BELOW_TABLE = 0.1;

const isBody = (column: Column): boolean => column.kind === 'goal' || column.kind === 'measure';

/**
 * Gives each line of a row to a column so that contents, item numbers, line widths and the order of
 * the columns agree best (Viterbi). The lines run through the columns from the first to the last; a
 * run that goes back to an earlier column costs, less so after a page break or where items count on.
 */
export function assignColumns(lines: readonly LineTraits[], context: RowContext): Assignment {
  const { columns, mayEnd } = context;
  if (lines.length === 0) return { columns: [], costs: [] };
  const count = columns.length;
  // States: first run through the columns, later runs, and below the table.
  const below = count * 2;
  const states = below + (mayEnd ? 1 : 0);
  const steps = new StepCosts(lines, context);
  let costs = new Array<number>(states).fill(Number.POSITIVE_INFINITY);
  for (let column = 0; column < count; column++) {
    costs[column] = steps.begin(column) + steps.stand(0, column);
  }
  const from: Int16Array[] = [];
  for (let at = 1; at < lines.length; at++) {
    const next = new Array<number>(states).fill(Number.POSITIVE_INFINITY);
    const source = new Int16Array(states);
    const offer = (state: number, cost: number, before: number): void => {
      if (cost >= next[state]!) return;
      next[state] = cost;
      source[state] = before;
    };
    for (let column = 0; column < count; column++) {
      const stand = steps.stand(at, column);
      for (let before = 0; before < count; before++) {
        const first = costs[before]! + stand;
        const later = costs[before + count]! + stand;
        if (before === column) {
          const stay = steps.stay(at, column);
          offer(column, first + stay, before);
          offer(column + count, later + stay, before + count);
        } else if (before < column) {
          offer(column, first + steps.forward(at, before, column, true), before);
          offer(column + count, later + steps.forward(at, before, column, false), before + count);
        } else {
          const back = steps.back(at, before, column);
          offer(column + count, first + back, before);
          offer(column + count, later + back, before + count);
        }
      }
    }
    if (mayEnd) {
      offer(below, costs[below]! + BELOW_TABLE, below);
      for (let state = 0; state < below; state++) {
        const end = steps.end(at - 1, state % count, state < count);
        offer(below, costs[state]! + end + END_TABLE + BELOW_TABLE, state);
      }
    }
    costs = next;
    from.push(source);
  }
  let state = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let candidate = 0; candidate < states; candidate++) {
    const end =
      candidate === below ? 0 : steps.end(lines.length - 1, candidate % count, candidate < count);
    if (costs[candidate]! + end < least) {
      least = costs[candidate]! + end;
      state = candidate;
    }
  }
  const result = new Array<number>(lines.length);
  for (let at = lines.length - 1; at >= 0; at--) {
    result[at] = state === below ? -1 : state % count;
    if (at > 0) state = from[at - 1]![state]!;
  }
  return {
    columns: result,
    costs: result.map((column, at) =>
      column < 0 ? 0 : LINE_COST[columns[column]!.kind](lines[at]!),
    ),
  };
}

/** The costs of each step through a row's lines. */
class StepCosts {
  /** Item number last seen before each line. */
  private readonly lastLabel: (number | null)[] = [];
  private readonly skipped: number[] = [0];
  private readonly lastBody: number;

  constructor(
    private readonly lines: readonly LineTraits[],
    private readonly context: RowContext,
  ) {
    let label: number | null = null;
    for (const { fragment } of lines) {
      this.lastLabel.push(label);
      label = fragment.label ?? label;
    }
    const { columns, shapes, lastLabels } = context;
    for (const [at, shape] of shapes.entries())
      this.skipped.push(this.skipped[at]! + (lastLabels ? 0 : shape.skipCost));
    this.lastBody = columns.findLastIndex(isBody);
  }

  /** Cost of the line itself in a column. */
  stand(at: number, column: number): number {
    const line = this.lines[at]!;
    const { width } = this.context.shapes[column]!;
    const over = width === null ? 0 : line.fragment.width - width - 1.5;
    const wide = over > 0 ? Math.min(4, 0.6 + (over / width!) * 4) : 0;
    const closed = this.context.closed.has(column) ? 4 : 0;
    return LINE_COST[this.context.columns[column]!.kind](line) + wide + closed;
  }

  begin(column: number): number {
    return this.skipped[column]! + this.enter(0, column);
  }

  /** Cost of ending the row after a line of a column. */
  end(at: number, column: number, firstRun: boolean): number {
    const skipped = firstRun ? this.skipped.at(-1)! - this.skipped[column + 1]! : 0;
    return skipped + this.leave(at, column);
  }

  stay(at: number, column: number): number {
    const line = this.lines[at]!;
    const before = this.lines[at - 1]!;
    const shape = this.context.shapes[column]!;
    const again = shape.oneLine && line.fragment.label === null ? 1.5 : 0;
    switch (this.context.columns[column]!.kind) {
      case 'group':
      case 'item':
        return again + (line.group || line.item ? 4 : 0);
      case 'goal':
      case 'measure':
        return again + this.stayInBody(at, column);
      case 'phase':
        return this.continuesPhase(before, line) ? 0 : 1.5;
      case 'unit':
        return this.context.columns[column + 1]?.kind === 'unit' ? 0.3 : 0;
      case 'contact':
        return line.contact === 'phone' && !before.mayBeName ? 0.5 : 0.2;
      default:
        return 0;
    }
  }

  private continuesPhase(before: LineTraits, line: LineTraits): boolean {
    if (before.phase === null || line.phase === null) return false;
    return readPhaseLine(before.fragment.text + line.fragment.text) !== null;
  }

  private stayInBody(at: number, column: number): number {
    const { fragment } = this.lines[at]!;
    const before = this.lines[at - 1]!;
    const { width } = this.context.shapes[column]!;
    const last = this.lastLabel[at]!;
    if (fragment.label !== null) {
      if (fragment.label === (last ?? -1) + 1) return before.ends ? 0 : 0.3;
      if (fragment.label === 1) return last !== null ? 5 : column < this.lastBody ? 1.5 : 0.3;
      return last === null ? 0.5 : 2;
    }
    const short = width !== null && before.fragment.width < width * 0.7 && !before.ends;
    return short ? 0.6 : 0;
  }

  forward(at: number, before: number, column: number, firstRun: boolean): number {
    const { rowsByCells } = this.context;
    const counts = firstRun || rowsByCells;
    const skipped = counts ? this.skipped[column]! - this.skipped[before + 1]! : 0;
    const again = !counts && this.beginsAgain(at, column) ? 4.5 : 0;
    return skipped + again + this.leave(at - 1, before) + this.enter(at, column);
  }

  /** Whether items would be counted from 1 for a second time in one row. */
  private beginsAgain(at: number, column: number): boolean {
    return isBody(this.context.columns[column]!) && this.lines[at]!.fragment.label === 1;
  }

  /** Whether a group or a work item would begin for a second time in a row, without a label. */
  private beginsUnlabelled(at: number, column: number): boolean {
    const { fragment, group, item } = this.lines[at]!;
    const { kind } = this.context.columns[column]!;
    if (kind !== 'group' && kind !== 'item') return false;
    return !group && !item && !this.context.afterBreak.has(fragment);
  }

  back(at: number, before: number, column: number): number {
    const { fragment } = this.lines[at]!;
    if (this.context.rowsByCells && mayBeginRow(this.context.columns, column)) {
      const unfilled = this.skipped.at(-1)! - this.skipped[before + 1]!;
      return NEXT_ROW + column + unfilled + this.leave(at - 1, before) + this.enter(at, column);
    }
    const last = this.lastLabel[at];
    const counts = fragment.label !== null && last !== null && fragment.label === last! + 1;
    let cost = this.context.afterBreak.has(fragment) ? 1 : BACK;
    if (this.beginsAgain(at, column)) cost += 4.5;
    if (this.beginsUnlabelled(at, column)) cost += 3;
    if (counts && isBody(this.context.columns[column]!)) {
      cost = column === this.lastBody ? 0.5 : 1.5;
      return cost + this.leave(at - 1, before);
    }
    return cost + this.leave(at - 1, before) + this.enter(at, column);
  }

  private leave(at: number, column: number): number {
    const line = this.lines[at]!;
    let open = line.opened ? 2 : 0;
    if (this.context.columns[column]!.kind === 'unit') {
      if (/[、，]$/.test(line.fragment.text) || line.unitHead) open += 4;
      else if (!line.unit && !line.unitTail && !line.lead) open += 1;
    }
    if (!isBody(this.context.columns[column]!)) return open;
    if (line.ends) return open;
    const { width } = this.context.shapes[column]!;
    return open + (width !== null && line.fragment.width >= width * 0.85 ? 1.8 : 1.2);
  }

  private enter(at: number, column: number): number {
    const line = this.lines[at]!;
    const { fragment } = line;
    const { kind } = this.context.columns[column]!;
    let cannot = line.cannotBegin ? 3 : 0;
    if (kind === 'unit' && !line.unit && !line.lead) cannot += 1;
    if (!isBody(this.context.columns[column]!) || fragment.label === null) return cannot;
    const labels = this.context.lastLabels;
    if (labels && labels[column] === fragment.label - 1) {
      return column === this.lastBody ? -1.5 : -1;
    }
    if (fragment.label === 1) return labels ? 0 : -1.5;
    return 2.5;
  }
}
