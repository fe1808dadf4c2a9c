import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { sha256 } from '../sha256.js';

/** Milliseconds a lock holds without being renewed. */
const HOLDS = 30_000;
const LOOK_AGAIN = 500;

const RENEW = `if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0`;
const RELEASE = `if redis.call('GET', KEYS[1]) == ARGV[1] then
  return redis.call('DEL', KEYS[1]) end return 0`;

/**
 * Does some work while nobody else who asks for the same folder does theirs; waits for its turn.
 * The work's signal is aborted where the lock is lost or `signal` is aborted.
 */
export async function withFolder<Result>(
  redis: Redis,
  prefix: string,
  folder: string,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const key = `${prefix}:folder:${sha256(folder).slice(0, 24)}`;
  const token = randomUUID();
  while ((await redis.set(key, token, 'PX', HOLDS, 'NX')) === null) {
    await delay(LOOK_AGAIN, undefined, { signal });
  }
  const lost = new AbortController();
  const renewing = setInterval(() => {
    redis.eval(RENEW, 1, key, token, HOLDS).then(
      (renewed) => renewed === 1 || lost.abort(),
      () => {},
    );
  }, HOLDS / 3);
  try {
    return await work(AbortSignal.any([signal, lost.signal]));
  } finally {
    clearInterval(renewing);
    await redis.eval(RELEASE, 1, key, token).catch(() => {});
  }
}
