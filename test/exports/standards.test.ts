import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { Package } from 'datapackage';
import { beforeAll, describe, expect, test } from 'vitest';
import { TABLES } from '../../pipeline/emit/tables.js';
import { NO_PROFILE, packageProfile } from '../../scripts/ensure-profile.js';
import { jsonSchemas } from '../../scripts/json-schemas.js';
import { exportDataset } from '../../workers/exports/export-dataset.js';
import { newFolder, realDataset } from './fixtures/datasets.js';

let dataset: string;
let csv: string;

beforeAll(async () => {
  dataset = await realDataset();
  const out = newFolder();
  await exportDataset({ dataset, out, formats: ['csv'], bom: false });
  csv = join(out, 'csv');
});

const ajv = (): Ajv2020 => {
  const validator = new Ajv2020({ allErrors: true });
  (formats as unknown as (ajv: Ajv2020) => void)(validator);
  return validator;
};

const schemaOf = (name: string): object =>
  JSON.parse(jsonSchemas().get(`${name}.schema.json`)!) as object;

/** The schema of each table's records. */
const RECORDS = {
  documents: 'document',
  tasks: 'task',
  targets: 'target',
  quantities: 'quantity',
  units: 'unit',
  rejects: 'reject',
  tokens: 'token',
} as const;

describe.each(Object.entries(RECORDS))('the JSON Schema of %s', (table, record) => {
  const lines = (): unknown[] =>
    readFileSync(join(dataset, `${table}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);

  test('is one by the meta-schema of draft 2020-12', () => {
    const validator = ajv();
    const schema = schemaOf(record);
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
    expect(validator.validateSchema(schema)).toBe(true);
    expect(validator.validateSchema({ ...schema, required: 'id' })).toBe(false);
    expect(validator.validateSchema({ ...schema, type: 'record' })).toBe(false);
  });

  test('takes every record, and none with a field more or less', () => {
    const valid = ajv().compile(schemaOf(record));
    for (const line of lines()) {
      expect(valid(line)).toBe(true);
    }
    const [first] = lines() as [Record<string, unknown>];
    expect(valid({ ...first, extra: 1 })).toBe(false);
    const { [Object.keys(first)[0]!]: _, ...less } = first;
    expect(valid(less)).toBe(false);
  });
});

test('every table has a JSON Schema', () => {
  expect(Object.keys(RECORDS).sort()).toEqual(TABLES.map(({ name }) => name).sort());
});

type Descriptor = Record<string, unknown> & {
  resources: (Record<string, unknown> & { schema: Record<string, unknown> })[];
};

const descriptorIn = (folder: string): Descriptor =>
  JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as Descriptor;

/** Faults of a package, and of its tables as tables. */
async function validated(descriptor: Descriptor, basePath: string): Promise<string[]> {
  const { errors } = await Package.load(descriptor, { basePath });
  const tables = descriptor.resources
    .filter(({ type }) => type === 'table')
    .map((resource) => ({ ...resource, profile: 'tabular-data-resource' }));
  const asTables = { ...descriptor, profile: 'tabular-data-package', resources: tables };
  const more = await Package.load(asTables, { basePath });
  return [...errors, ...more.errors].map(({ message }) => message);
}

const profile = packageProfile();
if (profile === null) process.stderr.write(`${NO_PROFILE}\n`);

/** Whether a package keeps the published profile of version 2. */
function keepsProfile(descriptor: Descriptor): boolean {
  const validator = new Ajv({ strict: false, validateFormats: false });
  return validator.validate(profile!, descriptor);
}

describe.each([
  ['of JSON Lines', () => dataset],
  ['of CSV', () => csv],
])('the data package %s', (_, folder) => {
  test('is one by the validator of Frictionless', async () => {
    expect(await validated(descriptorIn(folder()), folder())).toEqual([]);
  });

  const breakings: [string, (descriptor: Descriptor) => void][] = [
    ['no resources', (each) => Object.assign(each, { resources: [] })],
    ['a resource without a name', (each) => delete each.resources[0]!.name],
    [
      'a path that leads out',
      (each) => Object.assign(each.resources[0]!, { path: '../tasks.csv' }),
    ],
    ['bytes that are no number', (each) => Object.assign(each.resources[0]!, { bytes: 'many' })],
    [
      'a field without a name',
      (each) => Object.assign(each.resources[0]!.schema, { fields: [{}] }),
    ],
    [
      'a field of no type',
      (each) =>
        Object.assign(each.resources[0]!.schema, { fields: [{ name: 'x', type: 'strang' }] }),
    ],
    [
      'a key that is a number',
      (each) => Object.assign(each.resources[0]!.schema, { primaryKey: 7 }),
    ],
  ];
  test.each(breakings)('is refused with %s', async (__, change) => {
    const descriptor = descriptorIn(folder());
    change(descriptor);
    const refused = await validated(descriptor, folder()).then(
      (errors) => errors.length > 0,
      () => true,
    );
    expect(refused).toBe(true);
  });

  test.runIf(profile)('keeps the profile of version 2', () => {
    expect(keepsProfile(descriptorIn(folder()))).toBe(true);
  });

  test.runIf(profile).each(breakings)(
    'is refused by the profile of version 2 with %s',
    (__, change) => {
      const descriptor = descriptorIn(folder());
      change(descriptor);
      expect(keepsProfile(descriptor)).toBe(false);
    },
  );

  test('says what version 2 asks for: types, descriptions, digests and keys', () => {
    const descriptor = descriptorIn(folder());
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/);
    const tables = descriptor.resources.filter(({ type }) => type === 'table');
    const names = descriptor.resources.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { name, hash, schema } of tables) {
      expect(hash).toMatch(/^sha256:[0-9a-f]{64}$/);
      const fields = schema.fields as { name: string; description?: string }[];
      expect(fields.filter(({ description }) => !description)).toEqual([]);
      const known = new Set(fields.map((field) => field.name));
      for (const column of (schema.primaryKey ?? []) as string[]) expect(known).toContain(column);
      for (const key of (schema.foreignKeys ?? []) as {
        fields: string[];
        reference: { resource: string };
      }[]) {
        for (const column of key.fields) expect(known).toContain(column);
        expect(names).toContain(key.reference.resource);
      }
      if (name !== 'rejects') expect(schema.primaryKey).toBeDefined();
    }
  });
});

describe('the tables of CSV', () => {
  test('have the types, constraints and links that their package says', async () => {
    const loaded = await Package.load(descriptorIn(csv), { basePath: csv });
    for (const resource of loaded.resources) {
      const rows = await resource.read({ relations: true });
      expect(rows).toHaveLength(resource.descriptor.rows as number);
    }
  });

  test('are refused where a link leads nowhere', async () => {
    const path = join(csv, 'task_targets.csv');
    const sound = readFileSync(path, 'utf8');
    const line = sound.trimEnd().split('\r\n').at(-1)!;
    writeFileSync(path, `${sound}${line.replace(/,\d+,"[^"]+"$/, ',99,"nowhere"')}\r\n`);
    const loaded = await Package.load(descriptorIn(csv), { basePath: csv });
    const read = loaded.getResource('task_targets')!.read({ relations: true });
    await expect(read).rejects.toThrow(/[Ff]oreign [Kk]ey/);
    writeFileSync(path, sound);
  });
});
