import { expect, it } from 'vitest';
import { isWorkTable } from '../../containers/work-table.js';

it.each<[string, string, boolean]>([
  ['a title and paragraphs', '某市关于推进数据归集的通知\n各县区：\n请抓紧归集。', true],
  [
    'chapters in one line',
    `一、总体要求。${'建设平台，'.repeat(50)}。二、工作任务。完成归集。`,
    true,
  ],
  ['numbered measures', '1.建设平台，完成归集。\n2.制定目录。', false],
  ['a measure that names a plan', '制定实施方案\n开展培训', false],
  ['a long measure', `${'建设平台，'.repeat(50)}完成归集。`, false],
])('a table of work is told from one of documents by cells that hold %s', (_, cell, documents) => {
  const table = `序号,任务,内容,责任单位\n1,归集,"${cell}",市数据局\n2,归集,"${cell}",市财政局\n`;
  expect(isWorkTable(Buffer.from(table))).toBe(!documents);
});
