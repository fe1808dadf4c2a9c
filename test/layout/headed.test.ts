import { describe, expect, it } from 'vitest';
import { headedTables, type OpenColumns } from '../../pipeline/layout/headed/index.js';
import type { Character, Ruling } from '../../pipeline/layout/page.js';
import { printedHeader } from '../../pipeline/tables/index.js';
import { across, page, text, wordsOf } from './ruled-input.js';

/** Lines of cells: what stands at which place, at which height. */
type Placed = readonly [words: string, x: number, top: number];

const NUMBER = 50;
const DEED = 90;
const BODY = 260;
const PERIOD = 360;

const characters = (placed: readonly Placed[]): Character[] =>
  placed.flatMap(([words, x, top]) => text(words, x, top));

const read = (
  placed: readonly Placed[],
  open: OpenColumns | null = null,
  rulings: readonly Ruling[] = [],
) => headedTables(page(rulings, characters(placed)), [], printedHeader, open);

const HEADER: readonly Placed[] = [
  ['序号', NUMBER, 100],
  ['工作任务', DEED + 40, 100],
  ['责任单位', BODY + 10, 100],
  ['完成时限', PERIOD, 100],
];

/** Two rows in whose middles the shorter cells stand, set 12 points apart, the rows 16. */
const MIDDLE: readonly Placed[] = [
  ['推行企业开办一窗通办，将企业', DEED, 120],
  ['开办时间压缩至一个工作日内。', DEED, 132],
  ['1', NUMBER, 126],
  ['市市场监管局', BODY, 126],
  ['2025年底', PERIOD, 126],
  ['公布办事指南。', DEED, 154],
  ['2', NUMBER, 154],
  ['市政府办、市大', BODY, 148],
  ['数据局', BODY, 160],
  ['每季度', PERIOD, 154],
];

const MIDDLE_ROWS = [
  ['序号', '工作任务', '责任单位', '完成时限'],
  ['1', '推行企业开办一窗通办，将企业开办时间压缩至一个工作日内。', '市市场监管局', '2025年底'],
  ['2', '公布办事指南。', '市政府办、市大数据局', '每季度'],
];

