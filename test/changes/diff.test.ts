import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, runScript } from '../workers/fixtures/folders.js';
import { Emissions } from './emission.js';

const notice = (rate: string): string =>
  `关于优化服务的通知\n\n一、主要任务\n1.网上办理率达到${rate}以上。（责任单位：市商务委）\n`;

const diff = (...args: string[]) => runScript('cli/main.ts', ['diff', ...args]);

test('what changed, by document, in words and as JSON; nothing where nothing did', async () => {
  const emissions = new Emissions({ 'a.txt': notice('80%') });
  await emissions.emit();
  const alone = await diff('previous', 'latest', '--out', emissions.out);
  expect(alone).toMatchObject({ status: 2, stdout: '' });
  expect(alone.stderr).toContain('has one snapshot only');
  emissions.put('a.txt', notice('95%'));
  await emissions.emit();
  const { status, stdout } = await diff('previous', 'latest', '--out', emissions.out);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^关于优化服务的通知 \(d[0-9a-f]{16}\)\n/);
  expect(stdout).toContain('\n  ~ task 网上办理率达到95%以上: target raised 80 → 95 %\n');
  const json = await diff(emissions.snapshots[0]!, emissions.out, '--out', emissions.out, '--json');
  const lines = json.stdout.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual(emissions.changes);
  expect(await diff('latest', emissions.out, '--out', emissions.out)).toEqual({
    status: 0,
    stdout: '',
    stderr: '',
  });
}, 60_000);

test('two datasets of no common history', async () => {
  const [one, other] = [new Emissions({ 'a.txt': notice('80%') }), new Emissions({})];
  other.put('b.txt', notice('80%').replace('1.网', '1.建立工作台账。（责任单位：市财政局）\n2.网'));
  await one.emit();
  await other.emit();
  const { stdout } = await diff(one.out, other.out);
  expect(stdout).toContain('+ task 建立工作台账');
  expect(stdout).toContain('renumbered 1 → 2');
}, 60_000);

test('a folder without a dataset is wrong usage', async () => {
  const { status, stderr } = await diff(join(folderOf({}), 'none'), 'latest');
  expect(status).toBe(2);
  expect(stderr).toContain('holds no dataset');
});
