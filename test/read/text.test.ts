import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTextSource } from '../../pipeline/read/index.js';
import { toUtf8 } from './encode.js';

const read = (text: string) =>
  readTextSource({ bytes: toUtf8(text), name: 'a.txt' }, { encoding: null });

/** Each block as its kind, page and words. */
const blocks = (text: string) => {
  const document = read(text);
  return document.blocks.map((block) => [
    block.kind,
    block.page,
    block.spans.map((span) => document.source.text.slice(span.start, span.end)).join('¦'),
  ]);
};

describe('lines of a text', () => {
  it('are given without the white space at their ends', () => {
    expect(blocks('\u3000\u3000各有关单位：\u00a0\n \n\t17\t\n')).toEqual([
      ['line', null, '各有关单位：'],
      ['line', null, '17'],
    ]);
  });

  it('say what they are', () => {
    const document = read('一、总体要求');
    expect(document.format).toBe('text');
    expect(document.blocks[0]).toEqual({
      kind: 'line',
      spans: [{ start: 0, end: 6 }],
      page: null,
      box: null,
      level: null,
      table: null,
    });
  });
});

describe('pages of a text', () => {
  it('begin with their mark', () => {
    expect(blocks('三、华东\n# Page 302:\n（一）上海\n\n# Page 303:\n上海口岸\n')).toEqual([
      ['line', 301, '三、华东'],
      ['furniture', 302, '# Page 302:'],
      ['line', 302, '（一）上海'],
      ['furniture', 303, '# Page 303:'],
      ['line', 303, '上海口岸'],
    ]);
  });

  it('begin with the text where the first is marked below it', () => {
    expect(blocks('目录\n# Page 1:\n（一）上海\n')[0]).toEqual(['line', 1, '目录']);
  });

  it('end with the number printed at their foot', () => {
    expect(blocks('甲\n— 1 —\n乙\n— 2 —\n丙')).toEqual([
      ['line', 1, '甲'],
      ['furniture', 1, '— 1 —'],
      ['line', 2, '乙'],
      ['furniture', 2, '— 2 —'],
      ['line', 3, '丙'],
    ]);
  });

  it.each([
    '-9-',
    '— — — 9 —',
    '- 9 -',
    '— ９ —',
    '－9－',
    '第 9 页',
    '第 9 页 共 20 页',
    '第9页/共20页',
    'Page 9 of 20',
  ])('%s is a page mark, but a single one gives no page', (mark) => {
    expect(blocks(`甲\n${mark}\n乙`)).toEqual([
      ['line', null, '甲'],
      ['furniture', null, mark],
      ['line', null, '乙'],
    ]);
  });

  it.each(['9', '2025', '12.', '—', '第9条', '- 9 家', '“9”', '-9', '2023-2027年'])(
    '%s is no page mark',
    (line) => expect(blocks(`甲\n${line}\n乙`)[1]).toEqual(['line', null, line]),
  );

  it('are not given by marks that do not count on', () => {
    expect(blocks('甲\n— 3 —\n乙\n— 9 —\n丙\n— 5 —').map((block) => block[1])).toEqual(
      Array(6).fill(null),
    );
  });

  it('are not given by marks that would make one too long to print', () => {
    const long = `${'为深入贯彻落实。'.repeat(2000)}\n`;
    expect(read(`${long}— 1 —\n乙\n— 2 —`).source.pages).toEqual([]);
  });

  it('are counted from 1 at form feeds', () => {
    expect(blocks('甲\n\f乙\n\f丙\n')).toEqual([
      ['line', 1, '甲'],
      ['furniture', 1, '\f'],
      ['line', 2, '乙'],
      ['furniture', 2, '\f'],
      ['line', 3, '丙'],
    ]);
    expect(read('甲\n\f').source.pages).toHaveLength(1);
  });

  it('at form feeds have the numbers printed at their foot', () => {
    expect(blocks('甲\n— 7 —\n\f乙\n— 8 —\n\f丙\n— 9 —\n').map((block) => block[1])).toEqual([
      7, 7, 7, 8, 8, 8, 9, 9,
    ]);
  });

  it('take a bare number for theirs only above form feeds, where all run on', () => {
    expect(blocks('甲\n12\n\f乙\n13\n\f丙\n14\n').map((block) => block[0])).toEqual([
      'line',
      'furniture',
      'furniture',
      'line',
      'furniture',
      'furniture',
      'line',
      'furniture',
    ]);
    expect(blocks('甲\n12\n\f乙\n30\n\f丙\n14\n')[1]).toEqual(['line', 1, '12']);
    expect(blocks('1\n甲\n2\n乙\n3\n丙').every((block) => block[0] === 'line')).toBe(true);
  });
});

