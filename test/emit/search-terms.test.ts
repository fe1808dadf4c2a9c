import { describe, expect, test } from 'vitest';
import { folded, holds, searchTerms, unfolded } from '../../pipeline/emit/search-terms.js';

describe('the conditions of a search', () => {
  test.each([
    ['亮码 检查', ['亮码', '检查']],
    ['亮码　检查', ['亮码', '检查']],
    ['"亮码 检查" 培训', ['亮码 检查', '培训']],
    ['“亮码 检查”', ['亮码 检查']],
    ['亮码 -培训', ['亮码', '-培训']],
    ['亮码 －"一次 培训"', ['亮码', '-一次 培训']],
    ['点-面', ['点-面']],
    ['ＡＰＰ 20％', ['app', '20%']],
    ['"不闭合', ['不闭合']],
    ['"" - ""', ['-']],
    ['', []],
  ])('of %j', (query, expected) => {
    const said = searchTerms(query).map(({ words, without }) => `${without ? '-' : ''}${words}`);
    expect(said).toEqual(expected);
  });

  test.each([
    ['甲 乙', '甲乙', false, true],
    ['甲 乙', '甲', false, false],
    ['甲 乙', '甲', true, true],
    ['甲 乙', '丙', true, false],
    ['甲 -乙', '甲乙', false, false],
    ['甲 丙 -乙', '甲乙', true, false],
    ['-乙', '甲', false, true],
    ['-乙', '甲', true, true],
    ['', '甲', false, true],
  ])('%j in %j, any %j: %j', (query, text, any, expected) => {
    expect(holds(searchTerms(query), ({ words }) => text.includes(words), any)).toBe(expected);
  });

  test('width and case are folded, and each form of a character is known', () => {
    expect(folded('ＡＰＰ（Ｇ２０）　Wi-Fi')).toBe('app(g20) wi-fi');
    for (const character of 'aZ9%( ') {
      for (const form of unfolded(folded(character))) expect(folded(form)).toBe(folded(character));
      expect(unfolded(folded(character))).toContain(character);
    }
    expect(unfolded('码')).toEqual(['码']);
  });
});
