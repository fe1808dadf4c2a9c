import { InvalidArgumentError } from 'commander';
import { type ExportFormat, FORMATS } from '../workers/exports/paths.js';

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
