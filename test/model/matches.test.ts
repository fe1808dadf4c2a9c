import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchesIn } from '../../pipeline/model/matches.js';

const plain = (matches: Iterable<RegExpExecArray>) =>
  Array.from(matches, (match) => [match.index, ...match, match.groups?.after ?? null]);

describe('matchesIn', () => {
  it('gives each match with its place and groups, the same the second time', () => {
    const label = /(?<bracketed>【[^】]*】)|：/g;
    const found = () => matchesIn(label, '责任单位：【时限】').map((m) => [m.index, m[0], m[1]]);
    expect(found()).toEqual([
      [4, '：', undefined],
      [5, '【时限】', '【时限】'],
    ]);
    expect(found()).toEqual(found());
  });

  it('begins at the start, whatever a test of the same pattern has looked at', () => {
    const end = /。/g;
    expect(end.test('一。二。')).toBe(true);
    expect(matchesIn(end, '一。二。').map(({ index }) => index)).toEqual([1, 3]);
  });

  it('finds what matchAll finds', () => {
    const pattern = /[，。]+(?<after>[一二])?|\s+/g;
    const text = fc.string({ unit: fc.constantFrom('，', '。', '一', '二', ' ', '市') });
    fc.assert(
      fc.property(text, (words) => {
        expect(plain(matchesIn(pattern, words))).toEqual(plain(words.matchAll(pattern)));
      }),
    );
  });
});
