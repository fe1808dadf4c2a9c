import { expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';

/** A table as a tool prints it that goes over its columns line by line, so that no row can be told. */
const LOST = [
  ...['序号', '重点任务', '主要举措', '完成时限', '责任单位'],
  ...[1, 2, 3, 4].flatMap((number) => [
    String(number),
    '推进归集 3.开展清理，建立台账。',
    '2.完善机制，明确责任。',
    '2025年',
    '市公安局',
  ]),
].join('\n');

async function warningsOf(text: string) {
  const bytes = new TextEncoder().encode(text);
  const { documents, rejects } = await convert(
    { uri: 'a.txt', bytes, sha256: '0'.repeat(64) },
    { encoding: null, tokens: false, redactContacts: false },
  );
  expect(rejects).toEqual([]);
  return documents.flatMap(({ document }) => [
    document.source.page_start,
    ...document.warnings.map(({ code, at }) => [code, at?.page]),
  ]);
}

it('are none for a text whose words are all set apart, nor for its warnings', async () => {
  expect(await warningsOf(`\f${LOST}`)).toEqual([null, ['table_order_lost', null]]);
});

it('stand in the warnings of a text that has words on them', async () => {
  expect(await warningsOf(`某县重点工作安排\n\f${LOST}`)).toEqual([1, ['table_order_lost', 2]]);
});
