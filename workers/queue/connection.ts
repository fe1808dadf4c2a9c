import type { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { within } from '../within.js';
import { isFull } from './redis-memory.js';

/** Milliseconds before the next try to connect: the formula that BullMQ asks for in production. */
export const reconnectDelay = (times: number): number =>
  Math.max(Math.min(Math.exp(times), 20_000), 1000);

/** The address without name and password. */
export function redisAddress(url: string): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

/** Milliseconds that a producer waits for a connection before it says that Redis is not there. */
const CONNECT_TIMEOUT = 5000;
/** Milliseconds that a producer waits for an answer. */
const ANSWER_TIMEOUT = 8000;
/** Milliseconds between two questions whether Redis is there, and for it to answer one. */
const PULSE = { every: 1000, within: 3000 };
/** Milliseconds for queues to be closed. */
const CLOSING = 1000;
const SILENT = 'it takes connections and does not answer';
const FULL = 'OOM: it has no memory left';

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
 * A connection for producers: commands fail at once where Redis is not there, and after eight seconds
 * where it does not answer. Resolves when it is connected.
 *
 * @throws RedisDownError
 */
export async function producerConnection(url: string, events: ConnectionEvents): Promise<Redis> {
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    retryStrategy: reconnectDelay,
    connectTimeout: CONNECT_TIMEOUT,
    commandTimeout: ANSWER_TIMEOUT,
    lazyConnect: true,
    connectionName: 'gongwen',
  });
  let reason = 'no answer';
  const hear = (error: Error): void => {
    reason = reasonOf(error);
  };
  redis.on('error', hear);
  try {
    const connected = redis.connect();
    if (!(await within(connected, ANSWER_TIMEOUT))) {
      connected.catch(() => {});
      throw new Error(SILENT);
    }
  } catch (error) {
    redis.disconnect();
    const says = reason === 'no answer' ? reasonOf(error as Error) : reason;
    throw new RedisDownError(`Redis cannot be reached at ${redisAddress(url)}: ${says}`);
  }
  redis.off('error', hear);
  return watched(redis, events);
}

/** Why no work can be done with Redis now: it is away, has left a question open for long, or is full; null where it can. */
export function faultOf(redis: Redis): string | null {
  if (redis.status !== 'ready') return `the connection is ${redis.status}`;
  return faults.get(redis) ?? null;
}

/** Closes queues, then their connection, whether Redis answers or not. */
export async function closeQueues(
  queues: readonly Pick<Queue, 'close'>[],
  redis: Redis,
): Promise<void> {
  await within(Promise.allSettled(queues.map((queue) => queue.close())), CLOSING);
  redis.disconnect();
}

/** Redis is not there, or does not let us in. */
export class RedisDownError extends Error {}

/** An AggregateError of several addresses has no message of its own. */
function reasonOf(error: Error): string {
  const { code } = error as NodeJS.ErrnoException;
  return error.message || code || error.name;
}

/** What is wrong with connections that stand. */
const faults = new WeakMap<Redis, string>();

/**
 * Asks again and again whether Redis is there and takes what is written. One that is stopped, or a machine
 * that is gone, keeps its connections and answers nothing; one that is full answers, and refuses all jobs.
 */
function feelPulse(redis: Redis, onFault: (reason: string) => void, onAnswer: () => void): void {
  let open: NodeJS.Timeout | undefined;
  const ask = (): void => {
    if (open) return;
    // What has come while the process was busy is heard before.
    const late = (): unknown => setImmediate(() => open && onFault(SILENT));
    open = setTimeout(late, PULSE.within).unref();
    const close = (): void => {
      clearTimeout(open);
      open = undefined;
    };
    isFull(redis)
      .then((full) => (full ? onFault(FULL) : onAnswer()))
      // What keeps it from answering is told by the connection.
      .catch(() => {})
      .finally(close);
  };
  const timer = setInterval(ask, PULSE.every).unref();
  redis.once('end', () => clearInterval(timer));
}

function watched(redis: Redis, { lost, back }: ConnectionEvents): Redis {
  let down = false;
  const onFault = (reason: string): void => {
    faults.set(redis, reason);
    hear(reason);
  };
  const onAnswer = (): void => {
    faults.delete(redis);
    if (down) back();
    down = false;
  };
  feelPulse(redis, onFault, onAnswer);
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
  redis.on('ready', onAnswer);
  return redis;
}
