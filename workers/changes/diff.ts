import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Change } from '../../schemas/index.js';
import { changesByEvidence, changesById } from './compare-datasets.js';
import { DatasetIndex } from './dataset-index.js';
import { SNAPSHOTS, snapshotNames } from './snapshot-folders.js';

/** What is to be compared is not there; the message says what is. */
export class DiffError extends Error {}

/** A change, and the title of the document that it is in. */
export interface ListedChange {
  readonly change: Change;
  readonly document: string;
}

const TABLES = ['documents.jsonl', 'tasks.jsonl', 'targets.jsonl'];

/**
 * The folder that a name stands for: that of a dataset or a snapshot; where `out` is given, also the
 * name of one of its snapshots, `latest`, or `previous` for the one before it.
 *
 * @throws DiffError
 */
export function datasetFolder(name: string, out: string | null): string {
  const folder = (out === null ? null : snapshotFolder(name, out)) ?? name;
  const missing = TABLES.find((table) => !existsSync(join(folder, table)));
  if (missing === undefined) return folder;
  const known = out === null ? [] : snapshotNames(out).map((snapshot) => snapshot.name);
  const hint = known.length > 0 ? ` Snapshots of ${out}: ${known.join(', ')}.` : '';
  throw new DiffError(`${name} holds no dataset: ${missing} is missing.${hint}`);
}

function snapshotFolder(name: string, out: string): string | null {
  const names = snapshotNames(out);
  const back = { latest: -1, previous: -2 }[name];
  const found = back === undefined ? names.find((one) => one.name === name) : names.at(back);
  if (found !== undefined) return join(out, SNAPSHOTS, found.name);
  if (back === undefined) return null;
  throw new DiffError(`${out} has ${names.length === 0 ? 'no snapshot' : 'one snapshot only'}.`);
}

/** What changed from one dataset to the other, in the order of the latter's documents. */
export function* datasetChanges(from: string, to: string): Generator<ListedChange> {
  const former = DatasetIndex.scan(from);
  const latter = DatasetIndex.scan(to);
  try {
    const titles = new Map(former.documents().map(({ id, title }) => [id, title]));
    const compare = historyOf(from) === historyOf(to) ? changesById : changesByEvidence;
    for (const change of compare(former, latter)) {
      if (change.kind === 'document') titles.set(change.id, change.title);
      yield { change, document: titles.get(change.document_id) ?? '' };
    }
  } finally {
    former.close();
    latter.close();
  }
}

/** The folder whose snapshots a dataset is one of; ids are kept from each to the next. */
function historyOf(folder: string): string {
  const real = realpathSync(folder);
  const above = dirname(real);
  return basename(above) === SNAPSHOTS ? dirname(above) : real;
}
