import { expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';

/** `number title: bodies` of each task of a Markdown text. */
async function tasks(text: string): Promise<string[]> {
  const input = { uri: 'a.md', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) };
  const { documents } = await convert(input, {
    encoding: null,
    tokens: false,
    redactContacts: false,
  });
  return documents.flatMap((document) =>
    document.tasks.map(
      ({ number, title, units }) =>
        `${number} ${title}: ${units.map(({ name, role }) => `${name} ${role}`).join(', ')}`,
    ),
  );
}

const below = (heading: string, rows: string): string =>
  `# 某县2025年工作方案\n\n${heading}\n\n| 序号 | 工作任务 | 责任单位 |\n|---|---|---|\n${rows}\n`;

it('gives the rows of a table below aims that name bodies, and no others', async () => {
  const aims = '一、总体目标：群众满意率达到98%。';
  expect(
    await tasks(below(aims, '| 1 | 建设和美乡村 | 县农业农村局 |\n| 2 | 推进归集 | |')),
  ).toEqual(['1 建设和美乡村: 县农业农村局 responsible']);
});

it('gives rows without bodies those of the heading above their table', async () => {
  const heading = '一、重点任务（牵头单位：县数据局）';
  expect(await tasks(below(heading, '| 1 | 建设平台 | |\n| 2 | 推进归集 | 县财政局 |'))).toEqual([
    '1 建设平台: 县数据局 lead',
    '2 推进归集: 县财政局 responsible',
  ]);
});

/** Titles, bodies (with * what is inherited) and raw times of the tasks of a table with four columns. */
async function rowsRead(rows: string): Promise<string[]> {
  const head = '| 序号 | 工作任务 | 责任单位 | 完成时限 |\n|---|---|---|---|\n';
  const text = `# 某县2025年工作方案\n\n${head}${rows}\n`;
  const input = { uri: 'a.md', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) };
  const options = { encoding: null, tokens: false, redactContacts: false };
  const { documents, rejects } = await convert(input, options);
  expect(rejects).toEqual([]);
  return documents[0]!.tasks.map(({ title, units, deadlines }) =>
    [
      title,
      ...units.map(({ raw, inherited }) => (inherited ? `${raw}*` : raw)),
      ...deadlines.map(({ raw }) => raw),
    ].join(' '),
  );
}

it.each(['同上', '同 上', '〃'])('takes %s for what the cell above says', async (ditto) => {
  const first = '| 1 | 建设和美乡村 | 县农业农村局、县财政局 | 2025年6月底前 |';
  const rows = [2, 3].map((number) => `| ${number} | 推进归集 | ${ditto} | ${ditto} |`);
  expect(await rowsRead([first, ...rows, '| 4 | 改造管网 | 县水利局 | |'].join('\n'))).toEqual([
    '建设和美乡村 县农业农村局 县财政局 2025年6月底前',
    '推进归集 县农业农村局* 县财政局* 2025年6月底前',
    '推进归集 县农业农村局* 县财政局* 2025年6月底前',
    '改造管网 县水利局',
  ]);
  expect(await rowsRead(`| 1 | 改造管网 | ${ditto} | ${ditto} |`)).toEqual(['改造管网']);
});

it.each(['合计', '总计', '小 计'])('makes no task of a row that begins with %s', async (total) => {
  const first = '| 1 | 建设公园5个 | 县园林局 | 2025年 |';
  const rows = [
    `| ${total} | 5个 | | |`,
    `| | ${total} | 县园林局 | |`,
    '| 2 | 推广合计算法 | 县数据局 | |',
  ];
  expect(await rowsRead([first, ...rows].join('\n'))).toEqual([
    '建设公园5个 县园林局 2025年',
    '推广合计算法 县数据局',
  ]);
});
