import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Configuration } from '../workers/configuration/schema.js';
import { producerConnection, RedisDownError } from '../workers/queue/connection.js';
import { UsageError } from './exit-status.js';

/** Milliseconds between two tries to reach Redis by a command that waits. */
const TRY_AGAIN = 1000;

/**
 * A connection to Redis; outages are told on standard error. With a signal it is tried until it
 * succeeds (null where the signal was aborted before), without one once.
 *
 * @throws UsageError
 */
export async function connectProducer(
  { redis: url }: Configuration,
  signal: AbortSignal | null,
): Promise<Redis | null> {
  const say = (text: string): void => void process.stderr.write(`gongwen: ${text}\n`);
  const events = {
    lost: (reason: string) => say(`Redis is lost (${reason}); trying again`),
    back: () => say('Redis is back'),
  };
  for (let tries = 0; !signal?.aborted; tries++) {
    try {
      const redis = await producerConnection(url, events);
      if (tries > 0) events.back();
      return redis;
    } catch (error) {
      if (!(error instanceof RedisDownError)) throw error;
      if (signal === null) throw new UsageError(error.message);
      if (tries === 0) say(`${error.message}; trying again`);
      await delay(TRY_AGAIN, undefined, { signal }).catch(() => {});
    }
  }
  return null;
}
