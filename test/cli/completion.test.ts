import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.js';
import { bashScript } from '../../cli/completion/bash.js';
import { fishScript } from '../../cli/completion/fish.js';
import { commandTree, everyCommand } from '../../cli/completion/tree.js';
import { zshScript } from '../../cli/completion/zsh.js';
import { folderOf, runScript } from '../workers/fixtures/folders.js';

let script: string;
let folder: string;

beforeAll(async () => {
  const ran = await runScript('cli/main.ts', ['completion', 'bash']);
  expect([ran.status, ran.stderr]).toEqual([0, '']);
  script = ran.stdout;
  folder = folderOf({ 'notices/a.txt': '', 'data.json': '', 'completion.bash': script });
  mkdirSync(join(folder, 'output'));
}, 60_000);

/** What bash itself proposes where the last of the words is being typed. */
function proposed(...words: string[]): string[] {
  const typed = ['gongwen', ...words].map((word) => `'${word}'`).join(' ');
  const asked = `source ./completion.bash
    COMP_WORDS=(${typed}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); COMP_TYPE=9
    _gongwen; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const out = execFileSync('bash', ['--norc', '-c', asked], { cwd: folder, encoding: 'utf8' });
  return out.split('\n').filter(Boolean);
}

describe('bash', () => {
  test('completes the names of all commands', () => {
    expect(proposed('')).toEqual([...Object.keys(COMMANDS), 'help']);
    expect(proposed('ex')).toEqual(['extract', 'export']);
    expect(proposed('inspect', 'ta')).toEqual(['tasks', 'targets', 'tables']);
    expect(proposed('source', '')).toEqual(['add', 'list', 'remove', 'run']);
  });

  test('completes the options of the command that is typed, also after values', () => {
    expect(proposed('extract', '--max-')).toEqual([
      '--max-pages',
      '--max-bytes',
      '--max-memory',
      '--max-rejects',
    ]);
    expect(proposed('extract', 'notices', '--out', 'output', '--tok')).toEqual(['--tokens']);
    expect(proposed('source', 'add', '--')).toContain('--help');
    expect(proposed('validate', '--ocr')).toEqual([]);
    expect(proposed('--v')).toEqual(['--version']);
  });

  test('completes values: choices, folders, files', () => {
    expect(proposed('extract', '--ocr-engine', '')).toEqual(['pp-ocr', 'tesseract']);
    expect(proposed('extract', '--ocr-engine', '=', 't')).toEqual(['tesseract']);
    expect(proposed('serve', '--log-level', 'w')).toEqual(['warn']);
    expect(proposed('extract', '--out', '').sort()).toEqual(['notices', 'output']);
    expect(proposed('validate', 'o')).toEqual(['output']);
    expect(proposed('extract', 'da')).toEqual(['data.json']);
    expect(proposed('extract', '--timeout', '')).toEqual([]);
    expect(proposed('completion', 'z')).toEqual(['zsh']);
  });
});

/** A program whose words hold all that a shell could take for its own. */
function hostileProgram(): Command {
  const program = new Command('gongwen').description(`it's [a]: $(touch x) \`y\` "z" \\`);
  const inner = new Command('inner').description(`don't: [run] $(this)`);
  inner.option('-x, --extra <a|b>', `it's [one]: of \${HOME} "two"`).argument('<file>', 'it');
  return program.addCommand(inner);
}

describe('scripts', () => {
  const tree = commandTree(hostileProgram());

  test('hold every command and option of the tree', () => {
    const commands = everyCommand(tree);
    expect(commands.map(({ path }) => path.join(' '))).toEqual(['', 'inner', 'help']);
    for (const write of [bashScript, zshScript, fishScript]) {
      const text = write(tree);
      expect(text).toContain('inner');
      expect(text).toMatch(/(?:--|-l )extra/);
    }
  });

  test('of hostile words are sound, and run nothing', () => {
    const place = folderOf({});
    writeFileSync(join(place, 'c.bash'), bashScript(tree));
    const out = execFileSync('bash', ['--norc', '-c', 'source ./c.bash; ls'], {
      cwd: place,
      encoding: 'utf8',
    });
    expect(out).toBe('c.bash\n');
    expect(zshScript(tree)).toContain(
      `'(--extra -x)'{--extra,-x}'[it'\\''s \\[one\\]\\: of \${HOME} "two"]:value:`,
    );
    expect(fishScript(tree)).toContain(`-d 'it\\'s [one]: of \${HOME} "two"'`);
  });
});

test('an unknown shell is refused with those that there are', async () => {
  const { status, stderr } = await runScript('cli/main.ts', ['completion', 'powershell']);
  expect(status).toBe(2);
  expect(stderr).toContain('bash, zsh, fish');
});
