import { PIPELINE_VERSION } from '../version.js';
import { type FileCount, PROFILE } from './data-package.js';
import type { ExportTable, ForeignKey } from './export-tables.js';
import type { Column, ColumnType } from './flat-columns.js';

/** A table of an export as a file. */
export interface ExportedFile {
  readonly table: ExportTable;
  /** Relative to the description. */
  readonly path: string;
  readonly count: FileCount;
}

/** Types of Table Schema; a list is JSON in its cell. */
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  integer: 'integer',
  bigint: 'integer',
  number: 'number',
  boolean: 'boolean',
  date: 'date',
  list: 'array',
};

/** The description of a folder of CSV files as a Frictionless Data Package (version 2.0). */
export function csvPackage(files: readonly ExportedFile[]): object {
  return {
    $schema: `${PROFILE}/datapackage.json`,
    name: 'gongwen-csv',
    title: 'Tasks of official documents (公文) as CSV',
    description:
      'The records of a gongwen dataset laid flat. Lists of texts are JSON; a text that a spreadsheet would take for a formula begins with an apostrophe.',
    created_by: `gongwen ${PIPELINE_VERSION}`,
    resources: files.map(csvResource),
  };
}

function csvResource({ table, path, count }: ExportedFile): object {
  const { name, description, columns, primaryKey, foreignKeys } = table;
  return {
    name,
    type: 'table',
    path,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: count.bytes,
    hash: `sha256:${count.sha256}`,
    rows: count.rows,
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
    schema: {
      $schema: `${PROFILE}/tableschema.json`,
      fields: columns.map(field),
      missingValues: [''],
      ...(primaryKey.length > 0 ? { primaryKey } : {}),
      ...(foreignKeys.length > 0 ? { foreignKeys: foreignKeys.map(link) } : {}),
    },
  };
}

function field({ name, type, description, nullable, filled, values }: Column): object {
  const constraints = {
    ...(nullable || !filled ? {} : { required: true }),
    ...(values ? { enum: values } : {}),
  };
  return {
    name,
    type: TYPES[type],
    description,
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  };
}

const link = ({ columns, table, references }: ForeignKey): object => ({
  fields: columns,
  reference: { resource: table, fields: references },
});
