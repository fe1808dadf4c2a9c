import { describe, expect, it } from 'vitest';
import type { Character } from '../../pipeline/layout/page.js';
import { cellLines } from '../../pipeline/layout/ruled/cell-lines.js';
import { edgesToGroups } from '../../pipeline/layout/ruled/connected-edges.js';
import { type Edge, rulingsToEdges } from '../../pipeline/layout/ruled/edge.js';
import { headerRowsBySpans } from '../../pipeline/layout/ruled/header-rows.js';
import { joinEdges } from '../../pipeline/layout/ruled/join-edges.js';
import { withoutNarrowTracks } from '../../pipeline/layout/ruled/narrow-tracks.js';
import { across, down, grid, text } from './ruled-input.js';

const flat = (position: number, start: number, end: number): Edge => ({
  direction: 'horizontal',
  position,
  start,
  end,
});
const upright = (position: number, start: number, end: number): Edge => ({
  ...flat(position, start, end),
  direction: 'vertical',
});

describe('rulings to edges', () => {
  it('takes the centre line', () => {
    expect(rulingsToEdges([across(10, 0, 100, 2), down(50, 5, 20, 1)])).toEqual([
      flat(10, 0, 100),
      upright(50, 5, 20),
    ]);
  });

  it('takes a dot both ways', () => {
    const directions = rulingsToEdges([across(10, 20, 21, 1)]).map(({ direction }) => direction);
    expect(directions).toEqual(['horizontal', 'vertical']);
  });

  it('leaves out what has no place', () => {
    expect(rulingsToEdges([across(Number.NaN, 0, 100)])).toEqual([]);
  });
});

describe('joining edges', () => {
  const cases: [string, Edge[], Edge[]][] = [
    ['pieces with small gaps', [flat(10, 0, 50), flat(10, 52, 100)], [flat(10, 0, 100)]],
    [
      'pieces far apart stay two',
      [flat(10, 0, 50), flat(10, 60, 100)],
      [flat(10, 0, 50), flat(10, 60, 100)],
    ],
    ['double lines', [flat(10, 0, 100), flat(12, 0, 100)], [flat(11, 0, 100)]],
    [
      'lines of two rows stay two',
      [flat(10, 0, 100), flat(16, 0, 100)],
      [flat(10, 0, 100), flat(16, 0, 100)],
    ],
    ['pieces within others', [flat(10, 0, 100), flat(10, 20, 30)], [flat(10, 0, 100)]],
    ['stubs and lone dots', [flat(10, 0, 3), upright(10, 0, 3)], []],
  ];
  it.each(cases)('%s', (_name, edges, joined) => {
    expect(joinEdges(edges)).toEqual(joined);
  });

  it('makes a line of dots', () => {
    const dots = Array.from({ length: 40 }, (_, index) => across(10, index * 2, index * 2 + 1, 1));
    expect(joinEdges(rulingsToEdges(dots))).toEqual([flat(10, 0, 79)]);
  });
});

describe('groups of edges', () => {
  it('parts tables that do not touch', () => {
    const edges = joinEdges(
      rulingsToEdges([...grid([10, 50, 90], [10, 30]), ...grid([10, 50, 90], [60, 80])]),
    );
    expect(edgesToGroups(edges).map(({ horizontal }) => horizontal.length)).toEqual([2, 2]);
  });

  it('takes lines of one direction for none', () => {
    expect(edgesToGroups([flat(10, 0, 100), flat(20, 0, 100)])).toEqual([]);
  });
});

describe('narrow rows and columns', () => {
  it('go where no words of their own stand in them', () => {
    const areas = [
      { row: 0, column: 0, row_span: 1, column_span: 1 },
      { row: 0, column: 1, row_span: 1, column_span: 1 },
      { row: 0, column: 2, row_span: 1, column_span: 1 },
    ];
    const { xs, areas: left } = withoutNarrowTracks(
      { xs: [0, 50, 54, 100], ys: [0, 20], areas },
      () => false,
    );
    expect(xs).toEqual([0, 50, 100]);
    expect(left.map(({ column }) => column)).toEqual([0, 1]);
  });

  it('stay where words stand in them', () => {
    const areas = [
      { row: 0, column: 0, row_span: 1, column_span: 1 },
      { row: 0, column: 1, row_span: 1, column_span: 1 },
    ];
    expect(withoutNarrowTracks({ xs: [0, 5, 100], ys: [0, 20], areas }, () => true).xs).toEqual([
      0, 5, 100,
    ]);
  });
});

describe('lines of a cell', () => {
  const words = (characters: readonly Character[]): string[] =>
    cellLines(characters).map((line) => line.map((one) => one.text).join(''));

  it('reads from top to bottom, left to right, whatever was drawn first', () => {
    expect(words([...text('省市', 10, 30), ...text('责任', 10, 15)])).toEqual(['责任', '省市']);
  });

  it('keeps raised marks in their line', () => {
    expect(words([...text('排放', 10, 20, 12), ...text('①', 34, 18, 6)])).toEqual(['排放①']);
  });

  it('reads words set sideways as a reader who turns the page', () => {
    const sideways = [...'指标'].map(
      (character, index): Character => ({
        ...text(character, 10, 60 - index * 10)[0]!,
        angle: 270,
      }),
    );
    expect(words(sideways)).toEqual(['指标']);
  });
});

describe('header rows by spans', () => {
  const cell = (row: number, column: number, row_span = 1, column_span = 1) => ({
    row,
    column,
    row_span,
    column_span,
  });
  it.each([
    ['plain heads', 3, [cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1)], 1],
    ['heads over columns', 4, [cell(0, 0, 2), cell(0, 1, 1, 2), cell(1, 1), cell(1, 2)], 2],
    [
      'three levels',
      5,
      [cell(0, 0, 1, 3), cell(1, 0, 1, 2), cell(1, 2, 2), cell(2, 0), cell(2, 1)],
      3,
    ],
    ['a title over all', 4, [cell(0, 0, 1, 3), cell(1, 0), cell(1, 1), cell(1, 2)], 2],
    [
      'a form',
      6,
      [cell(0, 0, 1, 3), cell(1, 0), cell(1, 1, 1, 2), cell(2, 0), cell(2, 1, 1, 2)],
      2,
    ],
    ['a single row', 1, [cell(0, 0), cell(0, 1)], 0],
  ])('%s', (_name, rows, cells, expected) => {
    expect(headerRowsBySpans({ rows, columns: 3, cells })).toBe(expected);
  });
});
