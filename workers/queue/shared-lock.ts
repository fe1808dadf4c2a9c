import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { sha256 } from '../sha256.js';

const LOOK_AGAIN = 500;

const RENEW = `if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1]) end return 0`;

/** What is locked: `folder` or `host`, and which. */
export type Locked = readonly [kind: 'folder' | 'host', name: string];

/** The key of a lock, or of what else is kept under its name. */
export const lockKey = (prefix: string, [kind, name]: Locked): string =>
  `${prefix}:${kind}:${sha256(name).slice(0, 24)}`;

/**
 * Does some work while nobody else, on any machine, who asks for the same lock does theirs; waits for
 * its turn. Of one who dies the lock is free after `holds` milliseconds. The work's signal is aborted
 * where the lock is lost or `signal` is aborted.
 */
export async function withLock<Result>(
  redis: Redis,
  key: string,
  holds: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const token = randomUUID();
  while ((await redis.set(key, token, 'PX', holds, 'NX')) === null) {
    await delay(LOOK_AGAIN, undefined, { signal });
  }
  const lost = new AbortController();
  const renewing = setInterval(() => {
    redis.eval(RENEW, 1, key, token, holds).then(
      (renewed) => renewed === 1 || lost.abort(),
      () => {},
    );
  }, holds / 3);
  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(renewing);
    await redis.eval(RELEASE, 1, key, token).catch(() => {});
  }
}
