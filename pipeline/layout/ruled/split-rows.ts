import type { Character } from '../page.js';
import type { FilledArea } from './cell-area.js';
import { cellLines } from './cell-lines.js';
import type { Areas } from './narrow-tracks.js';

/** Fewer lines can be one number over another in one cell. */
const FEWEST_LINES = 3;
const NUMBER = /^(?:[（(]?[-–—−+△▲]?[\d,.，．]*\d[\d,.，．]*[%％‰]?[）)]?|[-–—−/…]{1,3})$/u;

/**
 * Rows that hold several lines of numbers, parted into a row a line: tables of figures whose body has
 * no lines between its rows. Numbers do not wrap, so where half of the columns hold only numbers and
 * all other cells' lines stand on the heights of these, each height is a row.
 */
export function splitRowsOfNumbers(grid: Areas<FilledArea>): Areas<FilledArea> {
  let { ys, areas } = grid;
  for (let row = ys.length - 2; row >= 0; row--) {
    const heights = lineHeights(areas, row);
    if (heights === null) continue;
    const bounds = heights.slice(1).map((height, index) => (height + heights[index]!) / 2);
    const added = bounds.length;
    areas = areas.flatMap((area) => {
      if (area.row > row) return [{ ...area, row: area.row + added }];
      if (area.row + area.row_span <= row) return [area];
      if (area.row_span > 1) return [{ ...area, row_span: area.row_span + added }];
      return partsOf(area, bounds);
    });
    ys = [...ys.slice(0, row + 1), ...bounds, ...ys.slice(row + 1)];
  }
  return { ...grid, ys, areas };
}

/** Where the lines of a row stand that is to be parted; null for all other rows. */
function lineHeights(areas: readonly FilledArea[], row: number): number[] | null {
  const cells = areas
    .filter((area) => area.row === row && area.row_span === 1 && area.characters.length > 1)
    .map(({ characters }) => cellLines(characters));
  const figures = cells.filter((lines) => lines.every((line) => NUMBER.test(textOf(line))));
  if (cells.length < 3 || figures.length < 2 || figures.length * 2 < cells.length) return null;
  const most = figures.reduce((one, other) => (other.length > one.length ? other : one));
  if (most.length < FEWEST_LINES) return null;
  const heights = most.map(middleOf);
  const others = areas.filter((area) => area.row === row && area.characters.length > 0);
  return others.every(({ characters }) => standOn(cellLines(characters).map(middleOf), heights))
    ? heights
    : null;
}

/** Whether each line stands on one of the heights. */
const standOn = (lines: readonly number[], heights: readonly number[]): boolean =>
  lines.every((line) => heights.some((height) => Math.abs(height - line) < 3));

const textOf = (line: readonly Character[]): string =>
  line
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/gu, '');

const middleOf = (line: readonly Character[]): number => {
  const { box } = line.reduce((one, other) => (other.size > one.size ? other : one));
  return (box.top + box.bottom) / 2;
};

function partsOf(area: FilledArea, bounds: readonly number[]): FilledArea[] {
  return [...bounds, Number.POSITIVE_INFINITY].map((to, index) => {
    const from = bounds[index - 1] ?? Number.NEGATIVE_INFINITY;
    const characters = area.characters.filter(({ box }) => {
      const middle = (box.top + box.bottom) / 2;
      return middle >= from && middle < to;
    });
    return { ...area, row: area.row + index, row_span: 1, characters };
  });
}
