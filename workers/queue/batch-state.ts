import type { Job } from 'bullmq';
import type { Reject } from '../../schemas/index.js';
import { inLanes } from '../lanes.js';
import type { ObjectStore } from '../object-store.js';
import type { Outcome } from '../pool.js';
import { Store } from '../store.js';
import { type Batch, type BatchEntry, keyOf } from './batch.js';
import { failureReject } from './failure.js';
import { documentJobId } from './names.js';
import { withPassword } from './password.js';
import { DocumentResult } from './payload.js';
import { asideKeys, asideReject } from './set-aside.js';

/** How far a batch is. */
export interface BatchState {
  /** Of every input that is done with. */
  readonly outcomes: readonly Outcome[];
  /** Inputs of which nothing is known yet, one a key. */
  readonly outstanding: readonly { readonly key: string; readonly entry: BatchEntry }[];
}

/** Entries of the store that are asked for at the same time. */
const LOOKS_AT_ONCE = 16;

/** What is known of a batch's inputs: from its finished jobs, else from the store. */
export async function batchState(
  batch: Batch,
  job: Job,
  objects: ObjectStore,
): Promise<BatchState> {
  const finished = await finishedJobs(job);
  const { head } = batch;
  const options = withPassword(head.options, head.passwordFile);
  const distinct = new Map<string, BatchEntry>();
  const keys = batch.entries.map((entry) => {
    const key = keyOf(batch, entry, options);
    if (!distinct.has(key)) distinct.set(key, entry);
    return key;
  });
  const known = new Map<string, DocumentResult | null>();
  const look = { store: new Store(objects), aside: await asideKeys(objects), objects };
  await inLanes(distinct, LOOKS_AT_ONCE, async ([key, entry]) => {
    const ended = finished.get(documentJobId(key, batch.id));
    known.set(key, await settledOf(key, entry, ended, look));
  });
  const outcomes = batch.entries.flatMap((entry, index) => {
    const settled = known.get(keys[index]!);
    return settled ? [outcomeOf(keys[index]!, entry, settled)] : [];
  });
  const outstanding = [...distinct].filter(([key]) => known.get(key) === null);
  return { outcomes, outstanding: outstanding.map(([key, entry]) => ({ key, entry })) };
}

/** Where it is looked for what is known. */
interface Look {
  readonly store: Store;
  /** Keys of the documents that are set aside. */
  readonly aside: ReadonlySet<string>;
  readonly objects: ObjectStore;
}

type Ended = { readonly value: DocumentResult } | { readonly reason: string };

/** Jobs of the batch that have ended, by their ids. */
async function finishedJobs(job: Job): Promise<ReadonlyMap<string, Ended>> {
  const values = await job.getChildrenValues<unknown>();
  const failures = await job.getIgnoredChildrenFailures();
  const idOf = (key: string): string => key.slice(key.lastIndexOf(':') + 1);
  const ended = new Map<string, Ended>();
  for (const [key, reason] of Object.entries(failures)) ended.set(idOf(key), { reason });
  for (const [key, value] of Object.entries(values)) {
    const parsed = DocumentResult.safeParse(value);
    if (parsed.success) ended.set(idOf(key), { value: parsed.data });
  }
  return ended;
}

async function settledOf(
  key: string,
  { uri, sha256 }: BatchEntry,
  ended: Ended | undefined,
  { store, aside, objects }: Look,
): Promise<DocumentResult | null> {
  if (ended && 'value' in ended) return ended.value;
  if (await store.has(key)) return { stored: { cached: true, milliseconds: 0, timings: {} } };
  const reject = aside.has(key) ? await asideReject(objects, key) : null;
  if (reject) return { reject };
  return ended ? { reject: failureReject(uri, sha256, ended.reason) } : null;
}

/** Inputs of the same bytes share a job; each is called by its own name. */
function outcomeOf(key: string, entry: BatchEntry, settled: DocumentResult): Outcome {
  const { uri, path, sha256, bytes, meta, charset } = entry;
  const input = { uri, path, ...(meta && { meta }), ...(charset && { charset }) };
  if ('stored' in settled) return { input, stored: { key, sha256, bytes, ...settled.stored } };
  const reject: Reject = { ...settled.reject, uri };
  return { input, reject };
}
