import { describe, expect, it } from 'vitest';
import { formatNumber } from '../../pipeline/read/docx/number-formats.js';
import { blocksOf, paragraph } from './docx-input.js';

const level = (at: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;

const NOTHING = '<w:suff w:val="nothing"/>';
const LEVELS = [
  level(0, 'chineseCounting', '%1、', NOTHING),
  level(1, 'chineseCountingThousand', '（%2）', NOTHING),
  level(2, 'decimal', '%3.'),
].join('');
const list = (id: number, abstract: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${overrides}</w:num>`;
const NUMBERING = `<w:abstractNum w:abstractNumId="7">${LEVELS}</w:abstractNum>${list(1, 7)}`;

const item = (words: string, at: number, id = 1): string =>
  paragraph(words, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);

const words = async (body: string, numbering = NUMBERING, styles = '') =>
  (await blocksOf(body, { numbering, styles })).map((block) => (block as string[])[1]);

describe('numbers that Word counts', () => {
  it('stand before their paragraphs, deeper ones counted anew under each higher one', async () => {
    const body =
      item('总体要求', 0) +
      item('重点任务', 0) +
      item('优化服务。', 1) +
      item('推进改革。', 2) +
      item('开展辅导。', 2) +
      item('强化监管。', 1) +
      item('统筹计划。', 2) +
      paragraph('各地要抓好落实。') +
      item('保障措施', 0);
    expect(await words(body)).toEqual([
      '一、总体要求',
      '二、重点任务',
      '（一）优化服务。',
      '1. 推进改革。',
      '2. 开展辅导。',
      '（二）强化监管。',
      '1. 统筹计划。',
      '各地要抓好落实。',
      '三、保障措施',
    ]);
  });

  it('make list items, unless their outline level makes headings', async () => {
    const heading = '<w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>';
    const body = item('甲', 0) + paragraph('乙', heading);
    expect(await blocksOf(body, { numbering: NUMBERING })).toEqual([
      ['list_item', '一、甲'],
      ['heading 2', '二、乙'],
    ]);
  });

  it('go on in another list of the same definition, or begin where it says', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = NUMBERING + list(2, 7) + list(3, 7, restart);
    const body = item('甲', 0) + item('乙', 0, 2) + item('丙', 0, 3) + item('丁', 0, 3);
    expect(await words(body, numbering)).toEqual(['一、甲', '二、乙', '一、丙', '二、丁']);
  });

  it('may never begin anew, show digits only, or name higher levels', async () => {
    const levels =
      level(0, 'chineseCounting', '第%1章') +
      level(1, 'decimal', '第%2条', '<w:lvlRestart w:val="0"/>') +
      level(2, 'decimal', '%1.%2.%3', '<w:isLgl/>');
    const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${list(1, 0)}`;
    const body = [0, 1, 2, 0, 1, 2].map((at) => item('甲', at)).join('');
    expect(await words(body, numbering)).toEqual([
      '第一章 甲',
      '第1条 甲',
      '1.1.1 甲',
      '第二章 甲',
      '第2条 甲',
      '2.2.1 甲',
    ]);
  });

  it('come from the style, its level from the list, and can be taken away', async () => {
    const linked = `<w:pStyle w:val="L2"/>`;
    const levels = level(0, 'decimal', '%1.') + level(1, 'lowerLetter', '%2)', linked);
    const numbering = `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${list(1, 0)}`;
    const numbered = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles = `<w:style w:type="paragraph" w:styleId="L2">${numbered}</w:style><w:style w:type="paragraph" w:styleId="L3"><w:basedOn w:val="L2"/></w:style>`;
    const body =
      paragraph('甲', '<w:pStyle w:val="L2"/>') +
      paragraph('乙', '<w:pStyle w:val="L3"/><w:numPr><w:ilvl w:val="1"/></w:numPr>') +
      paragraph('丙', '<w:pStyle w:val="L2"/><w:numPr><w:numId w:val="0"/></w:numPr>');
    expect(await words(body, numbering, styles)).toEqual(['a) 甲', 'b) 乙', '丙']);
  });

  it('are found by a style that stands for a list', async () => {
    const numbering =
      `<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>` +
      `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${LEVELS}</w:abstractNum>` +
      list(1, 0) +
      list(2, 1);
    const styles =
      '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    expect(await words(item('甲', 0), numbering, styles)).toEqual(['一、甲']);
  });

  it('count paragraphs without words, and leave bullets and lists unknown without sign', async () => {
    const bullets = `<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '\uf06c')}</w:abstractNum>${list(2, 8)}`;
    const body = item('甲', 0) + item('', 0) + item('乙', 0) + item('丙', 0, 2) + item('丁', 0, 9);
    expect(await words(body, NUMBERING + bullets)).toEqual(['一、甲', '三、乙', '丙', '丁']);
  });

  it.each<[string, number, string]>([
    ['chineseCounting', 10, '十'],
    ['chineseCounting', 21, '二十一'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 1010, '一千零一十'],
    ['japaneseCounting', 12, '十二'],
    ['chineseLegalSimplified', 13, '壹拾叁'],
    ['ideographDigital', 20, '二〇'],
    ['ideographTraditional', 3, '丙'],
    ['ideographZodiac', 12, '亥'],
    ['ideographZodiacTraditional', 13, '丙子'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedCircleChinese', 3, '③'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalEnclosedFullstop', 1, '⒈'],
    ['decimalFullWidth', 12, '１２'],
    ['decimalZero', 7, '07'],
    ['upperRoman', 14, 'XIV'],
    ['lowerLetter', 27, 'aa'],
    ['ordinal', 22, '22nd'],
    ['numberInDash', 5, '- 5 -'],
    ['none', 5, ''],
    ['notKnown', 5, '5'],
  ])('%s of %i is %s', (format, value, shown) => {
    expect(formatNumber(value, format)).toBe(shown);
  });
});
