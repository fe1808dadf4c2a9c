import type { Reject, SourceMeta } from '../../schemas/index.js';
import type { StoredResult } from '../messages.js';
import type { Outcome } from '../pool.js';
import { compareUris } from '../uri-order.js';

/** One input on its way into the dataset, or what was found and is no input. */
export interface Entry {
  readonly uri: string;
  readonly result: StoredResult | Reject;
  readonly meta?: SourceMeta;
  readonly charset?: string;
}

/** What became of all that was found, in the order of the dataset. */
export function entriesOf(outcomes: readonly Outcome[], found: readonly Reject[]): Entry[] {
  const entries: Entry[] = [
    ...outcomes.map(({ input: { uri, meta, charset }, stored, reject }) => ({
      uri,
      result: stored ?? reject,
      ...(meta && { meta }),
      ...(charset && { charset }),
    })),
    ...found.map((reject) => ({ uri: reject.uri, result: reject })),
  ];
  return entries.sort((a, b) => compareUris(a.uri, b.uri));
}
