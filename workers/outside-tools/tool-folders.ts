import { readdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefixOf = (pid: number): string => `gongwen-office-${pid}-`;

/** A new temporary folder for a program that this process runs. */
export const makeToolFolder = (): Promise<string> => mkdtemp(join(tmpdir(), prefixOf(process.pid)));

/** Removes what a process that was killed has left of such folders. */
export function removeToolFolders(pid: number): void {
  try {
    for (const name of readdirSync(tmpdir())) {
      if (name.startsWith(prefixOf(pid))) {
        rmSync(join(tmpdir(), name), { recursive: true, force: true, maxRetries: 3 });
      }
    }
  } catch {
    // Nothing hangs on it: the system empties the folder in time.
  }
}
