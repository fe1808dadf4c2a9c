import { join } from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import { Extractor } from '../../library/index.js';
import { folderOf } from '../workers/fixtures/folders.js';
import { datasetOf, jsonOf, serviceWith } from './fixtures/service.js';

interface Operation {
  readonly operationId: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly schema: { readonly type?: string };
  }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>
  >;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

let url: string;
let description: Description;

beforeAll(async () => {
  const folder = await datasetOf(['samples/003_c4e5ca01fbf6fd27.txt']);
  const engine = new Extractor({ run: 'thread' });
  const corrections = [{ name: 'plans', path: join(folderOf({}), 'corrections.jsonl') }];
  const datasets = [{ name: 'plans', folder }];
  ({ url } = await serviceWith({ datasets, corrections }, engine));
  description = await jsonOf<Description>(`${url}/openapi.json`);
}, 60_000);

test('the description is one by OpenAPI 3.1', async () => {
  const { valid, errors } = await new Validator().validate(structuredClone(description) as never);
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(description.openapi).toBe('3.1.0');
});

/** Checks a value against the schema that the description gives for an answer. */
function fits(path: string, method: string, status: string, type: string, value: unknown): void {
  const { schema } = description.paths[path]![method]!.responses[status]!.content![type]!;
  const ajv = new Ajv2020({ strict: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: 'http://service/openapi', ...description });
  const check = ajv.compile(referring(schema));
  check(value);
  expect(check.errors ?? []).toEqual([]);
}

const referring = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"http://service/openapi#/')) as object;

describe('answers are what it says', () => {
  test.each(['documents', 'tasks', 'targets', 'quantities', 'units'])('of %s', async (name) => {
    const page = await jsonOf<{ items: { id: string }[] }>(
      `${url}/v1/datasets/plans/${name}?count=true`,
    );
    expect(page.items.length).toBeGreaterThan(0);
    fits(`/v1/datasets/{name}/${name}`, 'get', '200', 'application/json', page);
    const one = await jsonOf(`${url}/v1/datasets/plans/${name}/${page.items[0]!.id}`);
    fits(`/v1/datasets/{name}/${name}/{id}`, 'get', '200', 'application/json', one);
  });

  test('of an extraction, a job and a problem', async () => {
    const how = {
      method: 'POST',
      body: '关于做好工作的通知\n\n（一）完成改造。（责任单位：市水务局）\n',
    };
    const read = await jsonOf(`${url}/v1/extract?name=a.txt&include=texts`, how);
    fits('/v1/extract', 'post', '200', 'application/json', read);
    const job = await jsonOf(`${url}/v1/extract?wait=0`, how);
    fits('/v1/extract', 'post', '202', 'application/json', job);
    const rejected = await jsonOf(`${url}/v1/extract`, { method: 'POST', body: '' });
    fits('/v1/extract', 'post', '422', 'application/json', rejected);
    const problem = await jsonOf(`${url}/v1/datasets/none`);
    fits('/v1/datasets/{name}', 'get', 'default', 'application/problem+json', problem);
    fits('/v1/datasets', 'get', '200', 'application/json', await jsonOf(`${url}/v1/datasets`));
    fits('/ready', 'get', '200', 'application/json', await jsonOf(`${url}/ready`));
  });
});

test('parameters have the types that they are read as', () => {
  const { parameters } = description.paths['/v1/datasets/{name}/tasks']!.get!;
  const typeOf = (name: string) => parameters.find((each) => each.name === name)!.schema;
  expect(typeOf('limit')).toMatchObject({ type: 'integer', minimum: 1, maximum: 500, default: 50 });
  expect(typeOf('count')).toMatchObject({ type: 'boolean', default: false });
  expect(typeOf('due_to')).toMatchObject({ type: 'string', format: 'date' });
  expect(typeOf('role')).toMatchObject({
    enum: ['lead', 'first_listed', 'support', 'responsible'],
  });
});

test('every address that it tells answers, and has an id of its own', async () => {
  const operations = Object.values(description.paths).flatMap((path) => Object.values(path));
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const [path, { get }] of Object.entries(description.paths)) {
    if (!get || /\{(id|file)\}/.test(path)) continue;
    const { status } = await fetch(`${url}${path.replace('{name}', 'plans')}`);
    expect([path, status]).toEqual([path, 200]);
  }
});
