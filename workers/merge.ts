import { join } from 'node:path';
import type { ConvertedDocument, ConvertOptions } from '../pipeline/converted.js';
import { rekeyed } from '../pipeline/emit/rekey.js';
import { withMeta } from '../pipeline/refine/source-meta.js';
import type { Reject } from '../schemas/index.js';
import { type ComingDocument, FormerIdentifiers } from './changes/former-identifiers.js';
import type { CorrectionBook } from './corrections/correction-book.js';
import { type Counts, countsOf, NO_COUNTS, totalCounts } from './counts.js';
import { DatasetWriter, type Publishing } from './dataset-folder.js';
import { entriesOf } from './emission/entries.js';
import { filesState } from './emission/files-state.js';
import type { FormerDataset } from './emission/former-dataset.js';
import {
  type DocumentState,
  type EntryState,
  type Making,
  writeMadeFrom,
} from './emission/made-from.js';
import { ownTraits, type PlannedEntry, planEntries } from './emission/plan.js';
import { inputReject } from './input-reject.js';
import type { StoredResult } from './messages.js';
import { Pauses } from './pauses.js';
import type { Outcome } from './pool.js';
import { REPORT_FOLDER, removeUnfinished } from './report/remove.js';
import type { Store } from './store.js';

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

/** The store no longer holds a result that an earlier run has put there. */
export class MissingResultError extends Error {}

/** What a dataset is made with. */
export interface MergeOptions {
  readonly convert: ConvertOptions;
  readonly store: Store;
  /** The dataset that stands, where what is unchanged of it is to be kept. */
  readonly former: FormerDataset | null;
  /** Tells apart what is written beside the dataset by this merge and by others. */
  readonly writer?: string;
  /** Applied to the records on their way. */
  readonly corrections?: CorrectionBook | undefined;
}

/**
 * Makes a dataset from the store, one input at a time in the order of their uris. Bytes that
 * another input has given already are rejected; a document that another source holds too gets an id
 * of its own. Documents and tasks of the newest snapshot keep their ids. What an input gave to the
 * dataset that stands, and would give again, is kept and not read.
 */
export class Merge {
  private readonly writer: DatasetWriter;
  /** The first input of each digest that gave documents. */
  private readonly firstOf = new Map<string, string>();
  private readonly entries: EntryState[] = [];
  private readonly rejects: Reject[] = [];
  private unknown: readonly Reject[] = [];
  private identifiers: FormerIdentifiers | null = null;

  constructor(
    private readonly out: string,
    private readonly options: MergeOptions,
  ) {
    const { convert, writer, former } = options;
    this.writer = new DatasetWriter(out, convert, writer, former);
  }

  /**
   * Writes everything beside the former dataset; stops early where the signal is aborted. `files` has
   * what the system said of inputs before they were read.
   *
   * @throws MissingResultError
   */
  async add(
    outcomes: readonly Outcome[],
    found: readonly Reject[],
    signal: AbortSignal,
    files: ReadonlyMap<string, string> = new Map(),
  ): Promise<Merged> {
    const { store, former, corrections } = this.options;
    const planned = await planEntries(entriesOf(outcomes, found), former?.entries ?? null, store);
    this.identifiers = FormerIdentifiers.open(this.out, former?.index);
    if (this.identifiers) {
      const settled = new Set(planned.flatMap((one) => (this.canStay(one) ? idsOf(one) : [])));
      const others = planned.filter((one) => !this.canStay(one));
      this.identifiers.plan(others.flatMap(comingDocuments), settled);
    }
    const inputs: InputSummary[] = [];
    const pauses = new Pauses();
    for (const one of planned) {
      const { timings, ...state } = await this.addEntry(one);
      const { uri, sha256, bytes, cached, milliseconds, counts } = state;
      inputs.push({ uri, sha256, bytes, cached, milliseconds, counts, timings });
      const file = files.get(uri);
      this.entries.push({ ...state, ...(file && { file }) });
      if (pauses.due) await pauses.pause();
      if (signal.aborted) break;
    }
    this.unknown = signal.aborted ? [] : (corrections?.rejects() ?? []);
    this.addRejects(this.unknown);
    const counts = totalCounts(inputs, this.unknown.length);
    return { inputs, rejects: this.rejects, counts };
  }

  /** Documents that were taken over from the dataset that stood. */
  get kept(): number {
    return this.writer.kept;
  }

  /** Puts the dataset in its place; a page or an export of the former one stays, and is stale. */
  publish(run: object, how?: Publishing): void {
    removeUnfinished(join(this.out, REPORT_FOLDER));
    this.writer.publish(run, how);
    this.close();
  }

  /** Keeps beside the dataset what it was made from, so that the next run goes on from it. */
  mark(making: Making): void {
    const { out, entries, unknown: rejects } = this;
    const bodies = this.writer.bodies();
    writeMadeFrom(out, { ...making, ...filesState(out), entries, rejects, bodies });
  }

  discard(): void {
    this.close();
    this.writer.discard();
  }

  private close(): void {
    this.identifiers?.close();
    this.options.former?.close();
  }

