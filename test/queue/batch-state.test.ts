import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Job } from 'bullmq';
import { expect, test } from 'vitest';
import { FolderObjects } from '../../workers/object-store.js';
import { type Batch, keyOf } from '../../workers/queue/batch.js';
import { batchState } from '../../workers/queue/batch-state.js';
import { documentJobId } from '../../workers/queue/names.js';

const OPTIONS = { encoding: null, tokens: false, redactContacts: false };
const page = { path: '/store/page', sha256: 'a'.repeat(64), bytes: 3 };
const batch: Batch = {
  id: 'b1',
  head: { layout: 1, fingerprint: 'f', options: OPTIONS, out: '/out', paths: [] },
  entries: [
    { ...page, uri: 'https://a.gov.cn/1.html', charset: 'gbk' },
    { ...page, uri: 'https://a.gov.cn/2.html', meta: { id: 7 } },
    { ...page, uri: 'https://a.gov.cn/3.html', charset: 'big5' },
  ],
  rejects: [],
};
const stored = { cached: false, milliseconds: 5, timings: {} };

test('an outcome keeps what its server and its row said of the input; what has not ended is outstanding', async () => {
  const ended = batch.entries.slice(0, 2).map((entry) => {
    const id = documentJobId(keyOf(batch, entry, OPTIONS), batch.id);
    return [`bull:documents:${id}`, { stored }];
  });
  const job = {
    getChildrenValues: async () => Object.fromEntries(ended),
    getIgnoredChildrenFailures: async () => ({}),
  } as unknown as Job;
  const store = new FolderObjects(mkdtempSync(join(tmpdir(), 'gongwen-test-')));
  const { outcomes, outstanding } = await batchState(batch, job, store);
  expect(outcomes.map(({ input }) => input)).toEqual([
    { path: '/store/page', uri: 'https://a.gov.cn/1.html', charset: 'gbk' },
    { path: '/store/page', uri: 'https://a.gov.cn/2.html', meta: { id: 7 } },
  ]);
  expect(outstanding.map(({ entry }) => entry.uri)).toEqual(['https://a.gov.cn/3.html']);
});
