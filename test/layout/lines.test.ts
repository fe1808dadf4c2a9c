import { describe, expect, it } from 'vitest';
import { withoutDoubled } from '../../pipeline/layout/lines/doubled.js';
import { findFurniture } from '../../pipeline/layout/lines/furniture.js';
import { isTable, layoutPage, type PageLayout } from '../../pipeline/layout/lines/layout-page.js';
import { lineText } from '../../pipeline/layout/lines/line-text.js';
import { boxTurnedBack, quarterTurn, turnedBox } from '../../pipeline/layout/lines/turn.js';
import type { Character } from '../../pipeline/layout/page.js';

const SIZE = 10;

/** Characters set one beside the other from (x, top); ASCII takes half the width. */
function set(text: string, x: number, top: number, size = SIZE, angle = 0): Character[] {
  const characters: Character[] = [];
  let x0 = x;
  for (const one of text) {
    const x1 = x0 + (one < '\u0080' ? size / 2 : size);
    const box = { x0, top, x1, bottom: top + size };
    characters.push({ text: one, box, size, font: 'F', bold: false, angle, order: 0 });
    x0 = x1;
  }
  return characters;
}

/** Characters whose left edges stand `pitch` apart, and such with `gap` points between them. */
const spread = (text: string, pitch: number, x = 0): Character[][] =>
  [...text].map((one, at) => set(one, x + at * pitch, 0));
function gapped(text: string, gap: number): Character[][] {
  let x = 0;
  return [...text].map((one) => {
    const characters = set(one, x, 0);
    x = characters[0]!.box.x1 + gap;
    return characters;
  });
}

const page = (number: number, ...lines: readonly Character[][]): PageLayout =>
  layoutPage({ number, width: 600, height: 800, characters: lines.flat(), rulings: [] });

const textOf = ({ items }: PageLayout): string[] =>
  items.map((item) => (isTable(item) ? '[table]' : item.text));

describe('the words of a line', () => {
  it.each([
    ['Han characters without gaps', [set('政务服务', 0, 0)], '政务服务'],
    [
      'a number that stands a little off',
      [set('到', 0, 0), set('2025', 12.5, 0), set('年', 35, 0)],
      '到2025年',
    ],
    ['a gap of a character', [set('组长：', 0, 0), set('张三', 41, 0)], '组长： 张三'],
    ['Latin words without drawn spaces', [set('open', 0, 0), set('data', 23, 0)], 'open data'],
    ['letters set apart less', [set('o', 0, 0), set('k', 6, 0)], 'ok'],
    ['a drawn space between Latin words', [set('open data', 0, 0)], 'open data'],
    ['a drawn space beside Han characters', [set('第 3 条', 0, 0)], '第3条'],
    ['digits in the squares of a form', spread('2025年6月底前', 10), '2025年6月底前'],
    ['digits of a line that is spaced out', gapped('2025年工作要点', 3), '2025年工作要点'],
    [
      'a space between numbers of a line that is spaced out',
      [...gapped('工作要点12', 3), set('34', 75, 0)],
      '工作要点12 34',
    ],
    [
      'digits apart where Han characters touch',
      [set('共', 0, 0), ...spread('12', 10, 10)],
      '共1 2',
    ],
  ])('%s', (_, parts, expected) => {
    expect(lineText(parts.flat())).toBe(expected);
  });
});

