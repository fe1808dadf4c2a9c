import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { convert } from '../../pipeline/convert.js';
import { type CopyMark, copiesAmong, copyMark } from '../../pipeline/emit/copies/copies.js';
import type { DocumentRecord } from '../../schemas/index.js';
import { convertedLines } from '../workers/fixtures/converted.js';

const SENTENCES = [
  '推行综合监管“一件事”，年内建成监管场景12个，平均检查次数压减30%以上。（牵头单位：市市场监管局）',
  '落实惠企资金直达快享，兑现率达到95%以上，每季度通报一次进展情况。（责任单位：市财政局）',
  '建立企业诉求闭环办理机制，诉求办结率不低于98%，满意率不低于90%。（责任单位：市政务服务局）',
  '加快公共数据开放利用，新增高价值数据集200个，培育示范应用20个。（责任单位：市数据局）',
  '完善知识产权快速维权机制，案件平均办理周期压缩至15个工作日以内。（责任单位：市市场监管局）',
  '深化工程建设项目审批制度改革，推广告知承诺制，实现拿地即开工项目60个。（责任单位：市住建局）',
];

interface Written {
  readonly title?: string;
  readonly doc_number?: string | null;
  readonly issued_on?: string | null;
  readonly region?: string | null;
  readonly issuers?: readonly string[];
  readonly stage?: 'draft' | 'final';
  readonly format?: DocumentRecord['source']['format'];
  readonly text?: string;
  readonly warnings?: readonly 'damaged_file'[];
}

const TITLE = '关于印发优化营商环境行动方案的通知';
const BODY = SENTENCES.join('\n');
let made = 0;

/** A document as it would be read, with its mark. */
function mark(written: Written = {}): CopyMark {
  const { text = `${written.title ?? TITLE}\n${BODY}`, format = 'pdf', warnings = [] } = written;
  const sha256 = createHash('sha256').update(`${made++}`).digest('hex');
  const { document } = convertedLines(text, { uri: `${made}.txt`, sha256, bytes: text.length });
  return copyMark(
    {
      ...document,
      id: `d${String(made).padStart(4, '0')}`,
      source: { ...document.source, format },
      title: written.title ?? TITLE,
      doc_number: written.doc_number ?? null,
      issued_on: written.issued_on ?? null,
      region: written.region ?? null,
      issuers: [...(written.issuers ?? [])],
      stage: written.stage ?? 'final',
      warnings: warnings.map((code) => ({ code, message: code, at: null })),
    },
    text,
  );
}

const areOne = (a: Written, b: Written): boolean => copiesAmong([mark(a), mark(b)]).size === 2;

const changed = (from: string | RegExp, to: string): string =>
  `${TITLE}\n${BODY.replaceAll(from, to)}`;
const places = ['温州市', '杭州市', '福州市', '济南市', '合肥市'];
const numbers = [
  '温政办发〔2024〕1号',
  '温政办发〔2025〕1号',
  '温政办发〔2025〕2号',
  '温政办〔2025〕1号',
];

