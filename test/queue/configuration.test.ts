import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  ConfigurationError,
  environmentName,
  loadConfiguration,
  unknownVariables,
} from '../../workers/configuration/load.js';
import { SETTINGS } from '../../workers/configuration/schema.js';
import { folderOf } from '../workers/fixtures/folders.js';

const load = (
  flags: object = {},
  environment: Record<string, string> = {},
  file?: string,
): ReturnType<typeof loadConfiguration> =>
  loadConfiguration({
    flags,
    environment,
    folder: folderOf(file === undefined ? {} : { 'gongwen.config.json': file }),
  });

test('flags come before the environment, that before the file, that before the defaults', () => {
  const file = JSON.stringify({ jobs: 3, grace: 5, timeout: 7, redis: 'redis://file:1' });
  const environment = { GONGWEN_REDIS_URL: 'redis://variable:2/3', GONGWEN_GRACE: '6' };
  expect(load({ grace: '8.5', jobs: undefined }, environment, file)).toMatchObject({
    redis: 'redis://variable:2/3',
    jobs: 3,
    grace: 8.5,
    timeout: 7,
    lock: 30,
    maxBytes: 64 * 2 ** 20,
    listen: { host: '127.0.0.1', port: 9464 },
  });
});

test('a bucket stays the address that it is', () => {
  const { store } = loadConfiguration({
    flags: {},
    environment: { GONGWEN_STORE: 's3://notices/store' },
    folder: '/somewhere',
  });
  expect(store).toBe('s3://notices/store');
});

test('folders are absolute, sizes and addresses are read', () => {
  const folder = folderOf({});
  const environment = { GONGWEN_STORE: 'kept', GONGWEN_LISTEN: '[::1]:80', GONGWEN_JOBS: '' };
  expect(loadConfiguration({ flags: { maxBytes: '2g' }, environment, folder })).toMatchObject({
    store: join(folder, 'kept'),
    maxBytes: 2 ** 31,
    listen: { host: '::1', port: 80 },
  });
});

describe('what does not fit is said with where it comes from', () => {
  test.each([
    [
      { jobs: '0' },
      {},
      undefined,
      '--jobs: "0" does not fit; it must be a whole number, 1 or more.',
    ],
    [{ grace: 'soon' }, {}, undefined, '--grace: "soon" does not fit'],
    [{}, { GONGWEN_MAX_BYTES: 'many' }, undefined, 'GONGWEN_MAX_BYTES: "many" does not fit'],
    [{}, { GONGWEN_LISTEN: 'here' }, undefined, 'GONGWEN_LISTEN: "here" does not fit'],
    [
      {},
      { GONGWEN_WEBHOOK_SECRET: 'abc' },
      undefined,
      'GONGWEN_WEBHOOK_SECRET: the value does not fit',
    ],
    [{}, { GONGWEN_LISTEN: '127.0.0.1:70000' }, undefined, 'a port below 65536'],
    [{}, {}, '{"jobs": 1.5}', 'jobs in gongwen.config.json: 1.5 does not fit'],
    [{}, {}, '{"job": 1}', 'no such setting: job'],
    [{}, {}, '[]', 'must hold one JSON object'],
    [{}, {}, '{', 'is no JSON'],
    [{ config: 'none.json' }, {}, undefined, 'The configuration file cannot be read'],
    [{ redis: 'http://x' }, {}, undefined, '--redis: the value does not fit; it must be redis://'],
  ])('%j %j %j', (flags, environment, file, says) => {
    expect(() => load(flags, environment, file)).toThrow(ConfigurationError);
    expect(() => load(flags, environment, file)).toThrow(says);
  });

  test('secrets are not repeated', () => {
    const environment = { GONGWEN_DASHBOARD_PASSWORD: 'short', GONGWEN_REDIS_URL: 'secret@x' };
    expect(() => load({}, environment)).toThrow(/^(?![\s\S]*(?:short|secret))/);
  });
});

test('variables that mean nothing are found', () => {
  const environment = { GONGWEN_REDIS: 'x', GONGWEN_STORE: 'y', GONGWEN_LOG_LEVEL: 'z', HOME: '/' };
  expect(unknownVariables(environment)).toEqual(['GONGWEN_REDIS']);
});

test('every setting stands in the operations page', () => {
  const page = readFileSync('docs/operations.md', 'utf8');
  for (const setting of SETTINGS) {
    expect(page).toContain(`\`${setting}\``);
    expect(page).toContain(`\`${environmentName(setting)}\``);
  }
});
