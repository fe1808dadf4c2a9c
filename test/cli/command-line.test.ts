import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { PIPELINE_VERSION } from '../../pipeline/version.js';
import { folderOf, type Ran, runScript } from '../workers/fixtures/folders.js';

const gongwen = (args: readonly string[], how?: Parameters<typeof runScript>[2]): Promise<Ran> =>
  runScript('cli/main.ts', args, how);

describe('usage', () => {
  test('the version is that of the package', async () => {
    const { version } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { version: string };
    expect(PIPELINE_VERSION).toBe(version);
    expect(await gongwen(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  test.each([
    [['--help']],
    [['extract', '--help']],
    [['validate', '--help']],
    [['inspect', '--help']],
    [['inspect', 'times', '--help']],
    [['help', 'extract']],
  ])('%j prints help with examples', async (args) => {
    const { status, stdout } = await gongwen(args);
    expect(status).toBe(0);
    expect(stdout).toContain('Examples:\n  $ gongwen ');
  });

  test.each([
    [['extrat'], 'Did you mean extract?'],
    [['inspect', 'tims', 'x'], 'Did you mean times?'],
    [['extract', '--nope', 'x'], "unknown option '--nope'"],
    [['extract'], "missing required argument 'path'"],
    [['extract', 'x', '--jobs', '0'], 'Give a whole number, 1 or more.'],
    [['extract', 'x', '--timeout', 'soon'], 'Give a number of seconds above 0.'],
    [['extract', 'x', '--max-bytes', 'many'], 'Give a number of bytes'],
    [['extract', 'x', '--encoding', 'klingon'], 'Use utf-8'],
    [['extract', 'x', '--log-level', 'loud'], 'Allowed choices are'],
    [['extract', 'nowhere-at-all'], 'No such file or folder: "nowhere-at-all"'],
    [['extract', 'package.json', '--out', '/dev/null/x'], 'Cannot write to /dev/null/x'],
    [['extract', 'package.json', '--out', 'package.json'], 'Cannot write to package.json'],
    [['extract', ''], '<path> is empty.'],
    [['extract', 'package.json', '--out', ''], '--out is empty.'],
    [['submit', 'ftp://example.org/a.pdf'], 'addresses begin with http:// or https://.'],
    [['validate', 'nowhere-at-all'], 'holds no dataset'],
    [['inspect', 'times', '--nope'], "unknown option '--nope'"],
    [['inspect', 'times', '--reference', '2025-02-30', 'x'], 'Give a date as YYYY-MM-DD.'],
    [['inspect', 'times', '--jsonl', 'x'], 'the texts come on standard input'],
  ])('%j is wrong usage', async (args, says) => {
    const { status, stdout, stderr } = await gongwen(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});

describe('inspect', () => {
  test('texts as arguments', async () => {
    const { status, stdout } = await gongwen(['inspect', 'times', '2025年8月底前完成', '每季度']);
    expect(status).toBe(0);
    expect(stdout).toContain('"2025年8月底前"\tend=2025-08-31\tkind=by');
    expect(stdout).toContain('every=P3M');
  });

  test('an empty text holds nothing', async () => {
    expect(await gongwen(['inspect', 'times', ''])).toEqual({ status: 0, stdout: '', stderr: '' });
  });

  test('a text on standard input', async () => {
    const { stdout } = await gongwen(['inspect', 'labels'], { stdin: '（一）优化政务服务。\n' });
    expect(stdout).toContain('"（一）"');
  });

  test('lines in, lines out; a bad line is told by its number and the others go on', async () => {
    const lines = [
      '{"id":"a","text":"新增企业2.5万户","reference_date":null}',
      'no json',
      '{"id":"b"}',
      '',
      '{"id":7,"text":"一\u2028二"}',
      '{"id":"c","text":"x","reference_date":"tomorrow"}',
    ];
    const { status, stdout, stderr } = await gongwen(['inspect', 'quantities', '--jsonl'], {
      stdin: lines.join('\n'),
    });
    expect(status).toBe(1);
    const [first, second, ...others] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(first).toEqual({
      id: 'a',
      quantities: [expect.objectContaining({ raw: '2.5万户', value: 2.5, unit: '万户' })],
    });
    expect(second.id).toBe(7);
    expect(others).toEqual([]);
    expect(stderr.trimEnd().split('\n')).toEqual([
      'line 2: not JSON',
      expect.stringMatching(/^line 3: text: /),
      expect.stringMatching(/^line 6: reference_date: /),
    ]);
  });
});

describe('extract and validate', () => {
  const NOTICE = '关于做好工作的通知\n\n一、主要任务\n1.优化服务。（责任单位：市商务委）\n';

  test('a summary for people on stdout, progress on stderr', async () => {
    const cwd = folderOf({ 'in/通知.txt': NOTICE });
    const { status, stdout, stderr } = await gongwen(['extract', 'in'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toContain('│ in/通知.txt │');
    expect(stdout).toContain('│ total');
    expect(new Set(stdout.trimEnd().split('\n').map(columns)).size).toBe(1);
    expect(stderr).toBe('1/1 in/通知.txt\n');
    const validated = await gongwen(['validate', 'output'], { cwd });
    expect(validated).toMatchObject({ status: 0, stderr: '' });
    expect(validated.stdout).toMatch(/^output: sound \(1 documents, 1 tasks, /);
  });

  test('rejects give status 1, a JSON summary and words on stderr', async () => {
    const cwd = folderOf({ 'in/a.txt': NOTICE, 'in/b.txt': '' });
    const { status, stdout, stderr } = await gongwen(['extract', 'in', '--json'], { cwd });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      out: 'output',
      counts: { documents: 1, tasks: 1, rejects: 1 },
      inputs: [{ uri: 'in/a.txt', cached: false, documents: 1 }, { uri: 'in/b.txt' }],
      rejects: [{ uri: 'in/b.txt', code: 'empty', stage: 'read' }],
    });
    expect(stderr).toContain('rejected: in/b.txt: empty: ');
    const quiet = await gongwen(['extract', 'in', '--quiet'], { cwd });
    expect(quiet).toEqual({ status: 1, stdout: '', stderr: '' });
  });

  test('the log is JSON lines on stderr at the level that is asked for', async () => {
    const cwd = folderOf({ 'in/a.txt': NOTICE });
    const env = { GONGWEN_LOG_LEVEL: 'info' };
    const { stderr } = await gongwen(['extract', 'in', '-q'], { cwd, env });
    const messages = stderr
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).msg);
    expect(messages).toEqual(['inputs found', 'stored']);
  });

  test('validate prints file:line of what is off and fails', async () => {
    const cwd = folderOf({ 'd/documents.jsonl': '{}\n', 'd/tasks.jsonl': '' });
    const { status, stdout } = await gongwen(['validate', 'd'], { cwd });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^documents\.jsonl:1: id: /);
    expect(stdout).toContain('targets.jsonl: the file is missing');
    expect(stdout).toMatch(/d: \d+ problems/);
  });

  test('Ctrl-C ends in good order, and the next run carries on', async () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 12; index++) {
      files[`in/${index}.txt`] =
        `${NOTICE}${`${index}.推进政务服务改革，市商务委负责。\n`.repeat(3000)}`;
    }
    const cwd = folderOf(files);
    const args = ['extract', 'in', '--jobs', '1'];
    const interrupted = await gongwen(args, {
      cwd,
      onOutput: (text, signal) => {
        if (text.startsWith('1/12')) signal('SIGINT');
      },
    });
    expect(interrupted.status).toBe(130);
    expect(interrupted.stdout).toBe('');
    expect(interrupted.stderr).toContain('run the same again to carry on');
    const { status, stdout } = await gongwen([...args, '--json'], { cwd });
    expect(status).toBe(0);
    const { inputs } = JSON.parse(stdout) as { inputs: { cached: boolean }[] };
    expect(inputs.filter(({ cached }) => cached).length).toBeGreaterThanOrEqual(1);
    expect(inputs.filter(({ cached }) => !cached).length).toBeGreaterThanOrEqual(1);
  });
});

/** Columns a line takes on a terminal; Chinese characters take two. */
const columns = (line: string): number =>
  [...line].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 0);
