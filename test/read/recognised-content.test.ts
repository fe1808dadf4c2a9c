import { describe, expect, it } from 'vitest';
import { layoutDocument, layoutPage } from '../../pipeline/layout/layout-document.js';
import { pictureScale } from '../../pipeline/read/pages/picture.js';
import { recognisedContent } from '../../pipeline/read/pages/recognised-content.js';
import { markHabits, mendLetters } from '../../pipeline/recognise/marks.js';
import type { RecognisedLine } from '../../pipeline/recognise/recognised-page.js';

type Word = readonly [text: string, x0: number, x1: number, confidence?: number];

const line = (words: readonly Word[], top = 100): RecognisedLine => ({
  box: { x0: 0, top, x1: 2000, bottom: top + 40 },
  words: words.map(([text, x0, x1, confidence = 90]) => ({ text, x0, x1, confidence })),
});

/** The lines on a page of 600 by 800 points at 200 dots an inch. */
const contentOf = (lines: readonly RecognisedLine[]) => {
  const scale = 200 / 72;
  const sides = { width: Math.round(600 * scale), height: Math.round(800 * scale) };
  const place = { width: 600, height: 800, left: 0, top: 0, scale, raster: sides };
  return recognisedContent({ ...sides, lines, rulings: [] }, 1, place).content;
};

const read = (...lines: readonly RecognisedLine[]): string => {
  const content = contentOf(lines);
  return layoutDocument([layoutPage(content)]).source.text.trim();
};

describe('a recognised line', () => {
  it.each<[string, readonly Word[], string]>([
    [
      'a comma that ends in the middle of its place',
      [
        ['机制，', 0, 90],
        ['推动', 125, 205],
      ],
      '机制，推动',
    ],
    [
      'digits before a Chinese character',
      [
        ['到2027', 0, 120],
        ['年', 150, 190],
      ],
      '到2027年',
    ],
    [
      'Latin words',
      [
        ['Web', 0, 60],
        ['App', 90, 150],
      ],
      'Web App',
    ],
    [
      'a word drawn over those that follow',
      [
        ['温州', 0, 400],
        ['市人民', 80, 200],
      ],
      '温州市人民',
    ],
    [
      'a word of which OCR is not sure',
      [
        ['深入', 0, 80, 95],
        ['贯彻', 80, 160, 3],
        ['落实', 160, 240, 95],
      ],
      '深入贯彻落实',
    ],
    [
      'the line between two columns',
      [
        ['行政', 0, 80],
        ['|', 100, 104],
        ['|关要', 130, 210],
      ],
      '行政关要',
    ],
    [
      'signs between letters that are no frames',
      [
        ['万吨', 0, 80],
        ['/', 82, 90],
        ['日', 92, 130],
        ['，', 130, 150],
        ['5', 170, 190],
        ['~', 190, 210],
        ['10', 210, 250],
      ],
      '万吨/日，5~10',
    ],
    [
      'a speck',
      [
        ['审批', 0, 80],
        ['·', 82, 84, 12],
        ['程序', 85, 165],
      ],
      '审批程序',
    ],
    [
      'a frame',
      [
        ['昌', 0, 30, 9],
        ['刺', 30, 60, 2],
        ['_', 60, 90, 8],
      ],
      '',
    ],
    ['nothing', [], ''],
  ])('with %s', (_, words, expected) => {
    expect(read(line(words))).toBe(expected);
  });

  it('keeps columns apart', () => {
    const rows = [0, 1, 2, 3].map((row) =>
      line(
        [
          ['序号', 0, 80],
          ['责任单位', 400, 560],
          ['时限', 900, 980],
        ],
        100 + row * 60,
      ),
    );
    const content = contentOf(rows);
    const starts = content.characters.filter(({ text }) => text === '责' || text === '时');
    expect(new Set(starts.map(({ box }) => Math.round(box.x0)))).toEqual(new Set([144, 324]));
  });
});

