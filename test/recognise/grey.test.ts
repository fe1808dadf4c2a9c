import { expect, it } from 'vitest';
import { greyOf, greyOfBits } from '../../pipeline/recognise/grey.js';

type Colour = readonly [red: number, green: number, blue: number];

/** A picture of 10 by 20 pixels: paper, but for the colours of its first and last row. */
const picture = (first: Colour, last: Colour) => {
  const data = new Uint8Array(10 * 20 * 3).fill(250);
  for (let at = 0; at < 30; at++) {
    data[at] = first[at % 3]!;
    data[19 * 30 + at] = last[at % 3]!;
  }
  return { width: 10, height: 20, channels: 3 as const, data };
};

const ends = ({ data }: { readonly data: Uint8Array }): readonly number[] => [data[0]!, data[199]!];

it.each<[string, Colour, Colour, boolean, readonly number[]]>([
  ['a stamp fades, black ink stays', [20, 20, 20], [240, 40, 40], false, [20, 240]],
  ['a head of bright red is kept on a first page', [255, 0, 0], [255, 0, 0], true, [150, 255]],
  ['not on another page', [255, 0, 0], [255, 0, 0], false, [255, 255]],
  ['a head of dark red is seen as it is', [200, 20, 20], [20, 20, 20], true, [200, 20]],
])('%s', (_, first, last, isFirst, expected) => {
  expect(ends(greyOf(picture(first, last), isFirst))).toEqual(expected);
});

it('reads bits, of which 1 is white', () => {
  const { data } = greyOfBits(10, 2, Uint8Array.from([0b10000000, 0b01000000, 0, 0xff]));
  expect([...data]).toEqual([
    ...[255, 0, 0, 0, 0, 0, 0, 0, 0, 255],
    ...[0, 0, 0, 0, 0, 0, 0, 0, 255, 255],
  ]);
});
