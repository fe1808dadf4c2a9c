import { expect, it } from 'vitest';
import { typeSizes } from '../../pipeline/recognise/type-sizes.js';

/** A line of characters whose middles are so many pixels from the left. */
const piece = (text: string, middles: readonly number[], height: number, y = 0) => ({
  box: { x: 500, y, width: 1000, height, slope: 0 },
  characters: [...text].map((letter, index) => ({
    ...{ text: letter, from: 0, to: 1, confidence: 1 },
    middle: middles[index]! / 1000,
  })),
});

it('is the mean distance of neighbours, though each is a whole step', () => {
  // Type of 30.6 pixels, seen at steps of 7.
  const [size] = typeSizes([piece('各县区人民政', [14, 42, 77, 105, 140, 168], 42)]);
  expect(size).toBeCloseTo(30.8, 1);
});

it('is that of a like line nearby where a line is short, a share of its height where none is', () => {
  const long = piece('各县区人民政', [20, 60, 100, 140, 180, 220], 50);
  const short = piece('到65%。', [20, 50, 70, 90, 110], 46, 60);
  const large = piece('8', [20], 90, 70);
  expect(typeSizes([long, short, large]).map(Math.round)).toEqual([40, 40, 72]);
});
