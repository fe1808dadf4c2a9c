import { QueryError } from '../workers/exports/query.js';
import { DatasetError } from '../workers/exports/read-dataset.js';
import { NoDatasetError } from '../workers/validate-dataset.js';
import { UsageError } from './exit-status.js';

/** Says what is wrong with a dataset, a query or the disk in a sentence. */
export async function asUsageError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const known = [NoDatasetError, DatasetError, QueryError].some((kind) => error instanceof kind);
    const { code, message } = error as NodeJS.ErrnoException;
    if (known || code !== undefined) throw new UsageError(message);
    throw error;
  }
}
