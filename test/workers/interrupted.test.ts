import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extract, InterruptedError } from '../../workers/extract.js';
import { extractOptions } from './fixtures/extract-options.js';
import { folderOf } from './fixtures/folders.js';

test('an aborted run kills what works, keeps the store and leaves no dataset', async () => {
  const folder = folderOf({
    'in/a.txt': '1.做一件事。\n',
    'in/b.txt': 'hang\n',
    'in/c.txt': 'hang 2\n',
  });
  const options = { ...extractOptions([join(folder, 'in')], join(folder, 'out')), jobs: 1 };
  const controller = new AbortController();
  const finished: string[] = [];
  const running = extract(
    options,
    {
      found: () => {},
      finished: ({ input }) => {
        finished.push(input.uri.slice(-5));
        controller.abort();
      },
      childSays: () => {},
    },
    controller.signal,
  );
  await expect(running).rejects.toThrow(InterruptedError);
  expect(finished).toEqual(['a.txt']);
  expect(existsSync(join(options.out, 'documents.jsonl'))).toBe(false);
  const resumed = { ...options, timeout: 2 };
  const summary = await extract(
    resumed,
    { found: () => {}, finished: () => {}, childSays: () => {} },
    new AbortController().signal,
  );
  expect(summary.inputs.map(({ cached }) => cached)).toEqual([true, false, false]);
  expect(summary.rejects.map(({ code }) => code)).toEqual(['timeout', 'timeout']);
});
