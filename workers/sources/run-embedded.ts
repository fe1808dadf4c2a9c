import type { ConvertOptions } from '../../pipeline/converted.js';
import type { Source } from '../../schemas/source.js';
import type { Configuration } from '../configuration/schema.js';
import { type ExtractEvents, type ExtractSummary, extract } from '../extract.js';
import { InterruptedError } from '../extract-error.js';
import type { FetchEnvironment } from '../fetch/fetcher.js';
import type { FetchSettings } from '../fetch/settings.js';
import { folderAt } from '../open-objects.js';
import { fetchSettings, lookAtSources } from './round.js';

export interface EmbeddedRound {
  readonly sources: readonly Source[];
  /** Absolute path of the dataset's folder. */
  readonly out: string;
  readonly configuration: Configuration;
  readonly convert: ConvertOptions;
  readonly settings?: Partial<FetchSettings>;
  readonly environment?: FetchEnvironment;
}

export interface RoundSummary extends ExtractSummary {
  readonly asked: number;
  readonly unchanged: number;
}

/**
 * One round without Redis: looks at the sources and makes their dataset, unless nothing has changed.
 *
 * @throws ExtractError, InterruptedError
 */
export async function runEmbedded(
  round: EmbeddedRound,
  events: ExtractEvents,
  signal: AbortSignal,
): Promise<RoundSummary> {
  const started = performance.now();
  const { sources, out, configuration, convert } = round;
  const { store, jobs, timeout, maxBytes, maxMemory } = configuration;
  const objects = folderAt(store);
  objects.open();
  const settings = { ...fetchSettings(configuration), ...round.settings };
  const looked = await lookAtSources(sources, out, objects, settings, signal, round.environment)
    // What an interrupted fetch throws is the signal's reason.
    .catch((error: unknown) => {
      throw signal.aborted ? new InterruptedError() : error;
    });
  const { asked, unchanged } = looked;
  const paths = sources.map(({ name }) => name);
  const limits = { jobs, timeout, maxBytes, maxMemory, force: false };
  const summary = await extract({ paths, out, store, ...limits, convert }, events, signal, looked);
  const seconds = (performance.now() - started) / 1000;
  return { ...summary, seconds, asked, unchanged };
}
