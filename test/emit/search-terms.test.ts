import { describe, expect, test } from 'vitest';
import { folded, holds, searchTerms } from '../../pipeline/emit/search-terms.js';

describe('the conditions of a search', () => {
  test.each([
    ['亮码 检查', ['亮码', '检查']],
    ['亮码　检查', ['亮码', '检查']],
    ['"亮码 检查" 培训', ['亮码检查', '培训']],
    ['“Open API”', ['open api']],
    ['亮码 -培训', ['亮码', '-培训']],
    ['亮码 －"一次 培训"', ['亮码', '-一次培训']],
    ['[2025]21号', ['(2025)21号']],
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

  test.each([
    ['ＡＰＰ（Ｇ２０）　Wi-Fi', 'app(g20)wi-fi'],
    ['温政发〔2025〕21号', '温政发(2025)21号'],
    ['温政发［2025］21 号', '温政发(2025)21号'],
    ['温政发【2025】 21号', '温政发(2025)21号'],
    ['高 效\n办　成', '高效办成'],
    ['Open  API\n接口', 'open api接口'],
    ['建成 5 个', '建成5个'],
  ])('%j is compared as %j', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });
});
