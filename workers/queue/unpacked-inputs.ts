import { join } from 'node:path';
import type { ColumnOptions } from '../../containers/columns.js';
import { documentsOf, withContainers } from '../container-inputs.js';
import type { FoundInput, FoundInputs } from '../find-inputs.js';
import { inLanes } from '../lanes.js';
import type { KeptObjects } from '../object-store.js';
import { sha256 as digestOf } from '../sha256.js';
import { inputName } from '../stored-inputs.js';

/** Members whose bytes are put at the same time. */
const PUTS_AT_ONCE = 8;

/** An input of a batch; of one whose bytes the store has, the digest is known. */
export interface BatchInput extends FoundInput {
  readonly sha256?: string;
  readonly bytes?: number;
}

/** How containers are opened. */
export interface Unpacking {
  /** Bytes of the largest member. */
  readonly maxBytes: number;
  readonly columns?: ColumnOptions;
}

/**
 * The inputs of a batch: files, and the documents in containers, whose bytes go into the store, where workers find
 * them by their digests. No more of them are in memory than are on their way.
 */
export async function unpackedInputs(
  found: FoundInputs,
  objects: KeptObjects,
  { maxBytes, columns = {} }: Unpacking,
): Promise<{
  readonly inputs: readonly BatchInput[];
  readonly rejects: FoundInputs['rejects'];
}> {
  const { documents, containers } = await withContainers(found, columns);
  const inputs: BatchInput[] = [...documents];
  const rejects = [...found.rejects];
  const members = documentsOf({ documents: [], containers }, { maxBytes, columns }, (reject) =>
    rejects.push(reject),
  );
  await inLanes(members, PUTS_AT_ONCE, async ({ content, ...member }) => {
    const sha256 = digestOf(content!);
    const name = inputName(sha256);
    const path = objects.folder === null ? member.path : join(objects.folder, name);
    // Before anything is waited for: the order is that of the container.
    inputs.push({ ...member, path, sha256, bytes: content!.length });
    await objects.putIfAbsent(name, content!);
  });
  return { inputs, rejects };
}
