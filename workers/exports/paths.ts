import { join } from 'node:path';

/** The formats beside JSON Lines, in the order in which they are listed. */
export const FORMATS = ['csv', 'parquet', 'duckdb', 'xlsx'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** Where each format stands in the folder of an export. */
export const EXPORT_PATHS: Readonly<Record<ExportFormat, string>> = {
  csv: 'csv',
  parquet: 'parquet',
  duckdb: 'dataset.duckdb',
  xlsx: 'dataset.xlsx',
};

/** Where the exports of a dataset stand unless another folder is named. */
export const exportFolder = (dataset: string): string => join(dataset, 'export');
