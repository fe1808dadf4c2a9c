import { describe, expect, it } from 'vitest';
import { layoutDocument, layoutPage } from '../../pipeline/layout/layout-document.js';
import type { Character, Ruling } from '../../pipeline/layout/page.js';

const [LEFT, SIZE, PITCH, ACROSS] = [80, 16, 28, 27];
const SENTENCE = '各地各部门要提高认识加强组织领导确保各项措施落到实处，';
const full = (lines: number): string => SENTENCE.repeat(lines).slice(0, ACROSS * lines);

function set(text: string, x: number, top: number, size = SIZE): Character[] {
  return [...text].map((one, index) => ({
    text: one,
    box: { x0: x + index * size, top, x1: x + (index + 1) * size, bottom: top + size },
    size,
    font: 'F',
    bold: false,
    angle: 0,
    order: index,
  }));
}

/** Words broken into lines of the page's width, the first one indented by `indent` ems. */
function body(words: string, top: number, indent = 2): Character[] {
  const characters: Character[] = [];
  for (let at = -indent, row = 0; at < words.length; at += ACROSS, row++) {
    const line = words.slice(Math.max(at, 0), at + ACROSS);
    characters.push(...set(line, LEFT + (at < 0 ? indent * SIZE : 0), top + row * PITCH));
  }
  return characters;
}

const rule = (top: number, x1 = LEFT + 140): Ruling => ({
  direction: 'horizontal',
  box: { x0: LEFT, top, x1, bottom: top },
  width: 0.5,
});

interface Sheet {
  readonly characters: readonly Character[];
  readonly rulings?: readonly Ruling[];
}

function outline(...sheets: readonly Sheet[]): string[] {
  const pages = sheets.map(({ characters, rulings = [] }, index) =>
    layoutPage({ number: index + 1, width: 595, height: 842, characters, rulings }),
  );
  const { blocks, source } = layoutDocument(pages);
  return blocks.map(({ kind, page, spans }) => {
    const words = spans.map(({ start, end }) => source.text.slice(start, end)).join('‖');
    return `${kind} ${page} ${words}`;
  });
}

/** A page whose last paragraph goes on, with `foot` below it; the page after it. */
const CUT = full(20).slice(2);
const first = (foot: readonly Character[], rulings: readonly Ruling[] = [], mark = ''): Sheet => ({
  characters: [
    ...body(CUT, 80),
    ...(mark === '' ? [] : set(mark, LEFT + ACROSS * SIZE - 2, 81, 7)),
    ...foot,
  ],
  rulings,
});
const second: Sheet = {
  characters: [
    ...body('取得实效。', 80, 0),
    ...body(full(4).slice(2), 80 + PITCH),
    ...body('一、总体要求', 80 + PITCH * 5),
  ],
};
const paragraphs = (sheet: Sheet): string[] => outline(sheet, second);
const JOINED = `paragraph 1 ${CUT}‖取得实效。`;

