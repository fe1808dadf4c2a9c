import { InvalidArgumentError } from 'commander';
import { PARTITION_KEYS, type PartitionKey } from '../pipeline/emit/partitions.js';
import { type ExportFormat, FORMATS } from '../workers/exports/paths.js';

/** What tables are divided by, between commas: `region,year`. */
export function partitionKeys(value: string): PartitionKey[] {
  const names = value.split(',').map((name) => name.trim().toLowerCase());
  const keys = PARTITION_KEYS.filter((key) => names.includes(key));
  if (names.every((name) => keys.some((key) => key === name))) return keys;
  throw new InvalidArgumentError(`Use ${PARTITION_KEYS.join(', ')}, with commas between.`);
}

/** What may be named beside the formats: JSON Lines, which a dataset always is. */
const ALWAYS = 'jsonl';

/** Formats by their names between commas: `csv,parquet`. */
export function exportFormats(value: string): ExportFormat[] {
  const names = value.split(',').map((name) => name.trim().toLowerCase());
  for (const name of names) {
    if (name !== ALWAYS && !FORMATS.some((format) => format === name)) {
      throw new InvalidArgumentError(`Use ${ALWAYS}, ${FORMATS.join(', ')}, with commas between.`);
    }
  }
  return FORMATS.filter((format) => names.includes(format));
}
