import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { folderOf, runScript } from '../workers/fixtures/folders.js';

const run = promisify(execFile);
const NOTICE = `温州市人民政府办公室关于做好服务工作的通知
温政办〔2025〕1号

1.建设窗口。2025年8月底前建成综合窗口20个，一次办结率达到96%。（温州市数据局牵头，温州市公安局配合）
2.减轻负担。2025年9月底前清理收费。（温州市财政局牵头）
`;
const cwd = folderOf({ 'former/a.txt': NOTICE, 'latter/a.txt': NOTICE.replace('8月', '10月') });

/** Standard output of an example, run by Node.js alone as a reader runs it. */
async function printed(name: string, ...args: string[]): Promise<string> {
  const { stdout } = await run(process.execPath, [join('examples', name), ...args]);
  return stdout;
}

beforeAll(async () => {
  mkdirSync(join(cwd, 'out'));
  for (const edition of ['former', 'latter']) {
    await runScript('cli/main.ts', ['extract', 'a.txt', '--out', `../out/${edition}`], {
      cwd: join(cwd, edition),
    });
  }
});

test('one notice', async () => {
  expect(await printed('one-notice.mjs', join(cwd, 'former/a.txt'))).toBe(
    `温州市人民政府办公室关于做好服务工作的通知 (温政办〔2025〕1号)
- 建设窗口 | 温州市数据局 (lead), 温州市公安局 (support) | 2025年8月底前
- 减轻负担 | 温州市财政局 (lead) | 2025年9月底前
`,
  );
});

test('one notice that cannot be read ends with status 1 and its code', async () => {
  const thrown = await printed('one-notice.mjs', join(cwd, 'none.pdf')).catch((error) => error);
  expect(thrown).toMatchObject({ code: 1, stderr: expect.stringContaining(': missing: ') });
});

test('many notices', async () => {
  const lines = (
    await printed('many-notices.mjs', join(cwd, 'former/a.txt'), join(cwd, 'none.pdf'))
  )
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { path: string });
  lines.sort((one, other) => one.path.localeCompare(other.path));
  expect(lines).toEqual([
    { path: join(cwd, 'former/a.txt'), documents: 1, tasks: 2, targets: 2, rejects: [] },
    { path: join(cwd, 'none.pdf'), documents: 0, tasks: 0, targets: 0, rejects: ['missing'] },
  ]);
});

test('what falls due', async () => {
  const dataset = join(cwd, 'out/latter');
  expect(await printed('due-before.mjs', dataset, '2025-10-01')).toBe(
    '2025-09-30  减轻负担（2025年9月底前）\n',
  );
  expect(await printed('due-before.mjs', dataset, '2026-01-01', '温州市数据局')).toBe(
    '2025-10-31  建设窗口（2025年10月底前）\n',
  );
});

test('where values stand', async () => {
  const stdout = await printed('show-source.mjs', join(cwd, 'out/former'), '%', '95');
  expect(stdout).toMatch(/^一次办结率 >= 96% {2}line 4: ….*96%.*… {2}\(quantity\.[a-z-]+\)\n$/);
});

test('what an edition changed', async () => {
  const stdout = await printed(
    'what-changed.mjs',
    join(cwd, 'out/former'),
    join(cwd, 'out/latter'),
  );
  expect(stdout).toContain('建设窗口: ');
  expect(stdout).toContain('2025-08-31 → 2025-10-31');
  expect(stdout).not.toContain('减轻负担');
});

test('each example is tried here and told of in its README', () => {
  expect(readdirSync('examples').sort()).toEqual([
    'README.md',
    'due-before.mjs',
    'many-notices.mjs',
    'one-notice.mjs',
    'show-source.mjs',
    'what-changed.mjs',
  ]);
});
