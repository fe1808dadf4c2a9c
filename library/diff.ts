import type { Change } from '../schemas/index.js';
import { DiffError, datasetChanges, datasetFolder } from '../workers/changes/diff.js';
import { DatasetError } from './errors.js';

/** A record that was added, changed or withdrawn. */
export interface DatasetChange {
  readonly change: Change;
  /** Title of the document that it is in. */
  readonly document: string;
}

/**
 * What changed from one dataset or snapshot to another, in the order of the latter's documents. One
 * document at a time is held.
 *
 * @throws DatasetError where one of the folders holds no dataset
 */
export async function* diff(
  former: string,
  latter: string,
): AsyncGenerator<DatasetChange, void, undefined> {
  try {
    yield* datasetChanges(datasetFolder(former, null), datasetFolder(latter, null));
  } catch (error) {
    if (error instanceof DiffError) throw new DatasetError('no_dataset', error.message);
    throw error;
  }
}
