import { join } from 'node:path';
import type { PackedChange } from '../../report/payload.js';
import type { Change, DocumentRecord, Task } from '../../schemas/index.js';
import { SNAPSHOTS, snapshotNames } from '../changes/snapshot-folders.js';
import { fileRecords } from '../changes/sync-lines.js';
import type { Bodies } from './bodies.js';

/** Most changes that the page carries; a first edition of much has more than anybody reads. */
const MOST = 20_000;

/**
 * What changed since the emission before, as the newest snapshot says. A task that is no more has
 * the bodies that the snapshot before names for it.
 */
export function changesSinceFormer(folder: string, bodies: Bodies): PackedChange[] {
  const [before, newest] = snapshotNames(folder).slice(-2);
  if (!before || !newest) return [];
  const path = (name: string, file: string): string => join(folder, SNAPSHOTS, name, file);
  const changes: Change[] = [];
  for (const change of fileRecords<Change>(path(newest.name, 'changes.jsonl'))) {
    if (changes.push(change) >= MOST) break;
  }
  const gone = new Set(
    changes
      .filter(({ kind, change }) => kind === 'task' && change === 'withdrawn')
      .map(({ id }) => id),
  );
  const named = new Map<string, number[]>();
  if (gone.size > 0) {
    const regions = new Map<string, string | null>();
    for (const { id, region } of fileRecords<DocumentRecord>(
      path(before.name, 'documents.jsonl'),
    )) {
      regions.set(id, region);
    }
    for (const task of fileRecords<Task>(path(before.name, 'tasks.jsonl'))) {
      if (!gone.has(task.id)) continue;
      const region = regions.get(task.document_id) ?? null;
      const found = task.units.map((unit) => bodies.indexOf(unit, region));
      named.set(task.id, [...new Set(found.filter((index) => index !== null))]);
    }
  }
  return changes.map((change) => ({ ...change, bodies: named.get(change.id) ?? [] }));
}
