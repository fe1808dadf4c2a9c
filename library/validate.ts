import { NoDatasetError, type Problem, validateDataset } from '../workers/validate-dataset.js';
import type { TableName } from './dataset.js';
import { DatasetError } from './errors.js';

/** Something in a dataset that is not as it should be. */
export interface DatasetProblem {
  /** File in the dataset's folder. */
  readonly file: string;
  /** Counted from 1; null where the whole file is meant. */
  readonly line: number | null;
  readonly message: string;
}

/** What a check of a dataset gave. */
export interface Validation {
  /** Whether there is no problem. */
  readonly sound: boolean;
  readonly problems: readonly DatasetProblem[];
  /** Rows of each table that is there. */
  readonly rows: Readonly<Partial<Record<TableName, number>>>;
}

/**
 * Checks a dataset: every line against its schema, every value against the text, ids and links, and
 * rows, bytes and digests of its description.
 *
 * @throws DatasetError where the folder holds no dataset
 */
export async function validate(folder: string): Promise<Validation> {
  const problems: Problem[] = [];
  try {
    const rows = await validateDataset(folder, (problem) => problems.push(problem));
    return { sound: problems.length === 0, problems, rows: Object.fromEntries(rows) };
  } catch (error) {
    if (error instanceof NoDatasetError) throw new DatasetError('no_dataset', error.message);
    throw error;
  }
}