/** Pairs that look alike and are two notices; each says why. */
const TWO: readonly (readonly [why: string, a: Written, b: Written])[] = [
  ...[2021, 2022, 2023, 2024].map(
    (year) =>
      [
        `title of ${year} and ${year + 1}`,
        { title: `关于印发${year}年优化营商环境工作要点的通知` },
        { title: `关于印发${year + 1}年优化营商环境工作要点的通知` },
      ] as const,
  ),
  ...[2021, 2022, 2023, 2024].map(
    (year) =>
      [
        `issued in ${year} and ${year + 1} under one title`,
        { issued_on: `${year}-03-01` },
        { issued_on: `${year + 1}-03-01` },
      ] as const,
  ),
  ...[2021, 2022, 2023, 2024].map(
    (year) =>
      [
        `text of ${year} and ${year + 1} under one title`,
        { text: changed('年内', `${year}年底前`) },
        { text: changed('年内', `${year + 1}年底前`) },
      ] as const,
  ),
  ...places
    .slice(1)
    .map(
      (place) =>
        [
          `the same words of ${places[0]} and ${place}`,
          { region: places[0]!, title: TITLE },
          { region: place, title: TITLE },
        ] as const,
    ),
  ...places
    .slice(1)
    .map(
      (place) =>
        [
          `titles of ${places[0]} and ${place}`,
          { title: `${places[0]}${TITLE}` },
          { title: `${place}${TITLE}` },
        ] as const,
    ),
  ...places
    .slice(1)
    .map(
      (place) =>
        [
          `signed in ${places[0]} and ${place}`,
          { issuers: [`${places[0]}人民政府办公室`] },
          { issuers: [`${place}人民政府办公室`] },
        ] as const,
    ),
  ...numbers
    .slice(1)
    .map(
      (number) =>
        [
          `${numbers[0]} and ${number}`,
          { doc_number: numbers[0]! },
          { doc_number: number },
        ] as const,
    ),
  ['stages of one title', { stage: 'draft' }, { stage: 'final' }],
  [
    'draft by its title',
    { title: `${TITLE}（征求意见稿）`, stage: 'draft' },
    { title: TITLE, stage: 'final' },
  ],
  [
    'draft with its number already given',
    { stage: 'draft', doc_number: numbers[1]! },
    { stage: 'final', doc_number: numbers[1]! },
  ],
  // Other numbers in the same words.
  ['a target moved', {}, { text: changed('95%', '96%') }],
  ['a count moved', {}, { text: changed('200个', '250个') }],
  ['a limit moved', {}, { text: changed('15个工作日', '10个工作日') }],
  ['two amounts moved', {}, { text: changed(/\b[69]0(?=[%个])/g, '80') }],
  [
    'a revision that adds numbers and drops others',
    { text: `${changed('60个', '70个')}补充5条。` },
    {},
  ],
  // Other text under the same title.
  [
    'halves of one text',
    { text: SENTENCES.slice(0, 3).join('\n') },
    { text: SENTENCES.slice(3).join('\n') },
  ],
  [
    'a page that only tells of it',
    {
      text: `${TITLE}政策解读\n为便于理解，现就方案出台背景、主要内容和下一步工作安排作如下说明，请各单位结合实际抓好贯彻落实工作。`,
    },
    {},
  ],
  [
    'other title, same number of another body',
    { title: '关于做好防汛工作的通知' },
    { title: TITLE },
  ],
  [
    'untitled lists of other content',
    { title: '', text: SENTENCES.slice(0, 2).join('\n') },
    { title: '', text: SENTENCES.slice(2, 4).join('\n') },
  ],
  ['a notice and its supplement', { title: TITLE }, { title: `${TITLE}的补充通知` }],
];

describe('look-alikes are two notices', () => {
  test('there are forty pairs', () => {
    expect(TWO.length).toBeGreaterThanOrEqual(40);
  });

  test.each(TWO)('%s', (_, a, b) => {
    expect(areOne(a, b)).toBe(false);
    expect(areOne(b, a)).toBe(false);
  });
});

/** Pairs that differ in small things and are one notice. */
const ONE: readonly (readonly [why: string, a: Written, b: Written])[] = [
  [
    'other line breaks and blanks',
    {},
    { text: `${TITLE}\n\n　　${BODY.replaceAll('，', '，\n')}` },
  ],
  [
    'full-width digits',
    {},
    {
      text: changed(/\d/g, '$&').replace(/[0-9]/g, (d) =>
        String.fromCharCode(d.charCodeAt(0) + 0xfee0),
      ),
    },
  ],
  ['page marks', {}, { text: `${changed('。（', '。\n— 1 —\n（')}` }],
  ['a number that only one of them prints', { doc_number: numbers[1]! }, {}],
  [
    'brackets of the number',
    { doc_number: '温政办发〔2025〕1号' },
    { doc_number: '温政办发[2025]1号' },
  ],
  [
    'a title that a page has cut',
    { doc_number: numbers[1]!, title: TITLE.slice(0, 12) },
    { doc_number: numbers[1]! },
  ],
  [
    'a file that was cut off',
    { text: `${TITLE}\n${BODY.slice(0, 120)}`, warnings: ['damaged_file'] },
    {},
  ],
  ['no title in either', { title: '', text: BODY }, { title: '', text: BODY, format: 'html' }],
];

