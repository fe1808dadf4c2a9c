import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { newFolder } from '../exports/fixtures/datasets.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/cli/main.js');

/** Runs the built program; its progress loses its reader after the first words (`2>&1 | head -1`). */
function unread(args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    child.stderr.once('data', () => child.stderr.destroy());
    child.on('exit', resolve);
  });
}

test('a run goes on to its end when nobody reads its progress any more', async () => {
  const folder = newFolder();
  for (let at = 0; at < 6; at++) {
    writeFileSync(
      join(folder, `${at}.txt`),
      `关于印发方案的通知\n\n1.推行第${at}项检查。（责任单位：市商务局）\n`,
    );
  }
  const out = join(folder, 'out');
  expect(await unread(['extract', folder, '--out', out])).toBe(0);
  expect(existsSync(join(out, 'datapackage.json'))).toBe(true);
});