describe('tables of work without lines between their columns', () => {
  it('have rows where wider gaps part them', () => {
    const { tables, unclear } = read([...HEADER, ...MIDDLE]);
    expect(tables.map(wordsOf)).toEqual([MIDDLE_ROWS]);
    expect(unclear).toEqual([]);
  });

  it('have rows by their numbers, which stand in the middle, where gaps are all the same', () => {
    const close = MIDDLE.map(([words, x, top]): Placed => [words, x, top > 140 ? top - 4 : top]);
    expect(read([...HEADER, ...close]).tables.map(wordsOf)).toEqual([MIDDLE_ROWS]);
  });

  it('have rows by their numbers, which stand at the top', () => {
    const { tables } = read([
      ...HEADER,
      ['1', NUMBER, 120],
      ['推行企业开办一窗通办，将企业', DEED, 120],
      ['开办时间压缩。', DEED, 132],
      ['市市场监管局', BODY, 120],
      ['2', NUMBER, 144],
      ['公布办事指南。', DEED, 144],
      ['市政府办、市大', BODY, 144],
      ['数据局', BODY, 156],
    ]);
    expect(wordsOf(tables[0]!).slice(1)).toEqual([
      ['1', '推行企业开办一窗通办，将企业开办时间压缩。', '市市场监管局', ''],
      ['2', '公布办事指南。', '市政府办、市大数据局', ''],
    ]);
  });

  it('have rows between lines across', () => {
    const close = MIDDLE.map(([words, x, top]): Placed => [words, x, top > 140 ? top - 4 : top]);
    const rules = [across(116, 50, 420), across(143, 50, 420), across(172, 50, 420)];
    expect(read([...HEADER, ...close], null, rules).tables.map(wordsOf)).toEqual([MIDDLE_ROWS]);
  });

  it('go on over a page, with the rest of a cell at its head', () => {
    const first = read([...HEADER, ...MIDDLE]);
    const second = read(
      [
        ['并向社会公开。', DEED, 60],
        ['3', NUMBER, 76],
        ['开展督查。', DEED, 76],
        ['市政府办', BODY, 76],
      ],
      first.open,
    );
    expect(second.tables.map(wordsOf)).toEqual([
      [
        ['', '并向社会公开。', '', ''],
        ['3', '开展督查。', '市政府办', ''],
      ],
    ]);
    expect(second.tables[0]!.goesOn).toBe(true);
    expect(second.tables[0]!.columnEdges).toEqual(first.tables[0]!.columnEdges);
  });

  it('end at running text, and head groups of rows with lines of their own', () => {
    const { tables } = read([
      ...HEADER,
      ['一、优化政务服务，方便企业和群众办事', NUMBER, 120],
      ...MIDDLE.map(([words, x, top]): Placed => [words, x, top + 16]),
      ['以上任务由各单位按照职责分工抓好落实，有关情况及时报告市政府办公室。', NUMBER, 192],
    ]);
    expect(wordsOf(tables[0]!)).toEqual([
      MIDDLE_ROWS[0],
      ['一、优化政务服务，方便企业和群众办事', null, null, null],
      ...MIDDLE_ROWS.slice(1),
    ]);
  });

  it('have heads over several columns, and cells of groups beside several rows', () => {
    const { tables } = read([
      ['类别', 50, 106],
      ['序号', 100, 106],
      ['工作任务', 140, 106],
      ['责任分工', 290, 100],
      ['牵头单位', 260, 112],
      ['配合单位', 330, 112],
      ['政务服务', 50, 140],
      ['1', 105, 132],
      ['推行一窗通办。', 140, 132],
      ['市政务局', 260, 132],
      ['市公安局', 330, 132],
      ['2', 105, 148],
      ['公布办事指南。', 140, 148],
      ['市政府办', 260, 148],
      ['各区政府', 330, 148],
    ]);
    expect(wordsOf(tables[0]!)).toEqual([
      ['类别', '序号', '工作任务', '责任分工', null],
      [null, null, null, '牵头单位', '配合单位'],
      ['政务服务', '1', '推行一窗通办。', '市政务局', '市公安局'],
      [null, '2', '公布办事指南。', '市政府办', '各区政府'],
    ]);
  });

  it('are unclear where columns touch', () => {
    const wide: readonly Placed[] = [
      ['1', NUMBER, 120],
      ['推行企业开办一窗通办，将企业开办市', DEED, 120],
      ['市场监管局', BODY, 120],
      ['时间压缩。', DEED, 132],
      ['市公安局', BODY, 132],
      ['2', NUMBER, 148],
      ['公布办事指南。', DEED, 148],
      ['市政府办', BODY, 148],
    ];
    const { tables, unclear } = read([...HEADER, ...wide]);
    expect(tables).toEqual([]);
    expect(unclear).toHaveLength(1);
  });

  it('are unclear where neither gaps nor numbers part their rows', () => {
    const header = HEADER.slice(1);
    const rows = [0, 1, 2, 3].flatMap((row): Placed[] => [
      ['推行企业开办一窗通办。', DEED, 112 + row * 12],
      ['市市场监管局', BODY, 112 + row * 12],
      ['每季度', PERIOD, 112 + row * 12],
    ]);
    const { tables, unclear } = read([...header, ...rows]);
    expect(tables).toEqual([]);
    expect(unclear).toHaveLength(1);
  });

  it('are none without a header of work', () => {
    const plain = HEADER.map(([, x, top], index): Placed => [`第${index}栏`, x, top]);
    expect(read([...plain, ...MIDDLE])).toEqual({ tables: [], unclear: [], open: null });
  });
});
