import { Option } from 'commander';
import type { ColumnOptions } from '../containers/columns.js';
import { commaList } from './option-values.js';

/** The columns of tables of documents, as flags give them. */
export interface ColumnFlags {
  textField?: string;
  htmlField?: string;
  idField?: string;
  metaFields?: string[];
}

/** The options that say which columns of JSON Lines, CSV and Parquet hold what. */
export const columnOptions = (): readonly [
  text: Option,
  html: Option,
  id: Option,
  meta: Option,
] => [
  new Option(
    '--text-field <column>',
    'column of tables that holds the document (default: by name)',
  ),
  new Option('--html-field <column>', 'column of tables that holds it as HTML'),
  new Option('--id-field <column>', 'column that is kept beside those of --meta-fields'),
  new Option(
    '--meta-fields <list>',
    'columns that are kept in source.meta (default: all)',
  ).argParser(commaList),
];

export const columnsOf = ({
  textField,
  htmlField,
  idField,
  metaFields,
}: ColumnFlags): ColumnOptions => ({
  ...(textField && { textField }),
  ...(htmlField && { htmlField }),
  ...(idField && { idField }),
  ...(metaFields && { metaFields }),
});
