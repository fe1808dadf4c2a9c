import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { Source } from '../../schemas/index.js';
import { jsonSchemas, staleSchemas } from '../../scripts/json-schemas.js';

const FOLDER = fileURLToPath(new URL('../../schemas/json', import.meta.url));

test('the published JSON Schemas are those of the zod schemas (npm run schemas)', () => {
  expect(staleSchemas(FOLDER)).toEqual([]);
  expect(readdirSync(FOLDER).sort()).toEqual([...jsonSchemas().keys()].sort());
});

test('they are strict, and say what a field means', () => {
  const task = JSON.parse(jsonSchemas().get('task.schema.json')!);
  expect(task).toMatchObject({
    title: 'task',
    type: 'object',
    additionalProperties: false,
    properties: { part: { description: 'Which of several clauses of one item closes this task.' } },
  });
  expect(task.required).toContain('target_ids');
});

const SOURCE = { kind: 'url', name: '市政府', url: 'https://www.example.gov.cn/a.html' };
const LISTING = { ...SOURCE, kind: 'listing', next: null, encoding: null, max_pages: 20 };
/** What the store keeps where nothing else was said. */
const DEFAULTS = { out: null, attachments: true, timezone: 'Asia/Shanghai' };

test.each([
  ['an address', SOURCE, true],
  ['one with a schedule and a folder', { ...SOURCE, every: 60_000, out: '/data' }, true],
  ['one with a schedule and no folder', { ...SOURCE, every: 60_000 }, false],
  ['one with two schedules', { ...SOURCE, every: 60_000, cron: '0 6 * * *', out: '/data' }, false],
  ['a listing without links', LISTING, false],
  ['a listing', { ...LISTING, links: 'ul a' }, true],
  ['an address of another kind', { ...SOURCE, url: 'ftp://example.gov.cn/' }, false],
  ['a name that is a path', { ...SOURCE, name: '../a' }, false],
])('the schema of sources and zod agree on %s', (_, source, is) => {
  expect(Source.safeParse(source).success).toBe(is);
  const ajv = new Ajv2020({ strict: false, formats: { uri: true } });
  const holds = ajv.compile(JSON.parse(jsonSchemas().get('source.schema.json')!));
  expect(holds({ ...DEFAULTS, ...source })).toBe(is);
});