test.each(ONE)('one notice: %s', (_, a, b) => {
  expect(areOne(a, b)).toBe(true);
  expect(areOne(b, a)).toBe(true);
});

describe('which one stands for all', () => {
  test.each<[string, Written, Written]>([
    ['an original before a page', { format: 'docx' }, { format: 'html' }],
    ['a page before bare text', { format: 'html' }, { format: 'text' }],
    [
      'a complete page before an original that was cut',
      { format: 'html' },
      { text: `${TITLE}\n${BODY.slice(0, 120)}`, warnings: ['damaged_file'] },
    ],
  ])('%s', (_, first, second) => {
    for (const turned of [false, true]) {
      const [a, b] = turned ? [mark(second), mark(first)] : [mark(first), mark(second)];
      const stands = turned ? b : a;
      const other = turned ? a : b;
      const copies = copiesAmong([a, b]);
      expect(copies.get(stands.id)).toEqual({ same_as: [other.id], copy_of: null });
      expect(copies.get(other.id)).toEqual({ same_as: [stands.id], copy_of: stands.id });
    }
  });
});

test('copies do not bring two notices together', () => {
  const first = mark({ doc_number: numbers[0]! });
  const second = mark({ doc_number: numbers[2]! });
  const unnumbered = mark({});
  const copies = copiesAmong([first, second, unnumbered]);
  expect(copies.size).toBe(2);
  expect(copies.get(first.id)?.same_as ?? []).not.toContain(second.id);
});

test('any order of the documents gives the same groups', () => {
  const marks = ['pdf', 'html', 'docx', 'text'].map((format) =>
    mark({ format: format as 'pdf', doc_number: format === 'html' ? null : numbers[1]! }),
  );
  const other = mark({ doc_number: numbers[3]! });
  const groups = copiesAmong([...marks, other]);
  expect(groups.size).toBe(4);
  expect(copiesAmong([other, ...marks].reverse())).toEqual(groups);
});

test('the same notice as PDF, DOCX, HTML and text is one', async () => {
  const text = readFileSync('samples/003_c4e5ca01fbf6fd27.txt', 'utf8');
  const lines = text.split('\n').filter(Boolean);
  const html = `<html><head><meta charset="utf-8"></head><body><div>${lines.map((line) => `<p>${line}</p>`).join('')}</div></body></html>`;
  const inputs: Record<string, Uint8Array> = {
    '003.txt': Buffer.from(text),
    '003.html': Buffer.from(html),
    '003.docx': readFileSync('test/fixtures/rendered/003.docx'),
    '003.pdf': readFileSync('test/fixtures/rendered/003_gbk_euc_h.pdf'),
    '003_cut.pdf': readFileSync('test/fixtures/rendered/003_truncated_gbk.pdf'),
  };
  const marks: CopyMark[] = [];
  for (const [uri, bytes] of Object.entries(inputs)) {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const options = { encoding: null, tokens: false, redactContacts: false };
    const { documents } = await convert({ uri, bytes, sha256 }, options);
    for (const { document, text: own } of documents) {
      marks.push(copyMark({ ...document, id: `${document.id}-${uri}` }, own));
    }
  }
  expect(marks).toHaveLength(5);
  const copies = copiesAmong(marks);
  expect([...copies.values()].map(({ same_as }) => same_as.length)).toEqual([4, 4, 4, 4, 4]);
  const stands = [...copies].filter(([, { copy_of: of }]) => of === null).map(([id]) => id);
  expect(stands).toEqual([expect.stringMatching(/003\.(docx|pdf)$/)]);
}, 300_000);
