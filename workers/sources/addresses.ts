import { Source } from '../../schemas/source.js';
import type { Configuration } from '../configuration/schema.js';
import type { FoundInputs } from '../find-inputs.js';
import type { FolderObjects } from '../object-store.js';
import { fetchSettings, lookAtSources } from './round.js';

/** Fetches documents by their addresses, with what is attached to them, as sources are. */
export async function fetchInputs(
  addresses: readonly string[],
  objects: FolderObjects,
  configuration: Configuration,
  signal: AbortSignal,
): Promise<FoundInputs> {
  const sources = addresses.map((url, index) =>
    Source.parse({ kind: 'url', name: `address-${index + 1}`, url }),
  );
  return lookAtSources(sources, '', objects, fetchSettings(configuration), signal);
}