describe('lines of a page', () => {
  it('puts what stands on one baseline on one line, raised marks too', () => {
    const raised = set('2', 30, 100.5, 5);
    expect(textOf(page(1, set('面积五百', 100, 100), set('平方米', 140, 100.5)))).toEqual([
      '面积五百平方米',
    ]);
    expect(textOf(page(1, set('三千米', 0, 100), raised, set('以上', 32.5, 100)))).toEqual([
      '三千米2以上',
    ]);
  });

  it('keeps rows that words and numbers stand in', () => {
    const rows = Array.from({ length: 10 }, (_, row) => [
      ...set(`指标${row}`, 100, 100 + row * 20),
      ...set(`${row}00`, 300, 100 + row * 20),
    ]);
    expect(textOf(page(1, ...rows))[3]).toBe('指标3 300');
  });

  it('reads a title over two columns, the left column, the right one', () => {
    const words = '各部门要提高认识落实责任加强';
    const columns = Array.from({ length: 6 }, (_, row) => [
      ...set(`${row}左${words}`, 60, 100 + row * 20),
      ...set(`${row}右${words}`, 310, 103 + row * 20),
    ]);
    const read = textOf(
      page(1, set('关于规范行政检查的实施方案征求意见稿'.repeat(2), 100, 60), ...columns),
    );
    expect(read.map((line) => line.slice(0, 2))).toEqual([
      '关于',
      '0左',
      '1左',
      '2左',
      '3左',
      '4左',
      '5左',
      '0右',
      '1右',
      '2右',
      '3右',
      '4右',
      '5右',
    ]);
  });

  it.each([3, 4])('reads %i columns one after the other', (count) => {
    const width = Math.floor(520 / count / SIZE) - 1;
    const words = '各部门要提高认识落实责任加强'.slice(0, width - 2);
    const columns = Array.from({ length: count * 8 }, (_, at) => {
      const [column, row] = [at % count, Math.floor(at / count)];
      return set(
        `${'甲乙丙丁'[column]}${row}${words}`,
        40 + column * (width + 1) * SIZE,
        100 + row * 20,
      );
    });
    const read = textOf(page(1, set('某省人民政府公报', 250, 50, 20), ...columns));
    const expected = [...'甲乙丙丁'.slice(0, count)].flatMap((one) =>
      [...'01234567'].map((row) => `${one}${row}`),
    );
    expect(read.map((line) => line.slice(0, 2))).toEqual(['某省', ...expected]);
  });

  it.each([
    ['marks that hang into the gutter', 2, '，'],
    ['a narrow gutter', 1.2, ''],
    ['a narrow gutter, and marks that hang into it', 1.3, '。'],
  ])('parts columns with %s', (_, gap, mark) => {
    const words = '各部门要提高认识落实责任加强组织';
    const width = (words.length + 2.5 + gap) * SIZE;
    const columns = Array.from({ length: 20 }, (_, at) => {
      const [column, row] = [at % 2, Math.floor(at / 2)];
      const hung = row % 3 === 1 ? mark : '';
      return set(
        `${'甲乙'[column]}${row}${words}${row < 10 ? '人' : ''}${hung}`,
        40 + column * width,
        100 + row * 20,
      );
    });
    const read = textOf(page(1, ...columns)).map((line) => line.slice(0, 2));
    expect(read).toEqual([...'甲乙'].flatMap((one) => [...'0123456789'].map((row) => one + row)));
  });

  it('takes rows of three cells of other widths, or of few words, for a table, not for columns of text', () => {
    const rows = Array.from({ length: 10 }, (_, row) => [
      ...set(`指标名称${row}数字经济`, 40, 100 + row * 20),
      ...set('各部门要提高认识落实责任加强领导', 150, 100 + row * 20),
      ...set('市商务委市财政局', 450, 100 + row * 20),
    ]);
    expect(textOf(page(1, ...rows))).toEqual(['[table]']);
    const short = Array.from({ length: 10 }, (_, row) => [
      ...set(row % 3 ? '张三' : '温州市人民政府办公室', 60, 100 + row * 20),
      ...set(row % 3 ? '李四' : '杭州市人民政府办公室', 220, 100 + row * 20),
      ...set(row % 3 ? '王五' : '宁波市人民政府办公室', 380, 100 + row * 20),
    ]);
    expect(textOf(page(1, ...short))).toEqual(['[table]']);
  });

  it('leaves out what stands beside the page', () => {
    expect(textOf(page(1, set('正文', 100, 100), set('裁切', 700, 100)))).toEqual(['正文']);
  });

  it('puts words that run across the others apart', () => {
    const { items, sideLines } = page(1, set('正文在此', 100, 100), set('注', 20, 300, SIZE, 90));
    expect(items).toHaveLength(1);
    expect(sideLines.map(({ text }) => text)).toEqual(['注']);
  });
});

