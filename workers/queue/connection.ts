import { Redis } from 'ioredis';

/** Milliseconds before the next try to connect: the formula that BullMQ asks for in production. */
export const reconnectDelay = (times: number): number =>
  Math.max(Math.min(Math.exp(times), 20_000), 1000);

/** The address without name and password. */
export function redisAddress(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** Milliseconds that a producer waits for Redis before it says that it is not there. */
const CONNECT_TIMEOUT = 5000;

/** What is told of a connection. */
export interface ConnectionEvents {
  /** Once an outage, however often the connection is tried anew. */
  lost(reason: string): void;
  /** Once an outage has ended. */
  back(): void;
}

/**
 * A connection for workers: commands wait until Redis is back, for ever. `events` hears of outages;
 * errors have a listener, so they never end the process.
 */
export function workerConnection(url: string, events: ConnectionEvents): Redis {
  return watched(
    new Redis(url, {
      maxRetriesPerRequest: null,
      retryStrategy: reconnectDelay,
      connectionName: 'gongwen',
    }),
    events,
  );
}

/**
 * A connection for producers: commands fail at once where Redis is not there. Resolves when it is
 * connected.
 *
 * @throws RedisDownError
 */
export async function producerConnection(url: string, events: ConnectionEvents): Promise<Redis> {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: reconnectDelay,
    connectTimeout: CONNECT_TIMEOUT,
    lazyConnect: true,
    connectionName: 'gongwen',
  });
  let reason = 'no answer';
  const hear = (error: Error): void => {
    reason = reasonOf(error);
  };
  redis.on('error', hear);
  try {
    await redis.connect();
  } catch (error) {
    redis.disconnect();
    const says = reason === 'no answer' ? reasonOf(error as Error) : reason;
    throw new RedisDownError(`Redis cannot be reached at ${redisAddress(url)}: ${says}`);
  }
  redis.off('error', hear);
  return watched(redis, events);
}

/** Redis is not there, or does not let us in. */
export class RedisDownError extends Error {}

/** An AggregateError of several addresses has no message of its own. */
function reasonOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  return error.message || code || error.name;
}

function watched(redis: Redis, { lost, back }: ConnectionEvents): Redis {
  let down = false;
  const hear = (reason: string): void => {
    if (!down) lost(reason);
    down = true;
  };
  redis.on('error', (error: Error) => hear(reasonOf(error)));
  redis.on('close', () => {
    // Closed by ourselves the status is 'end' soon after, and there is nothing to tell.
    setImmediate(() => {
      if (redis.status === 'reconnecting') hear('the connection was closed');
    });
  });
  redis.on('ready', () => {
    if (down) back();
    down = false;
  });
  return redis;
}
