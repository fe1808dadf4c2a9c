import { expect, test } from 'vitest';
import { PageOrder } from '../../pipeline/validate/page-order.js';

type Place = [page: number | null, start: number];

const problemOf = (places: readonly Place[]): string | null => {
  const order = new PageOrder();
  for (const [page, start] of places) order.add({ page, start, end: start + 1 });
  return order.problem();
};

test.each<[Place[]]>([
  [[]],
  [
    [
      [null, 5],
      [null, 3],
    ],
  ],
  [
    [
      [302, 0],
      [302, 90],
      [303, 91],
      [305, 200],
    ],
  ],
  [
    [
      [303, 91],
      [302, 90],
      [302, 0],
    ],
  ],
])('%j follow the text', (places) => {
  expect(problemOf(places)).toBeNull();
});

test.each<[Place[], string]>([
  [
    [
      [302, 0],
      [303, 91],
      [302, 95],
    ],
    'a value at 95 is said to be on page 302, one at 91 on page 303',
  ],
  [
    [
      [302, 10],
      [303, 10],
    ],
    'a value at 10 is said to be on page 302, one at 10 on page 303',
  ],
])('%j do not', (places, problem) => {
  expect(problemOf(places)).toBe(problem);
});
