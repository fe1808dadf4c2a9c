import { expect, test } from 'vitest';
import { dataPackage } from '../../pipeline/emit/data-package.js';
import { tableFields } from '../../pipeline/emit/table-schema.js';
import { TABLES } from '../../pipeline/emit/tables.js';
import { Target } from '../../schemas/index.js';

test('fields of a table are told from its schema', () => {
  expect(
    tableFields(Target).filter(({ name }) => ['op', 'value', 'by', 'at'].includes(name)),
  ).toEqual([
    {
      name: 'op',
      type: 'string',
      description: 'At least, at most, exactly, or a change: up or down by the value.',
      constraints: { required: true, enum: ['>=', '<=', '=', 'increase', 'decrease'] },
    },
    {
      name: 'value',
      type: 'number',
      description: 'In `unit` as written: 2800亿元 is 2800 with unit 亿元.',
      constraints: { required: true },
    },
    {
      name: 'by',
      type: 'date',
      description: 'Last day by which it is to be reached, where the text says.',
    },
    {
      name: 'at',
      type: 'object',
      description: 'Place of a value in the text of its document.',
      constraints: { required: true },
    },
  ]);
});

test('a word that may be null is a string that is not required', () => {
  expect(tableFields(Target).find(({ name }) => name === 'unit')).toEqual({
    name: 'unit',
    type: 'string',
    description: 'Unit of measure as written, with 万 and 亿.',
  });
});

test('every field of every table has a type of its own, and says what it means', () => {
  for (const { schema } of TABLES) {
    for (const { name, type, description } of tableFields(schema)) {
      expect(description, name).toBeTruthy();
      expect(['string', 'number', 'integer', 'boolean', 'date', 'array', 'object']).toContain(type);
    }
  }
});

test('a package describes each table and the texts', () => {
  const count = { rows: 2, bytes: 100, sha256: 'ab' };
  const tables = TABLES.map((table) => ({ table, count }));
  const texts = { paths: ['texts/d1.txt'], bytes: 7, sha256: 'cd' };
  const described = dataPackage(tables, texts) as { resources: Record<string, unknown>[] };
  expect(described.resources.map(({ name }) => name)).toEqual([
    'documents',
    'tasks',
    'targets',
    'quantities',
    'units',
    'rejects',
    'tokens',
    'texts',
  ]);
  expect(described.resources[1]).toMatchObject({
    path: 'tasks.jsonl',
    mediatype: 'application/jsonl',
    bytes: 100,
    hash: 'sha256:ab',
    rows: 2,
    schema: {
      primaryKey: ['id'],
      foreignKeys: [
        { fields: ['document_id'], reference: { resource: 'documents', fields: ['id'] } },
      ],
    },
  });
  expect(described.resources.at(-1)).toMatchObject({ path: ['texts/d1.txt'], hash: 'sha256:cd' });
});

test('without documents there are no texts to describe', () => {
  const described = dataPackage([], { paths: [], bytes: 0, sha256: 'cd' });
  expect(described).toMatchObject({ resources: [] });
});
