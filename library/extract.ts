import type { Extraction } from './extraction.js';
import { Extractor } from './extractor.js';
import { type EngineOptions, type ExtractOptions, partOptions } from './options.js';
import type { Source } from './source.js';

/**
 * Reads one document, or the documents that a compendium or a container holds, and ends all that it started. A
 * program with many documents makes an `Extractor`, whose child processes stay.
 *
 * @example
 * const { tasks } = await extract('notice.pdf');
 * const { documents } = await extract(bytes, { name: 'notice.pdf', run: 'thread' });
 * @throws as `Extractor.extract` does
 */
export async function extract(
  source: Source,
  options: ExtractOptions & EngineOptions = {},
): Promise<Extraction> {
  const { engine, document } = partOptions(options);
  const extractor = new Extractor({ ...engine, jobs: engine.jobs ?? 1 });
  try {
    return await extractor.extract(source, document);
  } finally {
    await extractor.close();
  }
}
