import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { isBucketAddress, parseBucketAddress } from '../bucket/address.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { webhookKey } from '../webhook/signature.js';

/** A whole number of at least `least`, as a number or in digits. */
const whole = (least: number) =>
  z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)], `a whole number`).pipe(
    z
      .int()
      .min(least, `a whole number, ${least} or more`)
      .max(2 ** 40, 'a smaller number'),
  );

/** Seconds, above 0; longer than a timer can be set is as good as for ever. */
const seconds = z
  .union(
    [
      z.number(),
      z
        .string()
        .regex(/^\d+(\.\d+)?$/)
        .transform(Number),
    ],
    'a number of seconds',
  )
  .pipe(z.number().positive('a number of seconds above 0'))
  .transform((value) => Math.min(value, 2_000_000));

const UNITS: Readonly<Record<string, number>> = { '': 1, k: 2 ** 10, m: 2 ** 20, g: 2 ** 30 };

/** Bytes: `67108864`, `64m`, `1g`. */
const bytes = z
  .union([z.number(), z.string().regex(/^\d+[kmg]?(i?b)?$/i)], 'bytes, with k, m or g after: 64m')
  .transform((value) => {
    const [, number, unit] = /^(\d+)([kmg]?)/i.exec(String(value)) ?? [];
    return Number(number) * UNITS[unit?.toLowerCase() ?? '']!;
  })
  .pipe(z.int().positive());

const redisUrl = z
  .string()
  .refine(isRedisUrl, 'redis://host:port/database, or rediss:// for one behind TLS');

function isRedisUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname } = new URL(value);
  return /^rediss?:$/.test(protocol) && hostname !== '' && /^\/?\d*$/.test(pathname);
}

/** `host:port`, `[::1]:port`; port 0 is any that is free. */
const listen = z
  .string()
  .regex(/^(?:\[[0-9a-f:.]+\]|[\w.-]+):\d{1,5}$/i, 'host:port, for example 127.0.0.1:9464')
  .transform((value) => {
    const at = value.lastIndexOf(':');
    const host = value.slice(0, at).replace(/^\[|\]$/g, '');
    return { host, port: Number(value.slice(at + 1)) };
  })
  .refine(({ port }) => port < 65_536, 'a port below 65536');

/** Names of hosts: an array, or one text with commas between. */
const hosts = z
  .union([z.array(z.string()), z.string().transform((value) => value.split(','))])
  .transform((names) => names.map((name) => name.trim().toLowerCase()).filter(Boolean))
  .pipe(z.array(z.string().regex(/^[\w.:[\]-]+$/, 'names of hosts, with commas between')));

/** Everything that can be chosen, with its meaning and its default. */
export const Configuration = z.strictObject({
  redis: redisUrl.default('redis://127.0.0.1:6379').describe('Redis or Valkey, 6.2 or later'),
  prefix: z
    .string()
    .regex(/^[\w{}.-]+$/, 'letters, digits and _ . - { }')
    .default('{gongwen}')
    .describe(
      'what all keys in Redis begin with; in braces, so that a cluster keeps them together',
    ),
  store: z
    .string()
    .min(1)
    .refine(
      (place) => !isBucketAddress(place) || parseBucketAddress(place) !== null,
      'a folder, or s3://bucket/prefix',
    )
    .default('gongwen-store')
    .describe('folder or s3://bucket/prefix of results, shared by all workers'),
  jobs: whole(1)
    .default(() => availableParallelism())
    .describe('documents at the same time'),
  grace: seconds.default(25).describe('seconds that a stopped worker may take to finish its work'),
  timeout: seconds.default(DEFAULT_LIMITS.timeout).describe('seconds that a document may take'),
  maxBytes: bytes
    .default(DEFAULT_LIMITS.maxBytes)
    .describe('bytes of the largest input that is read'),
  maxMemory: whole(32)
    .default(DEFAULT_LIMITS.maxMemory)
    .describe("MiB of a document's JavaScript heap"),
  attempts: whole(1).default(10).describe('starts of a job whose environment fail'),
  lock: seconds.default(30).describe('seconds after which the job of a dead worker is taken over'),
  listen: listen
    .default({ host: '127.0.0.1', port: 9464 })
    .describe('where a worker answers /health, /ready and /metrics'),
  dashboardListen: listen
    .default({ host: '127.0.0.1', port: 9465 })
    .describe('where the dashboard is served'),
  dashboardUser: z.string().min(1).default('gongwen').describe('name to log in to the dashboard'),
  dashboardPassword: z
    .string()
    .min(12, 'a password of 12 characters or more')
    .optional()
    .describe('password of the dashboard'),
  allowHost: hosts
    .default([])
    .describe('hosts that may be fetched from though they lie in a private network'),
  hostInterval: seconds.default(1).describe('seconds between two requests of a host'),
  userAgent: z
    .string()
    .regex(/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/, 'ASCII characters')
    .default('gongwen')
    .describe('what sites are told, and by what name their robots.txt is read'),
  webhook: z
    .url({ protocol: /^https?$/, error: 'an http or https address' })
    .optional()
    .describe('address that is told when a source has something new'),
  webhookSecret: z
    .string()
    .refine((value) => webhookKey(value) !== null, 'whsec_ and base64 of 24 to 64 bytes')
    .optional()
    .describe('what messages to the webhook are signed with'),
});

export type Configuration = z.output<typeof Configuration>;
export type Setting = keyof Configuration;

export const SETTINGS = Object.keys(Configuration.shape) as readonly Setting[];