describe('notes at the foot of a page', () => {
  it.each([
    ['①', '①规上企业指年收入二千万元以上的企业。', '①规上企业指年收入二千万元以上的企业。'],
    ['[1]', '[1]规上企业指年收入二千万元以上的企业。', '[1]规上企业指年收入二千万元以上的企业。'],
    ['*', '*规上企业指年收入二千万元以上的企业。', '*规上企业指年收入二千万元以上的企业。'],
    ['a number', '1规上企业指年收入二千万元以上的企业。', '1规上企业指年收入二千万元以上的企业。'],
    ['注', '注：规上企业指年收入二千万元以上的企业。', '注：规上企业指年收入二千万元以上的企业。'],
  ])('below a short rule, in smaller type, marked with %s', (_, words, note) => {
    const read = paragraphs(first(set(words, LEFT, 690, 9), [rule(680)]));
    expect(read[0]).toBe(JOINED);
    expect(read[1]).toBe(`furniture 1 ${note}`);
  });

  it('below a short rule in type of the same size', () => {
    const read = paragraphs(first(set('①规上企业指二千万元以上的。', LEFT, 690), [rule(680)]));
    expect(read.slice(0, 2)).toEqual([JOINED, 'furniture 1 ①规上企业指二千万元以上的。']);
  });

  it('without a rule, where the text refers to them; the mark is no part of the sentence', () => {
    const notes = [
      ...set('①规上企业指年收入二千万元以上的企业，数据由市统计局每年', LEFT, 690, 9),
      ...set('更新。', LEFT, 703, 9),
      ...set('②见第三条。', LEFT, 716, 9),
    ];
    const read = paragraphs(first(notes, [], '①'));
    expect(read.slice(0, 3)).toEqual([
      `paragraph 1 ${CUT.slice(0, ACROSS - 2)}‖${CUT.slice(ACROSS - 2)}‖取得实效。`,
      'furniture 1 ①规上企业指年收入二千万元以上的企业，数据由市统计局每年更新。',
      'furniture 1 ②见第三条。',
    ]);
  });

  it('goes on with a note on the next page', () => {
    const [one, two] = [
      set('①规上企业指年收入二千万元以上的企业，', LEFT, 690, 9),
      set('数据由市统计局提供。', LEFT, 690, 9),
    ];
    const next = { characters: [...second.characters, ...two], rulings: [rule(680)] };
    expect(outline(first(one, [rule(680)]), next)).toContain('furniture 2 数据由市统计局提供。');
  });

  it('keeps page numbers below notes', () => {
    const foot = [...set('①见第三条。', LEFT, 690, 9), ...set('—1—', 270, 780, 14)];
    expect(paragraphs(first(foot, [rule(680)])).slice(0, 3)).toEqual([
      JOINED,
      'furniture 1 ①见第三条。',
      'furniture 1 —1—',
    ]);
  });

  it('has its page and box', () => {
    const page = layoutPage({
      number: 1,
      width: 595,
      height: 842,
      characters: first(set('①见第三条。', LEFT, 690, 9)).characters,
      rulings: [rule(680)],
    });
    const { blocks } = layoutDocument([page]);
    expect(blocks[1]).toMatchObject({
      kind: 'furniture',
      page: 1,
      box: { x0: LEFT, top: 690, x1: LEFT + 54, bottom: 699 },
    });
  });
});

describe('what is no note', () => {
  const kindOf = (sheet: Sheet, words: string): string | undefined =>
    paragraphs(sheet)
      .find((block) => block.includes(words))
      ?.split(' ')[0];

  it.each<[string, Sheet, string]>([
    [
      'a last paragraph in smaller type',
      first(set('本方案由市发展改革委负责解释。', LEFT, 700, 12)),
      '负责解释',
    ],
    ['an item of a list', first(set('①债务转贷支出二百亿元。', LEFT, 690)), '债务转贷'],
    [
      'an item in smaller type that nothing refers to',
      first(set('①债务转贷支出二百亿元。', LEFT, 690, 12)),
      '债务转贷',
    ],
    [
      'a sentence that begins with a number',
      first(set('2023年底前完成。', LEFT, 690, 12), [rule(680)]),
      '年底前完成',
    ],
    ['a numbered item', first(set('1.加强领导。', LEFT, 690, 12), [rule(680)]), '加强领导'],
    [
      'words below an underlined line',
      first(set('①债务转贷支出。', LEFT, 690), [rule(628.5)]),
      '债务转贷',
    ],
    [
      'words below a rule away from the margin',
      first(set('①债务转贷支出。', LEFT, 690), [
        { ...rule(680), box: { x0: 300, top: 680, x1: 400, bottom: 680 } },
      ]),
      '债务转贷',
    ],
    [
      'words below a rule over the whole width',
      first(set('①债务转贷支出。', LEFT, 690), [rule(680, LEFT + 432)]),
      '债务转贷',
    ],
  ])('%s', (_, sheet, words) => {
    expect(kindOf(sheet, words)).toBe('paragraph');
  });

  it('words below a table', () => {
    const edges = [
      ...[0, 100, 300].map(
        (x): Ruling => ({
          direction: 'vertical',
          box: { x0: LEFT + x, top: 600, x1: LEFT + x, bottom: 680 },
          width: 1,
        }),
      ),
      ...[600, 640, 680].map(
        (y): Ruling => ({
          direction: 'horizontal',
          box: { x0: LEFT, top: y, x1: LEFT + 300, bottom: y },
          width: 1,
        }),
      ),
    ];
    const cells = ['序号', '任务', '1', '办事①'].flatMap((words, index) =>
      set(words, LEFT + 5 + (index % 2) * 100, index < 2 ? 610 : 650),
    );
    const sheet = {
      characters: [
        ...body(full(10).slice(2), 80),
        ...cells,
        ...set('注：①指线下窗口。', LEFT, 690, 12),
      ],
      rulings: edges,
    };
    expect(kindOf(sheet, '线下窗口')).toBe('paragraph');
  });
});
