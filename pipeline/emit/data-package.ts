import { PIPELINE_VERSION } from '../version.js';
import { tableFields } from './table-schema.js';
import type { Table } from './tables.js';

/** What was counted while a file was written. */
export interface FileCount {
  readonly rows: number;
  readonly bytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** The documents' texts: their paths in the order in which `bytes` and `sha256` take them. */
export interface TextsCount {
  readonly paths: readonly string[];
  readonly bytes: number;
  /** Of all texts one after another, hexadecimal. */
  readonly sha256: string;
}

/** Where the profiles of Data Package 2.0 are published. */
export const PROFILE = 'https://datapackage.org/profiles/2.0';

/**
 * The description of a dataset as a Frictionless Data Package (version 2.0): each table with its
 * fields, keys, rows, bytes and digest, and the texts that every `at` counts in. It holds no time
 * and no machine, so equal tables have equal descriptions.
 */
export function dataPackage(
  tables: readonly { readonly table: Table; readonly count: FileCount }[],
  texts: TextsCount,
): object {
  const resources: object[] = tables.map(({ table, count }) => tableResource(table, count));
  if (texts.paths.length > 0) resources.push(textsResource(texts));
  return {
    $schema: `${PROFILE}/datapackage.json`,
    name: 'gongwen-dataset',
    title: 'Tasks of official documents (公文)',
    description:
      'Documents, tasks, responsible units, targets and deadlines, each value with its place in the text.',
    created_by: `gongwen ${PIPELINE_VERSION}`,
    resources,
  };
}

function tableResource(table: Table, count: FileCount): object {
  const { primaryKey, foreignKeys } = table;
  return {
    name: table.name,
    type: 'table',
    path: table.path,
    description: table.description,
    format: 'jsonl',
    mediatype: 'application/jsonl',
    encoding: 'utf-8',
    bytes: count.bytes,
    hash: `sha256:${count.sha256}`,
    rows: count.rows,
    schema: {
      $schema: `${PROFILE}/tableschema.json`,
      fields: tableFields(table.schema),
      ...(primaryKey.length > 0 ? { primaryKey } : {}),
      ...(foreignKeys.length > 0 ? { foreignKeys: foreignKeys.map(foreignKey) } : {}),
    },
  };
}

const foreignKey = ({ field, table }: Table['foreignKeys'][number]): object => ({
  fields: [field],
  reference: { resource: table, fields: ['id'] },
});

function textsResource(texts: TextsCount): object {
  return {
    name: 'texts',
    path: texts.paths,
    description:
      'The text of each document. `at` counts its UTF-16 code units; `bytes` and `hash` are of all files one after another.',
    format: 'txt',
    mediatype: 'text/plain',
    encoding: 'utf-8',
    bytes: texts.bytes,
    hash: `sha256:${texts.sha256}`,
  };
}
