import { expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/index.js';
import { readNotice } from '../../pipeline/extract/notice.js';
import { readHead } from '../../pipeline/outline/head/index.js';
import { splitNotices } from '../../pipeline/outline/notices/index.js';
import { readTextSource } from '../../pipeline/read/index.js';

const contextOf = (text: string) => {
  const bytes = new TextEncoder().encode(text);
  const read = readTextSource({ bytes, name: 'a.txt' }, { encoding: null });
  const [notice] = splitNotices(read.source, clean(read), 'text');
  return readNotice(notice!, readHead(notice!), null);
};

const notice = (between: string): string =>
  `丽水市推进新型城镇化行动方案\n\n一、重点任务\n\n（一）项目建设。2025年6${between}月底前建成公园12个。\n\n（二）提质工程。到2026年，完成改造。\n`;

it.each(['', '\n', '\n\n', '\n\n- 1 -\n\n', '\n第 1 页 共 6 页\n'])(
  'a year is read from words that %j parts',
  (between) => {
    const { context, extraction } = contextOf(notice(between));
    expect(context.documentYear).toBe(2025);
    expect(extraction.tasks[0]?.deadlines.map(({ end }) => end)).toEqual(['2025-06-30']);
  },
);
