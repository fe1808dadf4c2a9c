import { describe, expect, it } from 'vitest';
import { tablesOf } from '../../pipeline/recognise/cells.js';
import { inkOf } from '../../pipeline/recognise/ink.js';
import { blank, type Raster, rotated } from '../../pipeline/recognise/raster.js';
import { rulingsOf } from '../../pipeline/recognise/rulings.js';
import { skewOf } from '../../pipeline/recognise/skew.js';
import { piecesOf } from '../../pipeline/recognise/table-boxes.js';

const INCH = 100;

/** Draws a filled rectangle in place. */
function fill({ width, data }: Raster, x0: number, top: number, x1: number, bottom: number): void {
  for (let row = top; row < bottom; row++) data.fill(30, row * width + x0, row * width + x1);
}

/** A table of three columns and rows of 200 by 60 pixels; the first column is one cell. */
function table(): Raster {
  const page = blank(800, 600);
  for (const x of [100, 300, 500, 700]) fill(page, x, 100, x + 2, 282);
  for (const y of [100, 280]) fill(page, 100, y, 702, y + 2);
  for (const y of [160, 220]) fill(page, 300, y, 702, y + 2);
  return page;
}

describe('rulings of a picture', () => {
  it('enclose cells, merged ones as one', () => {
    const { cells, rulings } = tablesOf(rulingsOf(inkOf(table()), INCH), INCH);
    expect(rulings).toHaveLength(8);
    const boxes = cells.map(({ box }) =>
      [box.x0, box.top, box.x1, box.bottom].map((side) => Math.round(side)),
    );
    expect(boxes).toContainEqual([101, 101, 301, 281]);
    expect(boxes).toContainEqual([501, 161, 701, 221]);
    expect(boxes).toHaveLength(7);
  });

  it('are told from strokes of large characters', () => {
    const page = blank(800, 600);
    // 口 of half an inch.
    fill(page, 100, 100, 150, 104);
    fill(page, 100, 146, 150, 150);
    fill(page, 100, 100, 104, 150);
    fill(page, 146, 100, 150, 150);
    expect(tablesOf(rulingsOf(inkOf(page), INCH), INCH)).toEqual({ rulings: [], cells: [] });
  });

  it('are no bars', () => {
    const page = blank(800, 600);
    fill(page, 100, 100, 700, 130);
    expect(rulingsOf(inkOf(page), INCH)).toEqual([]);
  });
});

describe('lines of a table', () => {
  const page = table();
  fill(page, 320, 120, 480, 140);
  fill(page, 520, 120, 600, 140);
  fill(page, 330, 180, 342, 200);
  const ink = inkOf(page);
  const { cells } = tablesOf(rulingsOf(ink, INCH), INCH);

  it('are cut at the sides of cells, and found by their ink', () => {
    const box = { x: 460, y: 130, width: 300, height: 32, slope: 0 };
    const pieces = piecesOf([box], cells, ink, INCH);
    const sides = pieces.map(({ x, width }) => [
      Math.round(x - width / 2),
      Math.round(x + width / 2),
    ]);
    expect(sides).toHaveLength(3);
    expect(sides[0]![0]).toBeGreaterThan(302);
    expect(sides[0]![1]).toBeLessThan(499);
    expect(sides[1]![0]).toBeGreaterThan(501);
    // The 1 alone that no line was found for.
    expect(sides[2]![0]).toBeLessThan(331);
    expect(sides[2]![1]).toBeGreaterThan(341);
    expect(pieces.every(({ cell }) => cell !== null)).toBe(true);
  });
});

it.each([-3, -0.5, 0, 1, 2.5, 6])('measures a slant of %d degrees', (degrees) => {
  const page = blank(900, 1200);
  for (let row = 0; row < 20; row++) {
    for (let column = 0; column < 28; column++) {
      const x = 100 + column * 25;
      const y = 150 + row * 45;
      fill(page, x, y, x + 20, y + 3);
      fill(page, x + 8, y, x + 11, y + 20);
    }
  }
  expect(Math.abs(skewOf(rotated(page, degrees)) - degrees)).toBeLessThan(0.16);
});
