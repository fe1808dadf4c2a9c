import { expect, test } from 'vitest';
import type { Extraction } from '../../library/extraction.js';
import { Extractor } from '../../library/index.js';
import { zipOf } from '../containers/fixtures/packed.js';
import { serviceWith } from './fixtures/service.js';

const NOTICE =
  '关于做好供水工作的通知\n\n一、主要任务\n（一）2025年底前改造管网20公里。（责任单位：市水务局）\n';
const { url } = await serviceWith({}, new Extractor({ run: 'thread', maxBytes: 2 ** 20 }));
const post = (address: string, body: string | Uint8Array) =>
  fetch(address, { method: 'POST', body: body as never });

test('a container gives the documents in it: members are called by their addresses, a broken one is a reject', async () => {
  const rows = [{ text: NOTICE, id: 7 }, { text: '' }].map((row) => JSON.stringify(row));
  const zip = await zipOf({ '甲/通知.txt': `第二份${NOTICE}`, 'b.jsonl': rows.join('\n') });
  const response = await post(`${url}/v1/extract?name=a.zip`, zip);
  const { documents, tasks, rejects } = (await response.json()) as Extraction;
  expect([response.status, tasks.length]).toEqual([200, 2]);
  expect(documents.map(({ source: { uri, meta } }) => [uri, meta])).toEqual([
    ['a.zip!/b.jsonl#1', { id: 7 }],
    ['a.zip!/甲/通知.txt', undefined],
  ]);
  expect(rejects.map(({ uri, code }) => [uri, code])).toEqual([['a.zip!/b.jsonl#2', 'bad_row']]);
  const table = `a,b\n"${NOTICE}",1\n`;
  const unnamed = await post(`${url}/v1/extract?name=a.csv`, table);
  expect([unnamed.status, await unnamed.json()]).toMatchObject([
    422,
    { rejects: [{ code: 'no_text_column' }] },
  ]);
  const named = await post(`${url}/v1/extract?name=a.csv&text_field=a&meta_fields=b`, table);
  expect(((await named.json()) as Extraction).documents[0]!.source.meta).toEqual({ b: '1' });
});
