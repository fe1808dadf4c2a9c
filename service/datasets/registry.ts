import { statSync } from 'node:fs';
import { join } from 'node:path';
import { NoDatasetError } from '../../workers/whole-dataset.js';
import { DatasetIndex } from './dataset-index.js';
import { IndexError } from './load-tables.js';

/** A dataset under the name that it is asked for by. */
export interface NamedFolder {
  readonly name: string;
  readonly folder: string;
}

/** What is told of datasets while they are served. */
export interface RegistryEvents {
  opened(name: string, index: DatasetIndex, milliseconds: number): void;
  /** It cannot be read; where it stood before, the former edition goes on being served. */
  failed(name: string, message: string): void;
}

interface Entry extends NamedFolder {
  index: DatasetIndex | null;
  /** Of the description when it was last looked at. */
  state: string;
  /** Why it cannot be read as it is now. */
  wrong: string | null;
  busy: boolean;
}

/** Milliseconds between two looks at the folders. */
const LOOK = 1000;

/** The datasets that are served: opened at the start, and again when a run has replaced them. */
export class DatasetRegistry {
  private readonly entries: Map<string, Entry>;
  private readonly timer: NodeJS.Timeout;

  constructor(
    folders: readonly NamedFolder[],
    private readonly events: RegistryEvents,
  ) {
    this.entries = new Map(
      folders.map((named) => [
        named.name,
        { ...named, index: null, state: '', wrong: null, busy: false },
      ]),
    );
    this.timer = setInterval(() => void this.refresh(), LOOK);
    this.timer.unref();
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /** The edition of a dataset that is served now; null where it is unknown or not read yet. */
  get(name: string): DatasetIndex | null {
    return this.entries.get(name)?.index ?? null;
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** What keeps a dataset from being served, each by its name; null where nothing does. */
  checks(): Readonly<Record<string, string | null>> {
    return Object.fromEntries(
      [...this.entries.values()].map(({ name, index, wrong }) => [
        `dataset ${name}`,
        index === null ? (wrong ?? 'is being read') : null,
      ]),
    );
  }

  /** Reads what has changed since it was last looked at. */
  async refresh(): Promise<void> {
    await Promise.all([...this.entries.values()].map((entry) => this.look(entry)));
  }

  close(): void {
    clearInterval(this.timer);
    for (const { index } of this.entries.values()) index?.retire();
  }

  private async look(entry: Entry): Promise<void> {
    const state = stateOf(entry.folder);
    // A folder without a description is being written.
    if (entry.busy || state === entry.state || (state === null && entry.index !== null)) return;
    entry.busy = true;
    const started = performance.now();
    try {
      const index = await DatasetIndex.open(entry.folder);
      const former = entry.index;
      entry.index = index;
      entry.wrong = null;
      former?.retire();
      this.events.opened(entry.name, index, performance.now() - started);
    } catch (error) {
      if (!(error instanceof NoDatasetError || error instanceof IndexError)) throw error;
      entry.wrong = error.message;
      this.events.failed(entry.name, error.message);
    } finally {
      entry.state = state ?? '';
      entry.busy = false;
    }
  }
}

function stateOf(folder: string): string | null {
  const found = statSync(join(folder, 'datapackage.json'), { throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.size} ${found.mtimeMs}`;
}
