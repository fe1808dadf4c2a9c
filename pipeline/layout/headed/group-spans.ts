import type { LineRun } from './column-lines.js';
import type { RowBand } from './row-bands.js';

/** The rows that a cell of a group goes over. */
export interface GroupSpan {
  readonly run: LineRun;
  readonly row: number;
  readonly row_span: number;
}

/** Share of a line's height by which a group's words may stand beside the middle of its rows. */
const BESIDE = 0.8;

/**
 * The rows of each cell in a column of groups: one each, where there are as many as rows, else those
 * whose middle its words stand in, else from the row that begins with its words on. Words that fit
 * neither way stand in the row beside them.
 */
export function groupSpans(runs: readonly LineRun[], bands: readonly RowBand[]): GroupSpan[] {
  if (runs.length === bands.length) return runs.map((run, row) => ({ run, row, row_span: 1 }));
  return byMiddles(runs, bands) ?? byTops(runs, bands) ?? beside(runs, bands);
}

const middleOf = ({ top, bottom }: RowBand): number => (top + bottom) / 2;

function byMiddles(runs: readonly LineRun[], bands: readonly RowBand[]): GroupSpan[] | null {
  const spans: GroupSpan[] = [];
  let row = 0;
  for (const run of runs) {
    const slack = run.lines[0]!.size * BESIDE;
    let best = -1;
    let nearest = slack;
    for (let end = row; end < bands.length; end++) {
      const whole = { top: bands[row]!.top, bottom: bands[end]!.bottom };
      const off = Math.abs(middleOf(whole) - middleOf(run));
      if (off <= nearest) [best, nearest] = [end, off];
    }
    if (best < 0) return null;
    spans.push({ run, row, row_span: best + 1 - row });
    row = best + 1;
  }
  return row === bands.length ? spans : null;
}

function byTops(runs: readonly LineRun[], bands: readonly RowBand[]): GroupSpan[] | null {
  const rows = runs.map((run) => {
    const slack = run.lines[0]!.size * BESIDE;
    return bands.findIndex(({ top }) => Math.abs(top - run.top) <= slack);
  });
  if (rows.some((row, index) => row < 0 || row <= (rows[index - 1] ?? -1))) return null;
  return runs.map((run, index) => {
    const row = rows[index]!;
    return { run, row, row_span: (rows[index + 1] ?? bands.length) - row };
  });
}

const beside = (runs: readonly LineRun[], bands: readonly RowBand[]): GroupSpan[] =>
  runs.map((run) => {
    const at = bands.findIndex(({ bottom }) => middleOf(run) <= bottom);
    return { run, row: at < 0 ? bands.length - 1 : at, row_span: 1 };
  });
