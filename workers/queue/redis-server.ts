import type { Redis } from 'ioredis';
import { isFull } from './redis-memory.js';

/** Oldest Redis that is served, and why it is named. */
const OLDEST = [6, 2];

/** What a server says of itself. */
export interface ServerFacts {
  readonly name: 'Redis' | 'Valkey' | 'Dragonfly';
  readonly version: string;
  /** `maxmemory-policy`; null where the server does not say. */
  readonly policy: string | null;
  readonly appendOnly: boolean | null;
  /** Whether it has no memory left for what is written. */
  readonly full: boolean;
}

export async function serverFacts(redis: Redis): Promise<ServerFacts> {
  const info = await redis.info();
  const field = (name: string): string | null =>
    new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? null;
  const valkey = field('valkey_version');
  const dragonfly = field('dragonfly_version');
  const aof = field('aof_enabled');
  return {
    name: valkey ? 'Valkey' : dragonfly ? 'Dragonfly' : 'Redis',
    version: valkey ?? field('redis_version') ?? '0',
    policy: field('maxmemory_policy'),
    appendOnly: aof === null ? null : aof === '1',
    full: await isFull(redis),
  };
}

/** Why a server is too old to be worked with; null where it is not. */
export function tooOld({ name, version }: ServerFacts): string | null {
  const parts = version.split('.').map(Number);
  const [major = 0, minor = 0] = parts;
  const old = name === 'Redis' && (major < OLDEST[0]! || (major === 6 && minor < OLDEST[1]!));
  return old ? `Redis ${version} is too old; use 6.2 or later, or Valkey.` : null;
}

/** What is wrong with how a server treats its memory; null where nothing is. */
export function wrongPolicy({ policy }: ServerFacts): string | null {
  if (policy === null || policy === 'noeviction') return null;
  return `maxmemory-policy is ${policy}: Redis may drop jobs. Set it to noeviction.`;
}
