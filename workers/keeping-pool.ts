import type { ConvertOptions } from '../pipeline/converted.js';
import type { FoundInput } from './find-inputs.js';
import { inputReject } from './input-reject.js';
import type { ChildJob } from './messages.js';
import { type ObjectStore, StoreDownError } from './object-store.js';
import { type ChildPool, type Outcome, PoolError } from './pool.js';
import { readInput } from './read-input.js';
import { sha256 as digestOf } from './sha256.js';
import { StageClock } from './stage-clock.js';
import { Store, storeKey } from './store.js';
import { inputName } from './stored-inputs.js';

export interface KeepingPoolOptions {
  readonly objects: ObjectStore;
  readonly fingerprint: string;
  /** Where a job names none. */
  readonly options: ConvertOptions;
  /** Convert again what the store holds. */
  readonly force: boolean;
  readonly maxBytes: number;
}

/**
 * A pool whose children know of no store: inputs that the store holds are handed to them, and what they
 * give is put into it from here, so that a store that is slow or away is laid to no document. An input
 * whose digest is told is taken from the store where it is there, else from its file.
 */
export class KeepingPool implements Pick<ChildPool, 'convert'> {
  private readonly store: Store;

  constructor(
    private readonly pool: Pick<ChildPool, 'convert'>,
    private readonly how: KeepingPoolOptions,
  ) {
    this.store = new Store(how.objects);
  }

  /** @throws PoolError where the store fails; what the pool throws */
  async convert(
    input: FoundInput,
    job: Pick<ChildJob, 'options' | 'sha256'> & { readonly timeout?: number } = {},
    signal?: AbortSignal,
  ): Promise<Outcome> {
    try {
      return await this.kept(input, job, signal);
    } catch (error) {
      throw error instanceof StoreDownError ? new PoolError(error.message) : error;
    }
  }

  private async kept(
    input: FoundInput,
    job: Pick<ChildJob, 'options' | 'sha256'> & { readonly timeout?: number },
    signal: AbortSignal | undefined,
  ): Promise<Outcome> {
    const clock = new StageClock();
    const { fingerprint, force, maxBytes } = this.how;
    const content = await this.contentOf(input, job.sha256);
    const { bytes, sha256, reject } = readInput(
      { ...input, ...(content && { content }) },
      maxBytes,
    );
    if (bytes === undefined) return { input, reject };
    if (job.sha256 !== undefined && job.sha256 !== sha256) {
      const detail = { sha256, stage: 'read' } as const;
      return { input, reject: inputReject(input.uri, 'input_changed', detail) };
    }
    const { uri, charset } = input;
    const asked = job.options ?? this.how.options;
    const options = charset === undefined ? asked : { ...asked, charset };
    const key = storeKey({ sha256, uri, fingerprint, options });
    const cached = !force && (await this.store.has(key));
    clock.ended('read');
    if (cached) {
      const { timings, milliseconds } = clock;
      return { input, stored: { key, sha256, bytes: bytes.length, cached, milliseconds, timings } };
    }
    const outcome = await this.pool.convert({ ...input, content: bytes }, job, signal);
    if (!outcome.stored) return { ...outcome, input };
    const { result, ...stored } = outcome.stored;
    await this.store.write(key, result!);
    return { input, stored: { ...stored, key } };
  }

  private async contentOf(
    { content }: FoundInput,
    sha256: string | undefined,
  ): Promise<Uint8Array | undefined> {
    if (content || sha256 === undefined) return content;
    const kept = await this.how.objects.get(inputName(sha256));
    // What was damaged on its way counts as absent: the file may be there.
    return kept && digestOf(kept) === sha256 ? kept : undefined;
  }
}
