import { rmSync } from 'node:fs';
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

/** Takes away exports inside a dataset's folder that tell of a former state of it. */
export function removeExports(dataset: string): void {
  for (const path of Object.values(EXPORT_PATHS)) {
    rmSync(join(exportFolder(dataset), path), { recursive: true, force: true });
  }
}
