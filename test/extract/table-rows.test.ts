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
