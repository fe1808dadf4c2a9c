import { describe, expect, it } from 'vitest';
import { textLine, writtenPdf } from '../../bench/text-pdf.js';
import { LayerMarks } from '../../pipeline/read/pdf/layer-marks.js';
import { outlineOf, readPdf } from './pdf-reading.js';

const BODY = textLine(79, 700, 16, '各级行政执法机关应当依法履行职责。');
const layer = (name: string, content: string): string => `/OC /${name} BDC\n${content}EMC\n`;
const draft = textLine(79, 600, 16, '征求意见稿');
const end = textLine(79, 500, 16, '其后的字');
const PICTURE = 'q 595 0 0 842 0 0 cm /Im1 Do Q\n';

async function read(content: string, layers: boolean[]): Promise<[string[], string[]]> {
  const document = await readPdf(writtenPdf({ pages: [{ content }], layers }));
  return [outlineOf(document), document.warnings.map(({ code }) => code)];
}

describe('layers of a page', () => {
  it.each<[string, boolean[], string[], string[]]>([
    ['is off', [false], ['line 其后的字'], ['hidden_layer']],
    ['is shown', [true], ['line 征求意见稿', 'line 其后的字'], []],
  ])('one that %s', async (_, layers, lines, warnings) => {
    expect(await read(BODY + layer('L1', draft) + end, layers)).toEqual([
      ['line 各级行政执法机关应当依法履行职责。', ...lines],
      warnings,
    ]);
  });

  it('one in another, and marks of other kinds among them', async () => {
    const inner = `/P << /MCID 0 >> BDC\n${draft}EMC\n${layer('L2', textLine(79, 560, 16, '内层'))}`;
    expect(await read(BODY + layer('L1', inner) + end, [false, true])).toEqual([
      ['line 各级行政执法机关应当依法履行职责。', 'line 其后的字'],
      ['hidden_layer'],
    ]);
  });

  it('rulings in one that is off make no table', async () => {
    const rules = [79, 179, 279].map((x) => `${x} 600 m ${x} 700 l S\n`);
    const lines = [600, 650, 700].map((y) => `79 ${y} m 279 ${y} l S\n`);
    const words = ['序号', '任务', '1', '办事'].map((word, index) =>
      textLine(90 + (index % 2) * 100, index < 2 ? 670 : 620, 16, word),
    );
    const [blocks] = await read(layer('L1', [...rules, ...lines].join('')) + words.join(''), [
      false,
    ]);
    expect(blocks).toEqual(['line 序号 任务', 'line 1 办事']);
  });

  it('keeps the text of a picture that was put into one', async () => {
    const [blocks, warnings] = await read(PICTURE + layer('L1', BODY + end.repeat(3)), [false]);
    expect(blocks[0]).toBe('line 各级行政执法机关应当依法履行职责。');
    expect(warnings).toEqual(['picture_with_few_words']);
  });
});

it('marks that are ended twice or never', () => {
  const marks = new LayerMarks((name) => name !== 'off');
  marks.end();
  marks.begin('OC', 'off');
  marks.begin('P', 'off');
  marks.end();
  expect(marks.areShown).toBe(false);
  marks.end();
  expect(marks.areShown).toBe(true);
  marks.begin('P', 'off');
  marks.begin('OC', 'on');
  expect(marks.areShown).toBe(true);
});
