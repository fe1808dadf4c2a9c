import type { ColumnLine, LineRun } from './column-lines.js';

/** The height that a row's words take. */
export interface RowBand {
  readonly top: number;
  readonly bottom: number;
  /** Whether it goes on with the last row of the page before. */
  readonly isRest?: boolean;
}

/** What each row has one of: its number, or the words of its first column. */
export interface RowAnchor extends RowBand {
  readonly middle: number;
}

/** What tells rows apart on one page. */
export interface RowEvidence {
  /** Runs of the columns whose cells go over no more than one row, from the top. */
  readonly runs: readonly LineRun[];
  readonly anchors: readonly RowAnchor[];
  /** Heights of lines drawn across, between the header and the table's end. */
  readonly rules: readonly number[];
  /** Whether the page goes on with a row of the page before. */
  readonly goesOn: boolean;
  /** Whether the anchors are the rows' numbers. */
  readonly numbered: boolean;
}

/** Share of a line's height by which places may differ that are meant to be the same. */
const SAME = 0.3;

/**
 * The rows of a page from the top, where they can be told apart with certainty: by lines across, by
 * the wider gaps between rows than between the lines of a cell, else by the anchors, which stand at
 * the tops or in the middles of their rows; null where these do not agree.
 */
export function rowBands(evidence: RowEvidence): RowBand[] | null {
  const bands: RowBand[] = [];
  for (const [index, part] of partsBetween(evidence).entries()) {
    const isFirst = index === 0;
    const own = { ...part, goesOn: isFirst && evidence.goesOn };
    const ruled = evidence.rules.length > 0 && own.anchors.length <= 1;
    const rows = ruled ? [around(own.runs)] : bandsByGaps(own);
    if (rows === null) return null;
    bands.push(...rows);
  }
  return bands;
}

/** The evidence between each two lines across. */
function partsBetween({
  runs,
  anchors,
  rules,
  numbered,
}: RowEvidence): Omit<RowEvidence, 'goesOn'>[] {
  const bounds = [Number.NEGATIVE_INFINITY, ...rules, Number.POSITIVE_INFINITY];
  return bounds.slice(1).flatMap((to, index) => {
    const from = bounds[index]!;
    const inside = ({ top, bottom }: RowBand): boolean =>
      (top + bottom) / 2 >= from && (top + bottom) / 2 < to;
    const own = runs.flatMap((run) => {
      const lines = run.lines.filter(inside);
      return lines.length === 0 ? [] : [runOf(run.column, lines)];
    });
    if (own.length === 0) return [];
    return [{ runs: own, anchors: anchors.filter(inside), rules: [], numbered }];
  });
}

const runOf = (column: number, lines: readonly ColumnLine[]): LineRun => ({
  column,
  lines,
  top: lines[0]!.top,
  bottom: lines.at(-1)!.bottom,
});

const around = (of: readonly RowBand[]): RowBand => ({
  top: of.reduce((least, { top }) => Math.min(least, top), Number.POSITIVE_INFINITY),
  bottom: of.reduce((most, { bottom }) => Math.max(most, bottom), Number.NEGATIVE_INFINITY),
});

/** Lines of all columns that a single row without a number has at the most. */
const MOST_LINES = 8;

/** Share of a line's height by which lines that stand beside each other reach past each other. */
const BESIDE = 0.05;

interface Component extends RowBand {
  readonly lines: readonly ColumnLine[];
  readonly anchors: readonly RowAnchor[];
}

function bandsByGaps({ runs, anchors, goesOn, numbered }: RowEvidence): RowBand[] | null {
  const components = componentsOf(runs, anchors);
  // Where no gap shows how far rows stand apart, what has no number may be any number of rows.
  if (!numbered && !goesOn && components.length === 1 && components[0]!.lines.length > MOST_LINES)
    return null;
  const bands: Component[] = [];
  for (const [index, component] of components.entries()) {
    if (component.anchors.length <= 1) bands.push(component);
    else {
      const split = splitAtTops(component, goesOn && index === 0) ?? splitAtMiddles(component);
      if (split === null) return null;
      bands.push(...split);
    }
  }
  return withoutLoose(bands, goesOn);
}

