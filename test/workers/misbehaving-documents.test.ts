import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Reject } from '../../schemas/index.js';
import { extract } from '../../workers/extract.js';
import { extractOptions } from './fixtures/extract-options.js';
import { folderOf, rowsOf, runScript } from './fixtures/folders.js';

const SILENT = { found: () => {}, finished: () => {}, childSays: () => {} };
const FILES = {
  'in/a.txt': '1.做一件事。\n',
  'in/b.txt': 'hang\n',
  'in/c.txt': 'explode\n',
  'in/d.txt': 'crash\n',
  'in/e.txt': 'exit\n',
  'in/f.txt': 'throw\n',
  'in/g.txt': '2.做第二件事。\n',
};

test('what hangs, explodes or crashes costs its own job and the run goes on', async () => {
  const folder = folderOf(FILES);
  const options = {
    ...extractOptions([join(folder, 'in')], join(folder, 'out')),
    timeout: 3,
    maxMemory: 64,
  };
  const summary = await extract(options, SILENT, new AbortController().signal);
  expect(summary.counts).toMatchObject({ documents: 2, tasks: 2, rejects: 5 });
  const rejects = rowsOf<Reject>(options.out, 'rejects');
  expect(rejects.map(({ uri, code, stage }) => [uri.slice(-5), code, stage])).toEqual([
    ['b.txt', 'timeout', 'extract'],
    ['c.txt', 'out_of_memory', 'extract'],
    ['d.txt', 'crashed', 'extract'],
    ['e.txt', 'crashed', 'extract'],
    ['f.txt', 'crashed', 'extract'],
  ]);
  for (const { sha256 } of rejects) expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(rejects[0]!.message).toContain('Raise --timeout');
  expect(rejects[4]!.message).toContain('TypeError: no such rule');
});

test('a document whose child somebody kills has another try, and one more it has not', async () => {
  const folder = folderOf({ 'in/b.txt': 'killed\n', 'in/c.txt': '2.做第二件事。\n' });
  writeFileSync(join(folder, 'in/a.txt'), `killed ${join(folder, 'note')}\n1.做一件事。\n`);
  const options = { ...extractOptions([join(folder, 'in')], join(folder, 'out')), jobs: 1 };
  const summary = await extract(options, SILENT, new AbortController().signal);
  expect(summary.counts).toMatchObject({ documents: 2, rejects: 1 });
  expect(summary.rejects).toMatchObject([{ code: 'crashed' }]);
  expect(summary.rejects[0]!.uri).toMatch(/b\.txt$/);
  expect(summary.rejects[0]!.message).toContain('signal SIGKILL');
});

test('what fills memory outside the heap is ended, too', async () => {
  const folder = folderOf({ 'in/a.txt': 'flood\n', 'in/b.txt': '1.做一件事。\n' });
  const options = {
    ...extractOptions([join(folder, 'in')], join(folder, 'out')),
    jobs: 1,
    maxMemory: 64,
  };
  const summary = await extract(options, SILENT, new AbortController().signal);
  expect(summary.counts).toMatchObject({ documents: 1, tasks: 1, rejects: 1 });
  const [reject] = rowsOf<Reject>(options.out, 'rejects');
  expect(reject).toMatchObject({ code: 'out_of_memory', stage: 'extract' });
});

test.skipIf(process.platform === 'win32')(
  'programs that a document started end with its child',
  async () => {
    const folder = folderOf({ 'in/b.txt': '1.做一件事。\n' });
    const note = join(folder, 'pids');
    writeFileSync(join(folder, 'in/a.txt'), `tool ${note}`);
    const options = { ...extractOptions([join(folder, 'in')], join(folder, 'out')), timeout: 3 };
    const summary = await extract(options, SILENT, new AbortController().signal);
    expect(summary.rejects).toMatchObject([{ code: 'timeout' }]);
    for (const pid of readFileSync(note, 'utf8').trim().split(' ')) {
      await expect.poll(() => isAlive(Number(pid)), { timeout: 20_000 }).toBe(false);
    }
  },
);

test('one child is enough, and is replaced', async () => {
  const folder = folderOf(FILES);
  const options = {
    ...extractOptions([join(folder, 'in')], join(folder, 'out')),
    jobs: 1,
    timeout: 3,
    maxMemory: 64,
  };
  const summary = await extract(options, SILENT, new AbortController().signal);
  expect(summary.counts).toMatchObject({ documents: 2, tasks: 2, rejects: 5 });
});

test('a store that fails in mid-run ends the run as a fault of the environment', async () => {
  const folder = folderOf({ 'in/a.txt': '1.做一件事。\n' });
  const options = extractOptions([join(folder, 'in')], join(folder, 'out'));
  const store = join(options.out, '.gongwen', 'store');
  const found = (): void => {
    queueMicrotask(() => {
      rmSync(store, { recursive: true });
      writeFileSync(store, '');
    });
  };
  const running = extract(options, { ...SILENT, found }, new AbortController().signal);
  await expect(running).rejects.toThrow(/^Cannot write to the store /);
});

test('a child that hangs does not outlive a parent that is killed', async () => {
  const folder = folderOf({});
  const note = join(folder, 'pid');
  mkdirSync(join(folder, 'in'));
  writeFileSync(join(folder, 'in/a.txt'), `hang ${note}`);
  const script = 'test/workers/fixtures/run-extract.ts';
  const running = runScript(script, [join(folder, 'in'), join(folder, 'out'), '1'], {
    onOutput: (text, signal) => {
      if (text.includes('found')) void fileOf(note).then(() => signal('SIGKILL'));
    },
  });
  const pid = Number(await fileOf(note));
  await running;
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false);
});

async function fileOf(path: string): Promise<string> {
  await expect.poll(() => existsSync(path), { timeout: 20_000 }).toBe(true);
  return readFileSync(path, 'utf8');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
