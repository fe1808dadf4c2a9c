import { describe, expect, it } from 'vitest';
import { fileBytes } from '../../cli/file-bytes.js';
import { folderOf, runScript } from '../workers/fixtures/folders.js';

const NOTICE = '关于做好工作的通知\n\n一、建设窗口。2025年8月底前建成综合窗口20个。（市商务局）\n';
const gongwen = (args: readonly string[], stdin?: string) =>
  runScript('cli/main.ts', args, stdin === undefined ? {} : { stdin });

describe('the one file of a command', () => {
  it('is read whole; a folder and a missing file are said', async () => {
    const folder = folderOf({ 'notices/a.txt': NOTICE });
    expect((await fileBytes(`${folder}/notices/a.txt`)).toString()).toBe(NOTICE);
    await expect(fileBytes(folder)).rejects.toThrow('is a folder; name one file.');
    await expect(fileBytes(`${folder}/none.txt`)).rejects.toThrow('none.txt: ENOENT.');
  });

  it('is standard input where it is -', async () => {
    const { stdout } = await gongwen(['inspect', 'deadlines', '-'], NOTICE);
    expect(stdout).toContain('【2025年8月底前】');
  });
});

it('an empty query is said', async () => {
  expect(await gongwen(['query', folderOf({}), ' '])).toMatchObject({
    status: 2,
    stderr: 'gongwen: The query is empty. Give one, or "show tables".\n',
  });
});

it('eval says in a line which folder is not there', async () => {
  const ran = await runScript('scripts/eval/main.ts', ['--gold', '/none', '--sources', 'samples']);
  expect(ran).toMatchObject({
    status: 2,
    stderr: 'eval: there is no folder "/none"\n',
  });
});