/** Runs that stand beside each other, from the top: what no gap from side to side parts. */
function componentsOf(runs: readonly LineRun[], anchors: readonly RowAnchor[]): Component[] {
  const sorted = [...runs].sort((one, other) => one.top - other.top);
  const groups: LineRun[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const run of sorted) {
    const { size } = run.lines[0]!;
    if (groups.length > 0 && run.top < bottom - size * BESIDE) groups.at(-1)!.push(run);
    else groups.push([run]);
    bottom = Math.max(bottom, run.bottom);
  }
  return groups.map((group) =>
    componentOf(
      group.flatMap(({ lines }) => lines),
      anchors,
    ),
  );
}

function componentOf(lines: readonly ColumnLine[], anchors: readonly RowAnchor[]): Component {
  const { top, bottom } = around(lines);
  const own = anchors.filter(({ middle }) => middle >= top && middle <= bottom);
  return { top, bottom, lines, anchors: own };
}

/** The rows of a component where each begins with its anchor; null where they do not. */
function splitAtTops(component: Component, goesOn: boolean): Component[] | null {
  const { lines, anchors } = component;
  const slack = lines[0]!.size * SAME;
  const tops = anchors.map(({ top }) => top);
  if (!goesOn && Math.abs(tops[0]! - component.top) > slack) return null;
  const cuts = tops.filter((top) => top > component.top + slack);
  for (const cut of cuts) {
    if (lines.some(({ top, bottom }) => top < cut - slack && bottom > cut + slack)) return null;
    const begun = new Set(
      lines.filter(({ top }) => Math.abs(top - cut) <= slack).map(({ column }) => column),
    );
    if (begun.size < 2) return null;
  }
  return [...cuts, Number.POSITIVE_INFINITY].map((to, index) => {
    const from = cuts[index - 1] ?? Number.NEGATIVE_INFINITY;
    const own = lines.filter(({ middle }) => middle >= from && middle < to);
    return componentOf(own, anchors);
  });
}

/** The rows of a component where each anchor stands in the middle of its row; null where they do not. */
function splitAtMiddles({ lines, anchors }: Component): Component[] | null {
  const slack = lines[0]!.size * SAME;
  const rows: Component[] = [];
  let left = [...lines].sort((one, other) => one.top - other.top);
  for (const anchor of anchors) {
    const end = anchor.middle * 2 - (left[0]?.top ?? Number.NaN);
    const own = left.filter(({ bottom }) => bottom <= end + slack);
    left = left.filter(({ bottom }) => bottom > end + slack);
    if (!own.some(({ bottom }) => bottom >= end - slack)) return null;
    if (left.some(({ top }) => top < end - slack)) return null;
    rows.push(componentOf(own, [anchor]));
  }
  return left.length === 0 ? rows : null;
}

/** Rows of which what stands apart without an anchor is a part; null where it may be one of two. */
function withoutLoose(bands: readonly Component[], goesOn: boolean): RowBand[] | null {
  const atTop = standAtTop(bands);
  const rows: Component[] = [];
  for (let at = 0; at < bands.length; at++) {
    const band = bands[at]!;
    const above = rows.at(-1);
    if (band.anchors.length > 0) rows.push(band);
    else if (above === undefined && goesOn && !isHalf(band, bands[at + 1]))
      rows.push({ ...band, isRest: true });
    else if (atTop && above !== undefined) rows[rows.length - 1] = united(above, band);
    else if (above !== undefined && isHalf(band, above))
      rows[rows.length - 1] = united(above, band);
    else if (isHalf(band, bands[at + 1])) rows.push(united(band, bands[++at]!));
    else return null;
  }
  return rows;
}

/** Whether anchors stand at the tops of their rows. */
function standAtTop(bands: readonly Component[]): boolean {
  const tall = bands.filter(({ anchors: [anchor], top, bottom }) => {
    return anchor !== undefined && bottom - top > (anchor.bottom - anchor.top) * 1.5;
  });
  const tops = tall.filter(({ anchors: [anchor], top, lines }) => {
    return Math.abs(anchor!.top - top) <= lines[0]!.size * SAME;
  });
  return tall.length > 0 && tops.length === tall.length;
}

/** Whether what stands apart and a row beside it have the row's anchor in their middle together. */
function isHalf(loose: Component, row: Component | undefined): boolean {
  const [anchor] = row?.anchors ?? [];
  if (row === undefined || anchor === undefined) return false;
  const { top, bottom } = around([loose, row]);
  return Math.abs((top + bottom) / 2 - anchor.middle) <= loose.lines[0]!.size * SAME;
}

const united = (one: Component, other: Component): Component => ({
  ...around([one, other]),
  lines: [...one.lines, ...other.lines],
  anchors: [...one.anchors, ...other.anchors],
});