describe('counters of pages', () => {
  const words = '建设公园，绿化面积达到三十万平方米，惠及沿线居民三千一百户，由市园林局负责落实';
  const kinds = (marks: readonly string[], between = words) =>
    blocks(marks.map((mark) => `${between}\n${mark}\n`).join(''))
      .filter((_, index) => index % 2 === 1)
      .map((block) => block[0]);

  it.each([
    ['2 / 6', '3 / 6', '4 / 6'],
    ['１／３', '２／３', '３／３'],
    ['某市民生工程方案      第4页', '某市民生工程方案      第5页', '某市民生工程方案      第6页'],
    ['某市文件  第 1 页 共 3 页', '某市文件  第 2 页 共 3 页', '某市文件  第 3 页 共 3 页'],
  ])('%s, %s, %s are furniture', (...marks) => {
    expect(kinds(marks)).toEqual(['furniture', 'furniture', 'furniture']);
  });

  it.each([
    ['1 / 2', '2 / 2'],
    ['1/2', '1/3', '1/4'],
    ['2 / 6', '3 / 6', '5 / 6'],
    ['7 / 6', '8 / 6', '9 / 6'],
    ['总则要求  第1页', '工作要求  第2页', '附则要求  第3页'],
    ['某市民生工程方案第4页', '某市民生工程方案第5页', '某市民生工程方案第6页'],
  ])('%s, %s … are words of the body', (...marks) => {
    expect(new Set(kinds(marks))).toEqual(new Set(['line']));
  });

  it('are no rows that count on one below the other', () => {
    expect(kinds(['1/3', '2/3', '3/3'], '进度')).toEqual(['line', 'line', 'line']);
  });
});

describe('real texts', () => {
  const sample = (name: string) =>
    readTextSource(
      { bytes: readFileSync(new URL(`../../samples/${name}`, import.meta.url)), name },
      { encoding: null },
    );

  it('a compendium has its printed pages', () => {
    const document = sample('002_3b0432dd4a7437f5.txt');
    expect(document.source.pages).toHaveLength(532);
    expect(document.source.pages[0]?.number).toBe(302);
    expect(document.source.pages.at(-1)?.number).toBe(833);
    expect(document.blocks.filter((block) => block.kind === 'furniture')).toHaveLength(532);
    expect(document.blocks).toHaveLength(24_710);
  });

  it('one stray page mark in a table gives no pages', () => {
    const document = sample('001_445cbee25541fbb5.txt');
    expect(document.source.pages).toEqual([]);
    expect(document.blocks.filter((block) => block.kind === 'furniture')).toHaveLength(1);
    expect(document.blocks).toHaveLength(1840);
  });
});

describe('hostile texts', () => {
  it('a line of 20 million characters is one block', () => {
    const document = read('职责（'.repeat(7_000_000));
    expect(document.blocks).toHaveLength(1);
    expect(document.blocks[0]?.spans).toEqual([{ start: 0, end: 21_000_000 }]);
  });

  it('ten million empty lines and form feeds are read in one go', () => {
    expect(read(`甲${'\n'.repeat(10_000_000)}乙`).blocks).toHaveLength(2);
    expect(read(`甲${'\f'.repeat(100_000)}`).blocks).toHaveLength(100_001);
  });

  it('white space at the ends of a long line costs nothing', () => {
    expect(blocks(`甲\n${' '.repeat(1_000_000)}乙${'\t'.repeat(1_000_000)}`)[1]?.[2]).toBe('乙');
  });
});
