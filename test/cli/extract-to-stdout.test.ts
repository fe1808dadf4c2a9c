import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Task } from '../../schemas/index.js';
import { folderOf, type Ran, runScript } from '../workers/fixtures/folders.js';

const TEXT =
  '关于做好服务工作的通知\n\n一、主要任务\n1.培育企业20家。（责任单位：市商务局）\n2.办好服务窗口。\n';

const extract = (args: readonly string[], input?: string): Promise<Ran> =>
  runScript('cli/main.ts', ['extract', ...args], {
    cwd: folderOf({}),
    ...(input !== undefined && { stdin: input }),
  });

test('a document on standard input gives the lines of a table', async () => {
  const { status, stdout, stderr } = await extract(['-', '--stdout', 'tasks'], TEXT);
  const tasks = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Task);
  expect(tasks.map(({ title }) => title)).toEqual(['培育企业20家', '办好服务窗口']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('its uri is -, and nothing is kept', async () => {
  const cwd = folderOf({});
  const { stdout } = await runScript('cli/main.ts', ['extract', '-', '--stdout', 'documents'], {
    cwd,
    stdin: TEXT,
  });
  expect(JSON.parse(stdout)).toMatchObject({ source: { uri: '-', format: 'text' } });
  expect(readdirSync(cwd)).toEqual([]);
});

test('files give a table too', async () => {
  const cwd = folderOf({ 'a.txt': TEXT });
  const args = ['extract', 'a.txt', '--stdout', 'tokens'];
  const { stdout } = await runScript('cli/main.ts', args, { cwd });
  expect(stdout.trimEnd().split('\n')).toHaveLength(2);
});

test('what cannot be read is a reject, on standard error too', async () => {
  const { status, stdout, stderr } = await extract(['-', '--stdout', 'rejects'], ' \n');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ uri: '-', code: 'empty' });
  expect(stderr).toMatch(/^rejected: -: empty: /);
});

test('a document larger than allowed is rejected', async () => {
  const args = ['-', '--stdout', 'rejects', '--max-bytes', '20'];
  expect(JSON.parse((await extract(args, TEXT)).stdout)).toMatchObject({ code: 'too_large' });
});

test.each([
  [['-'], 'With - say which table: --stdout tasks.'],
  [['-', 'a.txt', '--stdout', 'tasks'], 'Give - alone.'],
  [['-', '--stdout', 'texts'], 'Use one of documents, tasks, targets, quantities'],
])('%j is wrong usage', async (args, says) => {
  const { status, stderr } = await extract(args, TEXT);
  expect(status).toBe(2);
  expect(stderr).toContain(says);
});
