import type { Job } from 'bullmq';
import type { Reject } from '../../schemas/index.js';
import type { ObjectStore } from '../object-store.js';
import type { Outcome } from '../pool.js';
import { Store } from '../store.js';
import { type Batch, type BatchEntry, keyOf } from './batch.js';
import { failureReject } from './failure.js';
import { documentJobId } from './names.js';
import { DocumentResult } from './payload.js';
import { asideReject } from './set-aside.js';

/** How far a batch is. */
export interface BatchState {
  /** Of every input that is done with. */
  readonly outcomes: readonly Outcome[];
  /** Inputs of which nothing is known yet, one a key. */
  readonly outstanding: readonly { readonly key: string; readonly entry: BatchEntry }[];
}

/** What is known of a batch's inputs: from its finished jobs, else from the store. */
export async function batchState(
  batch: Batch,
  job: Job,
  objects: ObjectStore,
): Promise<BatchState> {
  const finished = await finishedJobs(job);
  const store = new Store(objects);
  const outcomes: Outcome[] = [];
  const outstanding = new Map<string, BatchEntry>();
  const known = new Map<string, Settled | null>();
  for (const entry of batch.entries) {
    const key = keyOf(batch, entry);
    let settled = known.get(key);
    if (settled === undefined) {
      const ended = finished.get(documentJobId(key, batch.id));
      settled = await settledOf(key, entry, ended, store, objects);
      known.set(key, settled);
    }
    if (settled === null) outstanding.set(key, outstanding.get(key) ?? entry);
    else outcomes.push(outcomeOf(key, entry, settled));
  }
  return { outcomes, outstanding: [...outstanding].map(([key, entry]) => ({ key, entry })) };
}

type Ended = { readonly value: DocumentResult } | { readonly reason: string };
type Settled = DocumentResult;

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
  store: Store,
  objects: ObjectStore,
): Promise<Settled | null> {
  if (ended && 'value' in ended) return ended.value;
  if (await store.has(key)) return { stored: { cached: true, milliseconds: 0, timings: {} } };
  const aside = await asideReject(objects, key);
  if (aside) return { reject: aside };
  return ended ? { reject: failureReject(uri, sha256, ended.reason) } : null;
}

/** Inputs of the same bytes share a job; each is called by its own name. */
function outcomeOf(key: string, entry: BatchEntry, settled: Settled): Outcome {
  const { uri, path, sha256, bytes } = entry;
  const input = { uri, path };
  if ('stored' in settled) return { input, stored: { key, sha256, bytes, ...settled.stored } };
  const reject: Reject = { ...settled.reject, uri };
  return { input, reject };
}
