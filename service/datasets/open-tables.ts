import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { type FileHandle, open, readFile } from 'node:fs/promises';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { requireWhole } from '../../workers/whole-dataset.js';
import { COLLECTIONS, type CollectionName } from './collections.js';
import { type LinePlaces, linePlaces } from './line-places.js';

/** A table's file, open, and where its lines are. */
export interface OpenTable {
  readonly file: FileHandle;
  readonly places: LinePlaces;
}

/** Digest of a dataset's description, which holds those of its files. @throws NoDatasetError */
export async function digestOf(folder: string): Promise<string> {
  requireWhole(folder);
  const description = await readFile(join(folder, 'datapackage.json'));
  return createHash('sha256').update(description).digest('hex');
}

/** A dataset of an older version may lack a table; what is asked of it finds nothing. */
export async function openTables(folder: string): Promise<Record<CollectionName, OpenTable>> {
  const tables = Object.values(COLLECTIONS).map(async ({ name, path }) => {
    const there = join(folder, path);
    const file = await open(existsSync(there) ? there : devNull);
    return [name, { file, places: await linePlaces(file) }] as const;
  });
  return Object.fromEntries(await Promise.all(tables)) as Record<CollectionName, OpenTable>;
}