it.each([
  ['国办发【2024]54号', '国办发〔2024〕54号'],
  ['浙政办发[2025〕5号', '浙政办发〔2025〕5号'],
  ['（浙政办发【2025]', '（浙政办发〔2025〕'],
  ['〈浙政办发〔2025〕5号)', '（浙政办发〔2025〕5号）'],
  ['各县〈市、区)人民政府', '各县（市、区）人民政府'],
  ['(一)明确主体', '（一）明确主体'],
  ['单位:为', '单位：为'],
  // What may be meant so stays.
  ['《〈办法〉解读》', '《〈办法〉解读》'],
  ['【重要】', '【重要】'],
  ['比例为3:1,4:2', '比例为3:1,4:2'],
  ['Web(App)', 'Web(App)'],
  ['（未完', '（未完'],
  ['[2024]年度', '[2024]年度'],
  ['《办法》（2024）5号线', '《办法》（2024）5号线'],
  // A bracket that was not seen stands with the digit beside it.
  ['温政办发〔202538号', '温政办发〔2025〕38号'],
  ['温政办发2025〕38号', '温政办发〔2025〕38号'],
  ['编号（202538号', '编号（202538号'],
  ['衢民〔202541号', '衢民〔2025〕41号'],
  // Signs of letters that no list has, where the number shows what they are.
  ['衢民（2025）41号', '衢民〔2025〕41号'],
  ['《年鉴》（2025）', '《年鉴》（2025）'],
  // The day of a line that is a date and nothing else.
  ['2024年9月25', '2024年9月25日'],
  ['2024年9月45', '2024年9月45'],
  ['截至2024年9月25', '截至2024年9月25'],
  // A mark behind a stop is a speck.
  ['开展走访。.12月20日前', '开展走访。12月20日前'],
  ['走访率98.12', '走访率98.12'],
  ['（三）发展休闲渔业·打造线路', '（三）发展休闲渔业。打造线路'],
  ['由阿卜杜拉·买买提牵头', '由阿卜杜拉·买买提牵头'],
  ['检查频次丶干扰', '检查频次、干扰'],
  ['丶部', '丶部'],
  ['有效使用°推动', '有效使用。推动'],
  ['气温35°以上', '气温35°以上'],
  ['-、提信心', '一、提信心'],
  ['-3.0、-2.5', '-3.0、-2.5'],
])('mends the marks of %s', (letters, expected) => {
  expect(mendLetters([...letters]).join('')).toBe(expected);
});

it('takes dots for stops where a document has many', () => {
  const dotted = [...'做好工作·加强检查·落实责任·'];
  const named = [...'买买提·艾力。阿不都·热西提。完成。'];
  expect(mendLetters(dotted, markHabits([dotted])).join('')).toBe('做好工作。加强检查。落实责任。');
  expect(mendLetters(named, markHabits([named])).join('')).toBe(named.join(''));
});

it('mends brackets however deep', () => {
  const brackets = [...'〈'.repeat(10_000), ...')'.repeat(10_000)];
  expect(mendLetters(brackets).join('')).toBe('（'.repeat(10_000) + '）'.repeat(10_000));
});

it.each([
  [595, 842, 200 / 72],
  [14_400, 14_400, Math.sqrt(16_000_000) / 14_400],
  [0, 0, 200 / 72],
])('draws a page of %i by %i points with %f pixels a point', (width, height, scale) => {
  expect(pictureScale(width, height)).toBeCloseTo(scale, 6);
});

describe('a page number', () => {
  const body = Array.from({ length: 20 }, (_, index) =>
    line([['各级机关应当依法履行职责', 200, 680]], 200 + index * 80),
  );
  const foot = (text: string, top: number, bottom: number): RecognisedLine => ({
    box: { x0: 300, top, x1: 410, bottom },
    words: [{ text, x0: 330, x1: 350, confidence: 60 }],
  });
  const lastLine = (...more: readonly RecognisedLine[]): string =>
    read(...body, ...more)
      .split('\n')
      .at(-1)!;

  it.each([
    ['misread at the foot', foot('7', 2100, 2126), '各级机关应当依法履行职责'],
    ['misread with a dash', foot('刺_', 2100, 2126), '各级机关应当依法履行职责'],
    ['read as it stands', foot('—7—', 2100, 2126), '—7—'],
    ['of the height of text: a word', foot('印发', 2100, 2140), '印发'],
    ['amid the page: a note', foot('注1', 1810, 1836), '注1'],
  ])('%s', (_, last, expected) => {
    expect(lastLine(last)).toBe(expected);
  });
});
