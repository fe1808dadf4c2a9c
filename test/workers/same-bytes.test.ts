import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SameBytes } from '../../workers/same-bytes.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongwen-test-'));
  const files = { 'a.txt': '通知', 'b.txt': '通知', 'c.txt': '通报', 'd.md': '通知' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What begins and ends in which order, where each work waits for a round of others. */
async function orderOf(names: readonly string[], fails = false): Promise<string[]> {
  const same = new SameBytes();
  const order: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    order.push(`+${name}`);
    for (let turn = 0; turn < 10; turn++) await null;
    order.push(`-${name}`);
    if (fails) throw new Error(name);
  };
  await Promise.allSettled(names.map((name) => same.inTurn(join(folder, name), work(name))));
  return order;
}

it('works on the same bytes one after another', async () => {
  expect(await orderOf(['a.txt', 'b.txt', 'a.txt'])).toEqual([
    ...['+a.txt', '-a.txt', '+b.txt', '-b.txt', '+a.txt', '-a.txt'],
  ]);
});

it('works on the next where the first fails', async () => {
  expect(await orderOf(['a.txt', 'b.txt'], true)).toEqual(['+a.txt', '-a.txt', '+b.txt', '-b.txt']);
});

it('works on other bytes, other extensions and what is no file at once', async () => {
  const names = ['a.txt', 'c.txt', 'd.md', 'none.txt'];
  expect((await orderOf(names)).slice(0, 4)).toEqual(names.map((name) => `+${name}`));
});
