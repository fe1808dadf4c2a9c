import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { folded } from '../../pipeline/emit/search-terms.js';
import { PositionSet } from '../../service/datasets/position-set.js';
import { type PlacedText, WordIndex } from '../../service/datasets/word-index.js';

async function* inPieces(texts: readonly string[]): AsyncGenerator<PlacedText[]> {
  const placed = texts.map((text, position): PlacedText => [position, text]);
  for (let at = 0; at < placed.length; at += 3) yield placed.slice(at, at + 3);
}

const indexOf = (texts: readonly string[]): Promise<WordIndex> => WordIndex.of(inPieces(texts));

const positionsIn = (set: PositionSet, size: number): number[] =>
  Array.from({ length: size }, (_, position) => position).filter((position) => set.has(position));

/** What reading every text finds. */
const scanned = (texts: readonly string[], words: string): number[] =>
  texts.flatMap((text, position) => (folded(text).includes(words) ? [position] : []));

describe('an index of words finds what reading every text finds', () => {
  test('in texts and words of few characters, which share their pairs', async () => {
    const few = fc.string({
      unit: fc.constantFrom('甲', '乙', '丙', 'a', '𠀀', ' '),
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(few, { maxLength: 40 }), few, async (texts, words) => {
        const asked = folded(words);
        fc.pre(asked !== '');
        const found = (await indexOf(texts)).with(asked);
        expect(positionsIn(found, texts.length)).toEqual(scanned(texts, asked));
      }),
      { numRuns: 500 },
    );
  });

  test('in the lines of a plan, every stretch of one to five characters of some', async () => {
    const [name] = readdirSync('samples').filter((each) => each.endsWith('.txt'));
    const text = readFileSync(`samples/${name}`, 'utf8');
    const lines = text.split('\n').filter(Boolean);
    const index = await indexOf(lines);
    let found = 0;
    for (const line of lines.slice(20, 26).map(folded)) {
      for (let at = 0; at < line.length; at += 7) {
        for (let size = 1; size <= 5; size++) {
          const words = line.slice(at, at + size);
          const expected = scanned(lines, words);
          found += expected.length;
          expect(positionsIn(index.with(words), lines.length)).toEqual(expected);
        }
      }
    }
    expect(found).toBeGreaterThan(1000);
  });

  test('two characters that stand in two texts, and no pair over their border', async () => {
    const index = await indexOf(['数据局', '教育局', '局数']);
    expect(positionsIn(index.with('局数'), 3)).toEqual([2]);
    expect(positionsIn(index.with('局'), 3)).toEqual([0, 1, 2]);
    expect(positionsIn(index.with('数据局教'), 3)).toEqual([]);
  });
});

test('sets of positions are joined bit by bit', () => {
  const size = 11;
  const [even, third] = [2, 3].map((step) =>
    PositionSet.of(
      Array.from({ length: size }, (_, at) => at).filter((at) => at % step === 0),
      size,
    ),
  ) as [PositionSet, PositionSet];
  expect(positionsIn(even.and(third), size)).toEqual([0, 6]);
  expect(positionsIn(even.or(third), size)).toEqual([0, 2, 3, 4, 6, 8, 9, 10]);
  expect(positionsIn(even.without(third), size)).toEqual([2, 4, 8, 10]);
  expect(positionsIn(PositionSet.all(size).without(even), size)).toEqual([1, 3, 5, 7, 9]);
});
