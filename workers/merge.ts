import { setImmediate } from 'node:timers/promises';
import type { ConvertedDocument, ConvertOptions, ConvertResult } from '../pipeline/converted.js';
import { freeId, withFreeId } from '../pipeline/emit/rekey.js';
import { withMeta } from '../pipeline/refine/source-meta.js';
import type { DocumentRecord, Reject, SourceMeta } from '../schemas/index.js';
import { FormerIdentifiers } from './changes/former-identifiers.js';
import type { CorrectionBook } from './corrections/correction-book.js';
import { addCounts, type Counts, countsOf, NO_COUNTS } from './counts.js';
import { DatasetWriter, type Publishing } from './dataset-folder.js';
import { removeExports } from './exports/paths.js';
import { inputReject } from './input-reject.js';
import type { StoredResult } from './messages.js';
import type { Outcome } from './pool.js';
import { removeReport } from './report/remove.js';
import type { Store } from './store.js';
import { compareUris } from './uri-order.js';

/** What became of one input. */
export interface InputSummary {
  readonly uri: string;
  readonly sha256: string | null;
  readonly bytes: number | null;
  /** True where its result was in the store. */
  readonly cached: boolean;
  readonly counts: Counts;
  /** Time this run took for it; 0 where it was not converted. */
  readonly milliseconds: number;
  /** Milliseconds a stage of that time; empty where nothing was read. */
  readonly timings: Readonly<Record<string, number>>;
}

/** What a dataset was made from. */
export interface Merged {
  /** Sorted by uri. */
  readonly inputs: readonly InputSummary[];
  readonly rejects: readonly Reject[];
  readonly counts: Counts;
}

/** One input on its way into the dataset, or what was found and is no input. */
interface Entry {
  readonly uri: string;
  readonly result: StoredResult | Reject;
  readonly meta?: SourceMeta;
}

/**
 * Makes a dataset from the store, one input at a time in the order of their uris. Bytes that
 * another input has given already are rejected; a document that another source holds too gets an id
 * of its own. Documents and tasks of the newest snapshot keep their ids.
 */
export class Merge {
  private readonly writer: DatasetWriter;
  private readonly documentIds = new Set<string>();
  /** The first input of each digest that gave documents. */
  private readonly firstOf = new Map<string, string>();
  private readonly rejects: Reject[] = [];
  private former: FormerIdentifiers | null = null;

  /**
   * `writer` tells apart what is written beside the dataset by this merge and by others;
   * `corrections` are applied to the records on their way.
   */
  constructor(
    private readonly out: string,
    options: ConvertOptions,
    private readonly store: Store,
    writer?: string,
    private readonly corrections?: CorrectionBook,
  ) {
    this.writer = new DatasetWriter(out, options, writer);
  }

  /** Writes everything beside the former dataset; stops early where the signal is aborted. */
  async add(
    outcomes: readonly Outcome[],
    found: readonly Reject[],
    signal: AbortSignal,
  ): Promise<Merged> {
    const entries: Entry[] = [
      ...outcomes.map(({ input, stored, reject }) => ({
        uri: input.uri,
        result: stored ?? reject,
        ...(input.meta && { meta: input.meta }),
      })),
      ...found.map((reject) => ({ uri: reject.uri, result: reject })),
    ];
    entries.sort((a, b) => compareUris(a.uri, b.uri));
    this.former = FormerIdentifiers.open(this.out);
    this.former?.plan(await this.documentsOf(entries));
    const inputs: InputSummary[] = [];
    for (const entry of entries) {
      inputs.push(await this.addEntry(entry));
      await setImmediate();
      if (signal.aborted) break;
    }
    const unknown = signal.aborted ? [] : (this.corrections?.rejects() ?? []);
    for (const reject of unknown) this.addReject(reject);
    const counts = inputs.reduce((sum, input) => addCounts(sum, input.counts), {
      ...NO_COUNTS,
      rejects: unknown.length,
    });
    return { inputs, rejects: this.rejects, counts };
  }

  /** Puts the dataset in its place; the page and the exports of the former one go, as they tell of that. */
  publish(run: object, how?: Publishing): void {
    this.former?.close();
    removeReport(this.out);
    removeExports(this.out);
    this.writer.publish(run, how);
  }

  discard(): void {
    this.former?.close();
    this.writer.discard();
  }

  /** The documents that the entries will give, under the ids that they have of their own. */
  private async documentsOf(entries: readonly Entry[]): Promise<DocumentRecord[]> {
    const documents: DocumentRecord[] = [];
    const ids = new Set<string>();
    const read = new Set<string>();
    for (const { uri, result } of entries) {
      if (!('key' in result) || read.has(result.sha256)) continue;
      for (const document of await this.store.documents(result.key)) {
        const id = freeId(document, (one) => ids.has(one));
        ids.add(id);
        read.add(result.sha256);
        documents.push({ ...document, id, source: { ...document.source, uri } });
      }
    }
    return documents;
  }

  private async addEntry({ uri, result, meta }: Entry): Promise<InputSummary> {
    if ('key' in result) return this.addStored(uri, result, meta);
    this.addReject(result);
    return summaryOf(uri, result.sha256, { ...NO_COUNTS, rejects: 1 });
  }

  private async addStored(
    uri: string,
    stored: StoredResult,
    meta: SourceMeta | undefined,
  ): Promise<InputSummary> {
    const { sha256, bytes, cached, milliseconds, timings } = stored;
    const result = this.placed(uri, await this.resultOf(uri, stored), meta);
    const counts = countsOf(result);
    if (result.documents.length > 0) this.firstOf.set(sha256, uri);
    for (const reject of result.rejects) this.addReject(reject);
    for (const converted of result.documents) this.writer.addDocument(converted);
    return { uri, sha256, bytes, cached, milliseconds, counts, timings };
  }

  /** The result as it stands in this dataset: under its uri, with free ids, corrected. */
  private placed(uri: string, result: ConvertResult, meta: SourceMeta | undefined): ConvertResult {
    const rejects = result.rejects.map((reject) => ({ ...reject, uri }));
    const documents: ConvertedDocument[] = [];
    for (const given of result.documents) {
      const source = { ...given.document.source, uri };
      const document = { ...given.document, source };
      const placed = { ...given, document: meta ? withMeta(document, meta) : document };
      const keyed = withFreeId(placed, (id) => this.documentIds.has(id));
      this.documentIds.add(keyed.document.id);
      const kept = this.former?.keep(keyed) ?? keyed;
      const corrected = this.corrections?.apply(kept) ?? { converted: kept, rejects: [] };
      if (corrected.converted) documents.push(corrected.converted);
      rejects.push(...corrected.rejects);
    }
    return { documents, rejects };
  }

  private async resultOf(uri: string, { key, sha256 }: StoredResult): Promise<ConvertResult> {
    const rejected = (code: 'duplicate_input' | 'store_damaged', says?: string): ConvertResult => ({
      documents: [],
      rejects: [inputReject(uri, code, { sha256, stage: 'emit', ...(says ? { says } : {}) })],
    });
    const first = this.firstOf.get(sha256);
    if (first !== undefined) return rejected('duplicate_input', first);
    return (await this.store.read(key)) ?? rejected('store_damaged');
  }

  private addReject(reject: Reject): void {
    this.rejects.push(reject);
    this.writer.addReject(reject);
  }
}

const summaryOf = (uri: string, sha256: string | null, counts: Counts): InputSummary => ({
  uri,
  sha256,
  bytes: null,
  cached: false,
  milliseconds: 0,
  counts,
  timings: {},
});
