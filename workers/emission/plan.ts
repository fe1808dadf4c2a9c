import { freeId } from '../../pipeline/emit/rekey.js';
import type { DocumentRecord } from '../../schemas/index.js';
import { traitsOf } from '../changes/dataset-index.js';
import type { Store } from '../store.js';
import type { Entry } from './entries.js';
import type { EntryState, Traits } from './made-from.js';

/** An entry, and what is known before it is placed. */
export interface PlannedEntry {
  readonly entry: Entry;
  /** What the same input with the same result gave to the dataset that stands. */
  readonly known: EntryState | null;
  /** Its documents, with the ids that they have among those before them. */
  readonly documents: readonly PlannedDocument[];
}

export interface PlannedDocument {
  readonly uri: string;
  readonly read: Traits;
  /** Its own id, or one that no document before it has. */
  readonly id: string;
}

/**
 * The documents that the entries will give, in their order, under the ids that they have of their own.
 * Of entries that are known nothing is read.
 */
export async function planEntries(
  entries: readonly Entry[],
  former: ReadonlyMap<string, EntryState> | null,
  store: Store,
): Promise<PlannedEntry[]> {
  const ids = new Set<string>();
  const given = new Set<string>();
  const planned: PlannedEntry[] = [];
  for (const entry of entries) {
    const { uri, result } = entry;
    const known = knownEntry(entry, former?.get(uri));
    const documents: PlannedDocument[] = [];
    if ('key' in result && !given.has(result.sha256)) {
      const { key, sha256 } = result;
      const read = known?.documents?.map((state) => state.read) ?? (await readFrom(store, key));
      for (const traits of read) {
        const id = freeId({ id: traits.id, source: { sha256 } }, (one) => ids.has(one));
        ids.add(id);
        given.add(sha256);
        documents.push({ uri, read: traits, id });
      }
    }
    planned.push({ entry, known, documents });
  }
  return planned;
}

/** What an entry gave before, where nothing that bears on it is different; all of it must be there. */
function knownEntry({ result, meta }: Entry, known: EntryState | undefined): EntryState | null {
  if (!known || known.partly || !('key' in result) || known.key !== result.key) return null;
  return JSON.stringify(known.meta) === JSON.stringify(meta) ? known : null;
}

async function readFrom(store: Store, key: string): Promise<Traits[]> {
  return (await store.documents(key)).map(ownTraits);
}

/** What tells a document from others, but for its source. */
export function ownTraits(document: DocumentRecord): Traits {
  const { uri: _, ...traits } = traitsOf(document);
  return traits;
}
