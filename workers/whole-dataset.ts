import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TABLES } from '../pipeline/emit/tables.js';
import { PACKAGE } from './dataset-places.js';

/** The folder holds no dataset, or none that is whole. */
export class NoDatasetError extends Error {}

/** Tables that every dataset has, of whatever version. */
const ALWAYS = ['documents.jsonl', 'tasks.jsonl', 'targets.jsonl', 'rejects.jsonl'];

/**
 * Looks whether the tables of a dataset are there.
 *
 * @throws NoDatasetError that says what is missing and what to do
 */
export function requireTables(folder: string): void {
  if (!existsSync(join(folder, 'documents.jsonl'))) {
    throw new NoDatasetError(
      `${folder} holds no dataset: there is no documents.jsonl in it. Name the folder that gongwen extract has written.`,
    );
  }
  const described = describedTables(folder);
  const missing = TABLES.map(({ path }) => path).filter(
    (path) =>
      (ALWAYS.includes(path) || described.includes(path)) && !existsSync(join(folder, path)),
  );
  if (missing.length === 0) return;
  throw new NoDatasetError(
    `${folder} is not whole: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Run gongwen extract with --out ${folder} again, which writes what is missing.`,
  );
}

/** As `requireTables`, and the description too: it is put in place last. */
export function requireWhole(folder: string): void {
  const hasTables = existsSync(join(folder, 'documents.jsonl'));
  if (!existsSync(join(folder, PACKAGE))) {
    const then = hasTables
      ? ' A run is writing it, or was stopped: wait for it, or run gongwen extract again.'
      : ' Name the folder that gongwen extract has written.';
    throw new NoDatasetError(
      `${folder} holds no whole dataset: there is no ${PACKAGE} in it.${then}`,
    );
  }
  requireTables(folder);
}

function describedTables(folder: string): readonly string[] {
  try {
    const description = JSON.parse(readFileSync(join(folder, PACKAGE), 'utf8')) as {
      readonly resources: readonly { readonly path: string }[];
    };
    return description.resources.map(({ path }) => path);
  } catch {
    return [];
  }
}
