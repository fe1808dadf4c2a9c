import { expect, test } from 'vitest';
import { folderOf, runScript } from '../workers/fixtures/folders.js';

const TEXT = '关于做好服务工作的通知\n\n一、主要任务\n1.培育企业20家。（责任单位：市商务局）\n';

test.each([
  ['0', 1, 'gongwen: 1 of 2 inputs rejected, more than --max-rejects 0\n'],
  ['40%', 1, 'gongwen: 1 of 2 inputs rejected, more than --max-rejects 40%\n'],
  ['1', 0, ''],
  ['50%', 0, ''],
])('one reject of two inputs with --max-rejects %s', async (most, status, says) => {
  const cwd = folderOf({ 'a.txt': TEXT, 'b.txt': '' });
  const args = ['extract', 'a.txt', 'b.txt', '--quiet', '--max-rejects', most];
  const ran = await runScript('cli/main.ts', args, { cwd });
  expect({ status: ran.status, says: ran.stderr }).toEqual({ status, says });
});

test('a document on standard input goes by its name', async () => {
  const cwd = folderOf({});
  const args = ['extract', '-', '--name', '通知.md', '--stdout', 'documents'];
  const { stdout } = await runScript('cli/main.ts', args, { cwd, stdin: TEXT });
  expect(JSON.parse(stdout)).toMatchObject({ source: { uri: '通知.md', format: 'markdown' } });
});
