import { documentChanges } from '../../pipeline/compare/document-changes.js';
import { type EmittedDocument, keepIdentifiers } from '../../pipeline/compare/keep-identifiers.js';
import { matchDocuments } from '../../pipeline/compare/match-documents.js';
import type { Change } from '../../schemas/index.js';
import type { DatasetIndex } from './dataset-index.js';

/**
 * What changed from one emission to the next, whose ids were kept: in the order of the latter, then
 * what was withdrawn. One document at a time is held; those that `stay` are known to be the same.
 */
export function* changesById(
  former: DatasetIndex,
  latter: DatasetIndex,
  stay: ReadonlySet<string> = new Set(),
): Generator<Change> {
  for (const id of latter.ids()) {
    if (stay.has(id) || (former.has(id) && former.equals(id, latter))) continue;
    yield* documentChanges(former.read(id), latter.read(id));
  }
  for (const id of former.ids()) {
    if (!latter.has(id)) yield* documentChanges(former.read(id), null);
  }
}

/** The same of two datasets that have no history in common: their records are matched first. */
export function* changesByEvidence(former: DatasetIndex, latter: DatasetIndex): Generator<Change> {
  const pairs = matchDocuments(latter.documents(), former.documents());
  for (const id of latter.ids()) {
    const then = pairs.has(id) ? former.read(pairs.get(id)!) : null;
    yield* documentChanges(then, underFormerIds(latter.read(id)!, then));
  }
  const known = new Set(pairs.values());
  for (const id of former.ids()) {
    if (!known.has(id)) yield* documentChanges(former.read(id), null);
  }
}

function underFormerIds(now: EmittedDocument, then: EmittedDocument | null): EmittedDocument {
  if (then === null) return now;
  const { document, tasks, targets } = now;
  const compared = { document, tasks: [...tasks], targets: [...targets] };
  return keepIdentifiers({ ...compared, text: '', quantities: [], tokens: [] }, then);
}
