import { QueryError } from '../workers/exports/query.js';
import { DatasetError } from '../workers/exports/read-dataset.js';
import { NoDatasetError } from '../workers/validate-dataset.js';
import { UsageError } from './exit-status.js';

/**
 * Says what is wrong with a dataset, a query or the disk in a sentence; of what keeps the work from writing it
 * names the folder that is written to, as a full disk does not.
 */
export async function asUsageError<T>(work: () => Promise<T>, out?: string): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = [NoDatasetError, DatasetError, QueryError].some((kind) => error instanceof kind);
    const { code, message } = error as NodeJS.ErrnoException;
    if (known) throw new UsageError(message);
    // DuckDB's errors have no code.
    if (code === undefined && !message.startsWith('IO Error: ')) throw error;
    throw new UsageError(out === undefined ? message : `Cannot write to ${out}: ${message}`);
  }
}
