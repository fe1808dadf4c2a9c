import { storeFolder } from './dataset-places.js';
import { ExtractError } from './extract-error.js';
import type { ExtractEvents, ExtractOptions } from './extract-options.js';
import type { FoundInput } from './find-inputs.js';
import { type Outcome, PoolError, runPool } from './pool.js';

/** Documents of a child for which loading the whole dictionary once costs less than what each needs. */
const MANY_A_CHILD = 16;

/**
 * Converts inputs in a pool of child processes, which put the results into the store.
 *
 * @throws ExtractError where the pool cannot go on, whatever the input
 */
export async function convertInputs(
  inputs: readonly FoundInput[] | AsyncIterable<FoundInput>,
  options: ExtractOptions & { fingerprint: string },
  events: ExtractEvents,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const { jobs, timeout, maxMemory, fingerprint, force, maxBytes } = options;
  const outcomes: Outcome[] = [];
  try {
    await runPool(inputs, {
      jobs,
      timeout,
      maxMemory,
      settings: {
        store: storeFolder(options),
        fingerprint,
        options: options.convert,
        converter: options.converter ?? new URL('../pipeline/convert.js', import.meta.url).href,
        force,
        maxBytes,
        wholeDictionary: !('length' in inputs) || inputs.length > MANY_A_CHILD * jobs,
      },
      onOutcome: (outcome) => {
        // The bytes of a member are in memory for as long as it is converted.
        const { content: _, ...input } = outcome.input;
        outcomes.push({ ...outcome, input });
        events.finished(outcome);
      },
      onLine: events.childSays,
      signal,
    });
  } catch (error) {
    if (error instanceof PoolError) throw new ExtractError(error.message);
    throw error;
  }
  return outcomes;
}
