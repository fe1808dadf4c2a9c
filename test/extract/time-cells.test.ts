import { expect, it } from 'vitest';
import { explain } from '../../pipeline/explain.js';

/** Of a cell of a time column: what is told of it, rule by rule, and the warnings of its document. */
async function told(
  cell: string,
  title = '某县重点工作安排',
  column = '完成时限',
): Promise<string[]> {
  const head = `| 序号 | 任务 | 责任单位 | ${column} |\n|---|---|---|---|\n`;
  const bytes = new TextEncoder().encode(
    `# ${title}\n\n${head}| 1 | 建设公园 | 县园林局 | ${cell} |\n`,
  );
  const { documents } = await explain(
    { uri: 'a.md', bytes, sha256: '0'.repeat(64) },
    { encoding: null, tokens: false, redactContacts: false },
  );
  const { explained, notice } = documents[0]!;
  return [
    ...explained
      .filter(({ kind }) => kind === 'deadlines')
      .map(({ raw, rule, value }) => `${raw} ${rule} ${value}`),
    ...notice.converted.document.warnings.map(({ code }) => code),
  ];
}

it.each<[string, string[]]>([
  ['6月底前', ['6月底前 deadline.year-unknown null', 'year_unknown']],
  ['第三季度', ['第三季度 deadline.year-unknown null', 'year_unknown']],
  ['2025年6月底前', ['2025年6月底前 deadline.column by 2025-06-30']],
  ['长期坚持', ['长期坚持 deadline.column ongoing']],
  ['46203', ['46203 deadline.column-unread null']],
  ['Jun-26', ['Jun-26 deadline.column-unread null']],
  ['2025年6月31日前', ['2025年6月31日前 deadline.impossible-day null', 'date_impossible']],
  ['—', []],
])('tells of %s in a document without a year', async (cell, expected) => {
  expect(await told(cell)).toEqual(expected);
});

it('takes the year of the document, and tells then of none', async () => {
  expect(await told('6月底前', '某县2025年重点工作安排')).toEqual([
    '6月底前 deadline.column by 2025-06-30',
  ]);
});

it.each([
  ['完成时限', '2026年12月', 'by 2026-12-31'],
  ['实施时间', '2026年12月', 'period 2026-12-01 … 2026-12-31'],
  ['完成时限', '2026年3—6月', 'period 2026-03-01 … 2026-06-30'],
  ['完成时限', '2026年', 'period 2026-01-01 … 2026-12-31'],
])(
  'takes a month under a head that says 完成 as the time by which: %s %s',
  async (column, cell, value) => {
    expect(await told(cell, undefined, column)).toEqual([`${cell} deadline.column ${value}`]);
  },
);
