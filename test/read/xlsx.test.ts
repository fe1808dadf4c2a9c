import { describe, expect, it } from 'vitest';
import { readSource } from '../../pipeline/read/index.js';
import { zip } from './archive-input.js';
import { readXlsx, rowOf, sheetBlocksOf, xlsx } from './xlsx-input.js';

const HEADS = ['序号', '任务', '责任单位'];

describe('a workbook', () => {
  it('gives lines above and below the head of a table, and merged cells once', async () => {
    const rows = [
      rowOf(1, ['重点任务清单']),
      rowOf(2, ['', '', '单位：万元']),
      rowOf(3, HEADS),
      rowOf(4, ['一、提信心']),
      rowOf(5, ['1', '1.推进改革', '甲局']),
      rowOf(6, ['', '2.优化服务', '藏']),
      rowOf(7, ['注：按职责分工负责']),
    ];
    const merged = ['A1:C1', 'A5:A6', 'C5:C6'];
    expect(await sheetBlocksOf({ name: 'Sheet1', rows: rows.join(''), merged })).toEqual([
      ['paragraph', '重点任务清单'],
      ['paragraph', '单位：万元'],
      [
        'table',
        '4x3 head 1',
        '0,0 序号',
        '0,1 任务',
        '0,2 责任单位',
        '1,0 1x3 一、提信心',
        '2,0 2x1 1',
        '2,1 1.推进改革',
        '2,2 2x1 甲局',
        '3,1 2.优化服务',
      ],
      ['paragraph', '注：按职责分工负责'],
    ]);
  });

  it('reads shared, rich, inline and worked out words, numbers as shown, and no errors', async () => {
    const rows =
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' +
      '<row><c t="str"><f>A1</f><v>算出</v></c><c s="1"><v>0.95</v></c></row>' +
      '<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c><f>A9</f></c></row>';
    const document = await readXlsx(xlsx([{ name: 'a', rows }], ['0%']));
    expect(document.format).toBe('xlsx');
    expect(document.source.text).toBe('共享\t甲局\n算出\t95%\nTRUE\n');
    expect(document.warnings.map(({ code }) => code)).toEqual(['formulas_without_value']);
  });

  it('leaves out what is struck through, a run or a whole cell, and says so', async () => {
    const rows =
      '<row><c t="inlineStr"><is><r><t>推进</t></r><r><rPr><strike/></rPr><t>旧</t></r><r><t>新任务</t></r></is></c></row>' +
      '<row><c t="inlineStr"><is><r><t>10</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>4</t></r><r><t>吨</t></r></is></c></row>';
    const document = await readXlsx(xlsx([{ name: 'a', rows }]));
    expect(document.source.text).toBe('推进新任务\n10⁴吨\n');
    expect(document.warnings).toMatchObject([
      { code: 'struck_text_left_out', message: expect.stringMatching(/：1$/) },
    ]);
  });

  it('keeps line breaks inside cells', async () => {
    const rows = rowOf(1, HEADS) + rowOf(2, ['1', '推进', '甲局&#10;乙局_x000D_']);
    expect(await sheetBlocksOf({ name: 'a', rows })).toMatchObject([
      ['table', '2x3 head 1', {}, {}, {}, '1,0 1', '1,1 推进', '1,2 甲局\n乙局'],
    ]);
  });

  it('heads several sheets by their titles, or by names that somebody gave', async () => {
    const table = rowOf(2, HEADS) + rowOf(3, ['1', '推进', '甲局']);
    const blocks = await sheetBlocksOf(
      { name: '清单一', rows: rowOf(1, ['改革任务清单']) + table },
      { name: '清单二', rows: table },
      { name: 'Sheet3', rows: table },
      { name: '空', rows: '' },
    );
    expect(blocks.filter((block) => (block as string[])[0] !== 'table')).toEqual([
      ['heading', '改革任务清单'],
      ['heading', '清单二'],
    ]);
  });

  it('begins a new table after an empty row where a head follows', async () => {
    const rows = [
      rowOf(1, HEADS),
      rowOf(2, ['1', '推进', '甲局']),
      rowOf(4, ['2', '优化', '乙局']),
      rowOf(6, ['附表二']),
      rowOf(7, HEADS),
      rowOf(8, ['1', '强化', '丙局']),
    ];
    const blocks = await sheetBlocksOf({ name: 'a', rows: rows.join('') });
    expect(blocks.map((block) => (block as string[]).slice(0, 2))).toEqual([
      ['table', '3x3 head 1'],
      ['paragraph', '附表二'],
      ['table', '2x3 head 1'],
    ]);
  });

  it('leaves out what is hidden and says so', async () => {
    const sheet = {
      name: '任务',
      rows:
        rowOf(1, ['任务', '藏列', '单位']) +
        rowOf(2, ['甲', '藏', '甲局'], 'hidden="1"') +
        rowOf(3, ['', '藏', '乙局']) +
        rowOf(5, ['丙', '藏', '丙局'], 'hidden="true"'),
      merged: ['A2:A3'],
      columns: '<cols><col min="2" max="2" hidden="1"/></cols>',
    };
    const hidden = { name: '底稿', state: 'veryHidden', rows: rowOf(1, ['密']) };
    const document = await readXlsx(xlsx([sheet, hidden]));
    expect(document.source.text).toBe('任务\t单位\n甲\t乙局\n');
    expect(document.warnings.map(({ message }) => message)).toEqual([
      '隐藏的行未采用（Hidden rows are left out）：任务: 2, 5',
      '隐藏的列未采用（Hidden columns are left out）：任务: B',
      '隐藏的工作表未采用（Hidden sheets are left out）：底稿',
    ]);
  });

  it('does not mind cells far apart', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><v>甲</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>乙</v></c></row>';
    const document = await readXlsx(xlsx([{ name: 'a', rows }]));
    expect(document.source.text).toBe('甲\n乙\n');
  });
});

describe('a workbook that cannot be read', () => {
  const ranges = Array.from({ length: 3000 }, (_, at) => `A1:XFD${1_000_000 + at}`);
  const many = Array.from({ length: 8000 }, (_, at) => rowOf(at + 1, ['甲'])).join('');

  it.each<[string, string, Buffer]>([
    ['has no main part', 'damaged', zip([{ name: 'xl/worksheets/a.xml', data: '<a/>' }])],
    ['is cut short', 'damaged', xlsx([{ name: 'a', rows: '' }]).subarray(0, 700)],
    ['has a broken sheet', 'damaged', xlsx([{ name: 'a', rows: '<row>' }])],
    ['shows no words', 'empty', xlsx([{ name: 'a', rows: '' }])],
    ['shows only what is hidden', 'empty', xlsx([{ name: 'a', state: 'hidden', rows: many }])],
    [
      'shows more characters than anybody writes',
      'too_complex',
      xlsx([{ name: 'a', rows: bigSheet() }]),
    ],
    [
      'has merged cells laid over each other',
      'too_complex',
      xlsx([{ name: 'a', rows: many, merged: ranges }]),
    ],
  ])('as it %s: %s', async (_, code, bytes) => {
    const read = readSource({ bytes, name: 'list.xlsx' }, { encoding: null });
    await expect(read).rejects.toMatchObject({ name: 'ReadError', code });
  });
});

/** A row of cells that all show the longest of the shared words. */
function bigSheet(): string {
  return `<row r="1">${'<c t="s"><v>2</v></c>'.repeat(1600)}</row>`;
}
