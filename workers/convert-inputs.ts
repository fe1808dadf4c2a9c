import { isBucketAddress } from './bucket/address.js';
import { storePlace } from './dataset-places.js';
import { ExtractError } from './extract-error.js';
import type { ExtractEvents, ExtractOptions } from './extract-options.js';
import type { FoundInput } from './find-inputs.js';
import { KeepingPool } from './keeping-pool.js';
import { objectsAt } from './open-objects.js';
import { Pauses } from './pauses.js';
import { type ChildPool, type Outcome, PoolError, runPool } from './pool.js';
import type { RememberedInputs } from './remembered-inputs.js';

/** Documents of a child for which loading the whole dictionary once costs less than what each needs. */
const MANY_A_CHILD = 16;

/**
 * Converts inputs in a pool of child processes, which put the results into the store; those that are
 * remembered need none.
 *
 * @throws ExtractError where the pool cannot go on, whatever the input
 */
export async function convertInputs(
  all: readonly FoundInput[] | AsyncIterable<FoundInput>,
  options: ExtractOptions & { fingerprint: string },
  remembered: RememberedInputs,
  events: ExtractEvents,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const { jobs, timeout, maxMemory, fingerprint, force, maxBytes } = options;
  const outcomes: Outcome[] = [];
  const finished = (outcome: Outcome): void => {
    // The bytes of a member are in memory for as long as it is converted.
    const { content: _, ...input } = outcome.input;
    outcomes.push({ ...outcome, input });
    events.finished(outcome);
  };
  const isNew = (input: FoundInput): boolean => {
    const outcome = remembered.outcomeOf(input);
    if (outcome) finished(outcome);
    return !outcome;
  };
  const inputs = 'length' in all ? await newOf(all, isNew, signal) : newOnes(all, isNew);
  const place = storePlace(options);
  const remote = isBucketAddress(place);
  try {
    await runPool(inputs, {
      jobs,
      timeout,
      maxMemory,
      settings: {
        store: remote ? null : place,
        fingerprint,
        options: options.convert,
        converter: options.converter ?? new URL('../pipeline/convert.js', import.meta.url).href,
        force,
        maxBytes,
        wholeDictionary: !('length' in inputs) || inputs.length > MANY_A_CHILD * jobs,
      },
      ...(remote && {
        through: (pool: ChildPool) =>
          new KeepingPool(pool, {
            ...{ objects: objectsAt(place), fingerprint, force, maxBytes },
            options: options.convert,
          }),
      }),
      onOutcome: finished,
      onLine: events.childSays,
      signal,
    });
  } catch (error) {
    if (error instanceof PoolError) throw new ExtractError(error.message);
    throw error;
  }
  return outcomes;
}

/** A file may have to be read for it, so this process looks at its signals between them. */
async function newOf(
  inputs: readonly FoundInput[],
  isNew: (input: FoundInput) => boolean,
  signal: AbortSignal,
): Promise<FoundInput[]> {
  const found: FoundInput[] = [];
  const pauses = new Pauses();
  for (const input of inputs) {
    if (isNew(input)) found.push(input);
    if (pauses.due) await pauses.pause();
    if (signal.aborted) break;
  }
  return found;
}

async function* newOnes(
  inputs: AsyncIterable<FoundInput>,
  isNew: (input: FoundInput) => boolean,
): AsyncGenerator<FoundInput> {
  for await (const input of inputs) if (isNew(input)) yield input;
}
