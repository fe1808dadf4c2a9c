import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { Configuration } from '../configuration/schema.js';
import { HostClock } from '../fetch/host-clock.js';
import { lockKey, withLock } from '../queue/shared-lock.js';

/** Puts off the time of a key, never forward. */
const POSTPONE = `local left = redis.call('PTTL', KEYS[1])
  if left < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], 1, 'PX', ARGV[1]) end return 0`;

/** One clock a host for all who fetch by the same Redis, on whatever machine they are. */
export class SharedHostClock extends HostClock {
  constructor(
    private readonly redis: Redis,
    private readonly configuration: Pick<Configuration, 'prefix' | 'lock'>,
  ) {
    super();
  }

  /** @inheritdoc */
  override inTurn<Result>(
    name: string,
    interval: number,
    signal: AbortSignal,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const key = lockKey(this.configuration.prefix, ['host', name]);
    return super.inTurn(name, interval, signal, () =>
      withLock(this.redis, key, this.configuration.lock * 1000, signal, async () => {
        const rest = await this.redis.pttl(pauseOf(key));
        if (rest > 0) await delay(rest, undefined, { signal });
        try {
          return await work();
        } finally {
          await this.pause(key, interval);
        }
      }),
    );
  }

  /** @inheritdoc */
  override postpone(name: string, milliseconds: number): void {
    super.postpone(name, milliseconds);
    this.pause(lockKey(this.configuration.prefix, ['host', name]), milliseconds).catch(() => {});
  }

  private async pause(key: string, milliseconds: number): Promise<void> {
    await this.redis.eval(POSTPONE, 1, pauseOf(key), Math.max(1, Math.round(milliseconds)));
  }
}

const pauseOf = (key: string): string => `${key}:pause`;
