import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const READMES = ['README.md', 'README.zh-CN.md'];
/** What CI itself runs, in a fresh checkout. */
const OF_CI = ['npm ci && npm start', 'npm ci && npm test'];
/** The question that is asked in three ways. */
const QUESTION = / query output /;

/** A folder like this checkout after `npm start`: the program, the samples, the dataset. */
const cwd = mkdtempSync(join(tmpdir(), 'gongwen-readme-'));

beforeAll(async () => {
  const program = resolve('dist/cli/main.js');
  const manifest = { type: 'module', scripts: { gongwen: `node ${program}` } };
  writeFileSync(join(cwd, 'package.json'), JSON.stringify(manifest));
  mkdirSync(join(cwd, 'node_modules'));
  symlinkSync(resolve('.'), join(cwd, 'node_modules/gongwen'));
  cpSync('samples/000_94e9b4dcfe0b7c46.txt', join(cwd, 'notices/000.txt'));
  await run(process.execPath, [program, 'extract', resolve('samples'), '--out', 'output'], { cwd });
}, 300_000);

/** The fenced blocks of a language, in order. */
function blocksOf(readme: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm');
  return [...readFileSync(readme, 'utf8').matchAll(fence)].map(([, block]) => block!);
}

/** Lines of shell that begin with a command of this project's own. */
const commandsOf = (readme: string): string[] =>
  blocksOf(readme, 'sh')
    .flatMap((block) => block.trim().split('\n'))
    .map((line) => line.replace(/\s+#.*$/, '').trim())
    .filter((line) => line !== '' && !OF_CI.includes(line));

describe.each(READMES)('%s', (readme) => {
  test('each command runs as it is typed', async () => {
    const commands = commandsOf(readme);
    expect(commands.length).toBeGreaterThanOrEqual(6);
    for (const command of commands) {
      expect(command).toMatch(/^npm run --silent gongwen -- /);
      const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', command], { cwd });
      if (command.includes(' inspect times ')) expect(stdout).toContain('end=2025-08-31');
    }
    expect(readFileSync(join(cwd, 'data/tasks.jsonl'), 'utf8').split('\n').length).toBeGreaterThan(
      20,
    );
    expect(readFileSync(join(cwd, 'data/report/index.html'), 'utf8')).toMatch(/^<!doctype html>/i);
  });

  test('SQL, Python and the library give one answer', async () => {
    const query = commandsOf(readme).find((command) => QUESTION.test(command))!;
    const [python] = blocksOf(readme, 'python');
    const [program] = blocksOf(readme, 'js');
    writeFileSync(join(cwd, 'question.mjs'), program!);
    const answers = [
      await run('bash', ['-c', query], { cwd }),
      await run('python3', ['-c', python!], { cwd }),
      await run(process.execPath, ['question.mjs'], { cwd }),
    ].map(({ stdout }) => stdout.match(/\d+/g)?.map(Number));
    const [leads, firstListed] = answers[0]!;
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    // By hand from the table of sample 001: more lists begin with it than say that it leads.
    expect(leads).toBeGreaterThan(10);
    expect(firstListed).toBeGreaterThan(leads!);
  });
});
