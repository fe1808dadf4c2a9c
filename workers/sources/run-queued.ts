import type { Redis } from 'ioredis';
import type { Source } from '../../schemas/source.js';
import type { Configuration } from '../configuration/schema.js';
import { pipelineFingerprint } from '../fingerprint.js';
import { folderAt } from '../open-objects.js';
import { lastError } from '../queue/failure.js';
import { prepareBatch } from '../queue/prepare.js';
import { BatchQueue } from '../queue/submit.js';
import type { Webhook } from '../webhook/webhook.js';
import { fetchSettings, lookAtSources } from './round.js';
import { SharedHostClock } from './shared-clock.js';

const CONVERT = { encoding: null, tokens: false, redactContacts: false };

/** Looks at a source and gives what it holds to the workers of the queue, unless nothing has changed. */
export function queuedRounds(configuration: Configuration, webhook: Webhook | null = null) {
  const objects = folderAt(configuration.store);
  const settings = fetchSettings(configuration);
  // One for all rounds: a pause that a site has asked for outlasts the round.
  let clock: SharedHostClock | undefined;
  return async (source: Source, redis: Redis, signal: AbortSignal): Promise<object> => {
    const { out, name } = source;
    if (out === null) throw lastError('no_out', `the source ${name} has no folder of its dataset`);
    clock ??= new SharedHostClock(redis, configuration);
    const looked = await lookAtSources([source], out, objects, settings, signal, { clock });
    const { inputs, rejects, asked, unchanged } = looked;
    const facts = { inputs: inputs.length, rejects: rejects.length, asked, unchanged };
    const { batch, merged } = await prepareBatch(
      {
        inputs,
        rejects,
        fingerprint: pipelineFingerprint(),
        options: CONVERT,
        out,
        paths: [name],
        maxBytes: configuration.maxBytes,
      },
      objects,
    );
    if (merged) return { ...facts, batch: batch.id, state: 'existing' };
    const queue = new BatchQueue(redis, configuration);
    try {
      const state = await queue.give(batch);
      await webhook?.tell({ sources: [name], out, ...facts, batch: batch.id });
      return { ...facts, batch: batch.id, state };
    } finally {
      await queue.close();
    }
  };
}