describe('characters drawn twice', () => {
  it.each([
    ['shifted a little', [...set('通知', 0, 0), ...set('通知', 0.4, 0.2)], 2],
    ['four times', [0, 0.2, 0.4, 0.6].flatMap((x) => set('通', x, 0)), 1],
    ['two figures beside each other', set('11', 0, 0), 2],
    ['two like characters', set('人人', 0, 0), 2],
    ['another size over it', [...set('一', 0, 0), ...set('一', 0, 0, 20)], 2],
  ])('%s', (_, characters, left) => {
    expect(withoutDoubled(characters)).toHaveLength(left);
  });

  it('marks what it keeps as bold', () => {
    expect(withoutDoubled([...set('通', 0, 0), ...set('通', 0.4, 0)])[0]!.bold).toBe(true);
  });
});

describe('furniture', () => {
  const numbers = [0, 1, 2, 3, 4];
  const furniture = (pages: readonly PageLayout[]): string[] =>
    [...findFurniture(pages).lines].map(({ text }) => text);

  it.each([
    ['— 3 —', true],
    ['-3-', true],
    ['第 3 页 共 9 页', true],
    ['# Page 302:', true],
    ['3/20', true],
    ['3', false],
    ['2023年6月13日', false],
  ])('%s at the foot of a single page: %s', (words, expected) => {
    const lines = [set('正文一行', 100, 100), set('正文二行', 100, 120), set(words, 280, 780)];
    expect(furniture([page(1, ...lines)]).length === 1).toBe(expected);
  });

  it('takes heads that run over pages, and numbers that count on', () => {
    const pages = numbers.map((n) =>
      page(n + 1, set('政策汇编', 280, 30), set(`正文${n}`, 100, 400), set(`${n + 302}`, 280, 780)),
    );
    const found = findFurniture(pages);
    expect([...found.lines].map(({ text }) => text)).toEqual(
      numbers.flatMap((n) => ['政策汇编', `${n + 302}`]),
    );
    expect([...found.numbers.values()]).toEqual([302, 303, 304, 305, 306]);
  });

  it('leaves the document’s number in the head of the first page', () => {
    const pages = numbers.map((n) =>
      page(n + 1, set('某教发〔2025〕12号', 200, 30), set(`正文${n}`, 100, 400)),
    );
    expect([...findFurniture(pages).lines]).toEqual(pages.slice(1).map(({ items }) => items[0]));
  });

  it('leaves numbers of items that open pages', () => {
    const pages = [1, 5, 16, 25, 40].map((item, n) =>
      page(n + 1, set(`${item}.`, 100, 50), set('正文', 100, 400)),
    );
    expect(furniture(pages)).toEqual([]);
  });

  it('leaves what repeats inside pages', () => {
    const pages = numbers.map((n) =>
      page(n + 1, set('各区政府负责', 100, 300), set(`正文${n}`, 100, 320)),
    );
    expect(furniture(pages)).toEqual([]);
  });
});

describe('turned pages', () => {
  const sheet = { width: 600, height: 800 };
  const box = { x0: 100, top: 200, x1: 110, bottom: 260 };
  it.each([90, 180, 270] as const)('turned by %i degrees and back', (turn) => {
    expect(boxTurnedBack(turnedBox(box, sheet, turn), sheet, turn)).toEqual(box);
  });

  it.each([
    [0, 0],
    [3, 0],
    [357, 0],
    [90, 90],
    [268, 270],
    [45, null],
    [20, null],
  ])('words that run at %i degrees', (angle, expected) => {
    expect(quarterTurn(angle)).toBe(expected);
  });
});
