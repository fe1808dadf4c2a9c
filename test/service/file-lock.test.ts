import { execFileSync } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LockHeldError, withFileLock } from '../../service/corrections/file-lock.js';
import { folderOf } from '../workers/fixtures/folders.js';

const QUICK = { wait: 100, look: 5, stale: 60_000 };
/** The id of a process that has ended. */
const ended = (): number =>
  Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

const lockOf = (owner: object | string): string => {
  const path = join(folderOf({}), 'c.lock');
  writeFileSync(path, typeof owner === 'string' ? owner : JSON.stringify(owner));
  return path;
};
const made = async (path: string): Promise<string> => withFileLock(path, async () => 'made', QUICK);

describe('a lock', () => {
  test('is there while the work is done, and gone afterwards, also where it fails', async () => {
    const path = join(folderOf({}), 'c.lock');
    expect(await withFileLock(path, async () => existsSync(path))).toBe(true);
    expect(existsSync(path)).toBe(false);
    const failing = withFileLock(path, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });

  test('of a living process is waited for, and named where it is not let go', async () => {
    const path = lockOf({ host: hostname(), pid: process.ppid });
    await expect(made(path)).rejects.toThrow(LockHeldError);
    await expect(made(path)).rejects.toThrow(`process ${process.ppid} of ${hostname()}`);
    expect(existsSync(path)).toBe(true);
  });

  test('of a process that was killed is taken away', async () => {
    expect(await made(lockOf({ host: hostname(), pid: ended() }))).toBe('made');
  });

  test('of another machine, or half-written, holds until it is old', async () => {
    for (const owner of [{ host: 'elsewhere', pid: 1 }, '{"ho']) {
      const path = lockOf(owner);
      await expect(made(path)).rejects.toThrow(LockHeldError);
      utimesSync(path, 0, 0);
      expect(await made(path)).toBe('made');
    }
  });

  test('lets one in at a time', async () => {
    const path = join(folderOf({}), 'c.lock');
    let inside = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      most = Math.max(most, ++inside);
      await new Promise((after) => setTimeout(after, 2));
      inside--;
    };
    await Promise.all(Array.from({ length: 10 }, () => withFileLock(path, work)));
    expect(most).toBe(1);
  });
});
