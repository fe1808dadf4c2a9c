import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inLanes } from '../lanes.js';
import { FolderObjects, type KeptObjects } from '../object-store.js';
import type { Outcome } from '../pool.js';
import { resultName, Store } from '../store.js';

const AT_ONCE = 16;

/** Results of a store that is far, fetched many at a time before they are read one after another. */
export class NearResults {
  private constructor(
    readonly store: Store,
    private readonly folder: string | null,
  ) {}

  /** `known`: entries of the dataset that stands, whose results are not asked for again. */
  static async fetch(
    objects: KeptObjects,
    outcomes: readonly Outcome[],
    known: readonly { readonly key?: string }[],
  ): Promise<NearResults> {
    if (objects.folder !== null) return new NearResults(new Store(objects), null);
    const folder = mkdtempSync(join(tmpdir(), `gongwen-dataset-${process.pid}-`));
    const near = new FolderObjects(folder);
    const had = new Set(known.map(({ key }) => key));
    const names = outcomes.flatMap(({ stored }) =>
      stored && !had.has(stored.key) ? [resultName(stored.key)] : [],
    );
    await inLanes(new Set(names), AT_ONCE, async (name) => {
      const content = await objects.get(name);
      if (content !== null) await near.put(name, content);
    });
    const get = async (name: string): Promise<Buffer | null> =>
      (await near.get(name)) ?? objects.get(name);
    return new NearResults(new Store({ get, put: (...piece) => objects.put(...piece) }), folder);
  }

  remove(): void {
    if (this.folder !== null) rmSync(this.folder, { recursive: true, force: true });
  }
}
