import { describe, expect, it } from 'vitest';
import { dateGoverning, paragraphDate } from '../../pipeline/extract/deadlines/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

const CONTEXT = { documentYear: 2023 };

function passage(text: string): Passage {
  return Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);
}

describe('paragraphDate', () => {
  const cases: readonly (readonly [string, string | null])[] = [
    ['到2025年，建成一批平台。', '2025-12-31'],
    ['力争2023年新增10家。', '2023-12-31'],
    ['至 2023 年底，各地基本建成。', '2023-12-31'],
    ['（二）2023年6月底前，完成清理。', '2023-06-30'],
    ['推动企业升级。到2025年，新增10家。', null],
    ['2023年度工作要点', null],
  ];
  it.each(cases)('%s', (text, date) => {
    expect(paragraphDate(passage(text), CONTEXT)).toBe(date);
  });
});

describe('dateGoverning', () => {
  /** The number in question stands in ⟦⟧. */
  const cases: readonly (readonly [string, string | null])[] = [
    ['到2025年，总规模达到⟦2⟧万亿元。', '2025-12-31'],
    ['至2023年底，基本建成；一类事达到⟦5⟧个。', '2023-12-31'],
    ['到2020年，达到10亿。到2025年，稳定在⟦11⟧亿。', '2025-12-31'],
    ['到2025年，体系健全。机械化率达到⟦75⟧%。', '2025-12-31'],
    ['持续扩大覆盖面，全年支持企业不低于⟦1⟧万家。', '2023-12-31'],
    ['新增⟦10⟧家（2025年底前）。', '2025-12-31'],
    ['培育企业⟦10⟧家。2025年底前建成平台。', null],
    ['创建景区⟦3⟧个；年底前完成规划编制。', null],
    ['创建景区3个；年底前完成规划⟦2⟧项。', '2023-12-31'],
    ['创建景区⟦3⟧个年底前完成。', '2023-12-31'],
    ['压缩在⟦3⟧个工作日内政策延续实施至2024年底。', null],
    ['培育企业⟦10⟧家。', null],
    ['3月底前完成隐患整治⟦127⟧处，汛前加固水库8座。', '2023-03-31'],
    ['3月底前完成隐患整治127处，汛前加固水库⟦8⟧座。', null],
    ['1.2023年底，羁押率控制在35%以下。2.年度结案率⟦95⟧%以上。', null],
    ['1.2023年底，羁押率控制在35%以下；2.年度结案率⟦95⟧%以上。', null],
    ['1.2023年底，羁押率控制在35%以下，审查率达到⟦80⟧%以上。2.健全机制。', '2023-12-31'],
    ['到2025年：1.结案率95%以上。2.满意率⟦90⟧%以上。', '2025-12-31'],
    ['推动升级。到2025年，体系健全。机械化率达到⟦75⟧%。', '2025-12-31'],
    ['推动升级。2025年底前，完成整改。机械化率达到⟦75⟧%。', null],
    ['目标指标。到2025年，体系健全。机械化率达到⟦75⟧%。', '2025-12-31'],
    ['（一）2025年底前，做到：1.结案率95%以上。2.满意率⟦90⟧%以上。', '2025-12-31'],
  ];
  it.each(cases)('%s', (marked, date) => {
    const position = marked.indexOf('⟦');
    const text = marked.replace(/[⟦⟧]/g, '');
    expect(dateGoverning(passage(text), position, CONTEXT)).toBe(date);
  });
});
