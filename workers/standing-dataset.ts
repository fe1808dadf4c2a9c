import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { LATEST, newestSnapshot } from './changes/snapshot-folders.js';
import { PACKAGE, WORK_FOLDER } from './dataset-folder.js';
import type { ExtractOptions } from './extract-options.js';
import type { FoundInputs } from './find-inputs.js';
import type { Merged } from './merge.js';
import type { Outcome } from './pool.js';

const MADE_FROM = 'made-from.json';

/** What the dataset that stands was made from. */
interface MadeFrom {
  /** Digest of the code, the options and what was found beside the inputs. */
  readonly settings: string;
  /** Digest of the dataset's description, which holds those of its files. */
  readonly dataset: string;
  readonly merged: Merged;
}

/**
 * Knows whether a run would make the dataset that stands in its output folder anew: the same code
 * and options, inputs of the same names and bytes, and the dataset's files in their place. Such a
 * run touches nothing.
 */
export class StandingDataset {
  private readonly settings: string;
  private readonly file: string;

  constructor(
    private readonly options: ExtractOptions,
    private readonly found: FoundInputs,
    fingerprint: string,
  ) {
    const { convert, maxBytes, corrections, converter = null } = options;
    const book = corrections === undefined ? null : sha256(readFileSync(corrections));
    const settings = [fingerprint, convert, maxBytes, book, converter, found.rejects];
    this.settings = sha256(JSON.stringify(settings));
    this.file = join(options.out, WORK_FOLDER, MADE_FROM);
  }

  /** What the standing dataset holds where it is what the run would give; else null. */
  unchanged(): Merged | null {
    const { force, report } = this.options;
    if (force || report) return null;
    try {
      const made = JSON.parse(readFileSync(this.file, 'utf8')) as MadeFrom;
      const holds = made.settings === this.settings && this.stands(made) && this.reads(made.merged);
      return holds ? asUnchanged(made.merged) : null;
    } catch {
      // Whatever is missing or broken is made anew.
      return null;
    }
  }

  /** To be called before the dataset is touched. */
  forget(): void {
    rmSync(this.file, { force: true });
  }

  /** To be called when the dataset stands; one with inputs to try again is not kept in mind. */
  remember(merged: Merged, outcomes: readonly Outcome[]): void {
    if (outcomes.some(({ stored }) => stored === undefined)) return;
    const dataset = sha256(readFileSync(join(this.options.out, PACKAGE)));
    const made: MadeFrom = { settings: this.settings, dataset, merged };
    writeFileSync(this.file, JSON.stringify(made));
  }

  private stands({ dataset }: MadeFrom): boolean {
    const { out, snapshot = true } = this.options;
    const content = readFileSync(join(out, PACKAGE));
    if (sha256(content) !== dataset) return false;
    if (snapshot && !leadsToNewest(out)) return false;
    const { resources } = JSON.parse(content.toString()) as {
      resources: { path: string | string[]; bytes?: number }[];
    };
    return resources.every(({ path, bytes }) =>
      typeof path === 'string'
        ? statSync(join(out, path)).size === bytes
        : path.every((one) => existsSync(join(out, one))),
    );
  }

  private reads({ inputs }: Merged): boolean {
    if (inputs.length !== this.found.inputs.length + this.found.rejects.length) return false;
    const known = new Map(inputs.map((input) => [input.uri, input]));
    const { inputs: files } = this.found;
    return (
      files.every(({ uri, path }) => statSync(path).size === known.get(uri)?.bytes) &&
      files.every(({ uri, path }) => sha256(readFileSync(path)) === known.get(uri)?.sha256)
    );
  }
}

function leadsToNewest(out: string): boolean {
  const newest = newestSnapshot(out);
  return newest !== null && basename(readlinkSync(join(out, LATEST))) === basename(newest);
}

const asUnchanged = (merged: Merged): Merged => ({
  ...merged,
  inputs: merged.inputs.map((input) => ({ ...input, cached: true, milliseconds: 0, timings: {} })),
});

const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');
