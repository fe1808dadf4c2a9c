import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive } from '../../workers/is-alive.js';

/** Milliseconds that a lock is waited for, between two looks, and after which one of another machine is taken for left. */
const PATIENCE = { wait: 5_000, look: 20, stale: 30_000 };

/** Who holds a lock. */
interface Owner {
  readonly host: string;
  readonly pid: number;
}

/** Another process holds the lock and does not let go. */
export class LockHeldError extends Error {}

/**
 * Does some work while no other process, also of another machine that shares the folder, does work under the same
 * lock: a file beside what is changed, made where there was none, with its owner in it. One that a killed process has
 * left is taken away.
 *
 * @throws LockHeldError
 */
export async function withFileLock<Answer>(
  path: string,
  work: () => Promise<Answer>,
  { wait, look, stale } = PATIENCE,
): Promise<Answer> {
  for (const end = Date.now() + wait; !(await taken(path)); ) {
    const owner = await ownerOf(path);
    if (owner === null || (await isLeft(path, owner, stale))) {
      await takeAway(path, owner);
      continue;
    }
    if (Date.now() >= end) {
      throw new LockHeldError(
        `${path} is held by process ${owner.pid} of ${owner.host}. Try again; remove it where no such process keeps the file.`,
      );
    }
    await delay(look);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function taken(path: string): Promise<boolean> {
  try {
    const owner: Owner = { host: hostname(), pid: process.pid };
    await writeFile(path, `${JSON.stringify(owner)}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** The owner; an unknown one where it is just being written or was cut off; null where the lock is gone. */
async function ownerOf(path: string): Promise<Owner | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Owner;
  } catch (error) {
    if (error instanceof SyntaxError) return { host: '', pid: 0 };
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

async function isLeft(path: string, { host, pid }: Owner, stale: number): Promise<boolean> {
  if (host === hostname()) return pid !== process.pid && !isAlive(pid);
  const made = await stat(path).catch(() => null);
  return made !== null && Date.now() - made.mtimeMs > stale;
}

/** Takes a lock away that was left, but none that somebody has taken since. */
async function takeAway(path: string, owner: Owner | null): Promise<void> {
  if (owner === null) return;
  const aside = `${path}.${process.pid}.left`;
  await rename(path, aside).catch(() => {});
  const moved = await ownerOf(aside);
  if (moved !== null && (moved.pid !== owner.pid || moved.host !== owner.host)) {
    await rename(aside, path);
    return;
  }
  await rm(aside, { force: true });
}