  private async addEntry(planned: PlannedEntry): Promise<AddedEntry> {
    const { uri, result, meta, charset } = planned.entry;
    if (!('key' in result)) {
      this.addRejects([result]);
      const counts = { ...NO_COUNTS, rejects: 1 };
      const nothing = { bytes: null, cached: false, milliseconds: 0, counts, timings: {} };
      return { uri, sha256: result.sha256, ...nothing, rejects: [result] };
    }
    const { sha256, bytes, cached, milliseconds, timings, key } = result;
    const given = { ...(meta && { meta }), ...(charset && { charset }) };
    const input = { uri, sha256, bytes, cached, milliseconds, timings, key, ...given };
    const first = this.firstOf.get(sha256);
    const made =
      first === undefined
        ? (this.takenOver(planned) ?? (await this.placed(planned, result)))
        : this.rejected(uri, sha256, 'duplicate_input', first);
    this.addRejects(made.rejects ?? []);
    if (planned.documents.length > 0) this.firstOf.set(sha256, uri);
    return { ...input, ...made };
  }

  /** Whether an entry gave documents as they were read, and would give them under the same ids again. */
  private canStay({ known, documents }: PlannedEntry): boolean {
    const stays = ({ plain, written: { id } }: DocumentState, index: number): boolean =>
      plain && documents[index]?.id === id;
    return known?.documents?.every(stays) ?? false;
  }

  /** What an entry gave to the dataset that stands, taken over where it would be the same again. */
  private takenOver(planned: PlannedEntry): MadeEntry | null {
    const { corrections, former } = this.options;
    const { known, documents } = planned;
    if (!known || !this.canStay(planned)) return null;
    if (documents.some(({ id }) => corrections?.has(id))) return null;
    const kept = documents.map(({ id }) => this.writer.keepDocument(former!.documents.get(id)!));
    const { counts, rejects } = known;
    return { counts, documents: kept, ...(rejects && { rejects }) };
  }

  /** The result of the store as it stands in this dataset: under its uri, with free ids, corrected. */
  private async placed(
    { entry: { uri, meta }, documents: planned }: PlannedEntry,
    { key, sha256, remembered }: StoredResult,
  ): Promise<MadeEntry> {
    const result = await this.options.store.read(key);
    if (result === null && remembered) throw new MissingResultError(uri);
    if (result === null) return this.rejected(uri, sha256, 'store_damaged');
    const rejects = result.rejects.map((reject) => ({ ...reject, uri }));
    const converted: ConvertedDocument[] = [];
    const documents: DocumentState[] = [];
    for (const [index, given] of result.documents.entries()) {
      const source = { ...given.document.source, uri };
      const sourced = { ...given.document, source };
      const own = { ...given, document: meta ? withMeta(sourced, meta) : sourced };
      const id = planned[index]?.id ?? own.document.id;
      const keyed = id === own.document.id ? own : rekeyed(own, id);
      const kept = this.identifiers?.keep(keyed) ?? keyed;
      const corrected = this.options.corrections?.apply(kept);
      rejects.push(...(corrected?.rejects ?? []));
      const stands = corrected ? corrected.converted : kept;
      if (!stands) continue;
      const plain = stands === kept && haveSameIds(kept, keyed);
      const origin = { read: ownTraits(given.document), plain };
      documents.push(this.writer.addDocument(stands, origin));
      converted.push(stands);
    }
    const counts = countsOf({ documents: converted, rejects });
    const all = documents.length === result.documents.length;
    return { counts, documents, ...(rejects.length > 0 && { rejects }), ...(!all && PARTLY) };
  }

  private rejected(
    uri: string,
    sha256: string,
    code: 'duplicate_input' | 'store_damaged',
    says?: string,
  ): MadeEntry {
    const reject = inputReject(uri, code, { sha256, stage: 'emit', ...(says && { says }) });
    return { counts: { ...NO_COUNTS, rejects: 1 }, rejects: [reject], ...PARTLY };
  }

  private addRejects(rejects: readonly Reject[]): void {
    for (const reject of rejects) {
      this.rejects.push(reject);
      this.writer.addReject(reject);
    }
  }
}

/** The documents of an entry as those of the newest snapshot are matched with them. */
const comingDocuments = ({ entry: { result }, documents }: PlannedEntry): ComingDocument[] =>
  documents.map(({ uri, read, id }) => ({ ...read, id, uri, sha256: result.sha256! }));

const idsOf = ({ documents }: PlannedEntry): string[] => documents.map(({ id }) => id);

/** What an entry gave to the dataset. */
type MadeEntry = Pick<EntryState, 'counts' | 'rejects' | 'documents' | 'partly'>;
type AddedEntry = EntryState & Pick<InputSummary, 'timings'>;

const PARTLY = { partly: true } as const;

/** Whether a document and its records have the ids that they had before it took over former ones. */
function haveSameIds(now: ConvertedDocument, before: ConvertedDocument): boolean {
  if (now === before) return true;
  const idsOf = ({ document, tasks, targets }: ConvertedDocument): string =>
    [document, ...tasks, ...targets].map(({ id }) => id).join('\n');
  return idsOf(now) === idsOf(before);
}
