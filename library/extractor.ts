import { availableParallelism } from 'node:os';
import type { ConvertOptions, ConvertResult } from '../pipeline/converted.js';
import { canCutWords, NO_KEYWORDS } from '../pipeline/segment/binary.js';
import { holdsDocuments } from '../workers/container-inputs.js';
import { convertHere } from '../workers/convert-here.js';
import type { FoundInput } from '../workers/find-inputs.js';
import { pipelineFingerprint } from '../workers/fingerprint.js';
import { inLanes } from '../workers/lanes.js';
import { DEFAULT_LIMITS } from '../workers/limits.js';
import { membersApart } from '../workers/member-process.js';
import { ChildPool, PoolAbortError, PoolError } from '../workers/pool.js';
import { EngineError, OptionError } from './errors.js';
import type { Extraction } from './extraction.js';
import { extractionOf } from './gather.js';
import { MemberResults } from './member-results.js';
import { columnsOf, expandOptionsOf, isContainerName, membersHere } from './members.js';
import {
  type EngineOptions,
  type ExtractOptions,
  requireEngineOptions,
  requireExtractOptions,
} from './options.js';
import { RejectError } from './reject-error.js';
import { openSource, type Source } from './source.js';

/** Name of an input that has none. */
const NAMELESS = 'document';

/**
 * Converts documents, one after another or several at a time. Child processes start when there is
 * work and stay for the next document until `close`, so a program with many documents has one.
 */
export class Extractor {
  private readonly maxBytes: number;
  private readonly pool: ChildPool | null;
  private closed = false;

  /** @throws OptionError */
  constructor(private readonly options: EngineOptions = {}) {
    requireEngineOptions(options);
    const { run = 'processes', maxBytes = DEFAULT_LIMITS.maxBytes } = options;
    this.maxBytes = maxBytes;
    this.pool = run === 'processes' ? poolOf(options, maxBytes) : null;
  }

  /** Starts all child processes now, so that the first documents do not wait for them. */
  warm(): void {
    this.pool?.warm();
  }

  /**
   * Reads one document, or the documents that a compendium or a container holds: the members of a
   * container are called by their addresses, `a.zip!/b.docx`, `a.jsonl#12`.
   *
   * @throws OptionError, EngineError, RejectError (`onReject: 'throw'`), the reason of an aborted
   *   signal, what a stream throws; whatever is wrong with the input is one of the `rejects`.
   */
  async extract(source: Source, options: ExtractOptions = {}): Promise<Extraction> {
    const { signal, name, onReject = 'return' } = options;
    requireExtractOptions(options);
    this.requireOpen();
    signal?.throwIfAborted();
    const opened = await openSource(source, this.maxBytes, signal);
    const path = 'path' in opened ? opened.path : '';
    const input = { uri: name ?? (path || NAMELESS), ...opened, path };
    const results = await this.convertAll(input, options);
    const rejects = results.flatMap((result) => result.rejects);
    if (onReject === 'throw' && rejects.length > 0) throw new RejectError(rejects);
    return extractionOf(results);
  }

  /** Child processes that run now. */
  get processes(): number {
    return this.pool?.size ?? 0;
  }

  /** Ends the child processes; what they are at is given up. Once is enough, and more does no harm. */
  async close(): Promise<void> {
    this.closed = true;
    this.pool?.close();
  }

  /** The results of a document, or of those that a container holds. */
  private async convertAll(
    input: FoundInput,
    options: ExtractOptions,
  ): Promise<readonly ConvertResult[]> {
    const { signal } = options;
    const how = convertOptionsOf(options);
    const isContainer = isContainerName(input.uri) && (input.content?.length ?? 0) <= this.maxBytes;
    if (!isContainer || !(await holdsDocuments(input, columnsOf(options)))) {
      return [await this.convert(input, how, signal)];
    }
    const { jobs = availableParallelism(), maxMemory = DEFAULT_LIMITS.maxMemory } = this.options;
    const limits = { timeout: this.timeoutOf(how), maxMemory };
    const opening = expandOptionsOf(options, this.maxBytes, this.options.maxMembers);
    const failed = new AbortController();
    const stop = signal ? AbortSignal.any([signal, failed.signal]) : failed.signal;
    const apart = this.pool !== null;
    const members = apart
      ? membersApart(input, opening, limits, stop)
      : membersHere(input, opening);
    const results = new MemberResults();
    try {
      await inLanes(members, apart ? jobs : 1, async (member) => {
        if (member.reject) results.add({ documents: [], rejects: [member.reject] }, member.reject);
        else results.add(await this.convert(member.input, how, signal), member.input);
      });
    } finally {
      failed.abort();
    }
    return results.all();
  }

  private async convert(
    input: FoundInput,
    options: ConvertOptions,
    signal: AbortSignal | undefined,
  ): Promise<ConvertResult> {
    signal?.throwIfAborted();
    this.requireOpen();
    if (this.pool === null) {
      const result = await convertHere(input, options, this.maxBytes);
      signal?.throwIfAborted();
      return result;
    }
    const timeout = this.timeoutOf(options);
    try {
      const { stored, reject } = await this.pool.convert(input, { options, timeout }, signal);
      return stored?.result ?? { documents: [], rejects: reject ? [reject] : [] };
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof PoolError) throw new EngineError('engine', error.message);
      if (error instanceof PoolAbortError) throw closedError();
      throw error;
    }
  }

  private timeoutOf({ ocr }: ConvertOptions): number {
    const { ocrTimeout, timeout } = DEFAULT_LIMITS;
    return this.options.timeout ?? (ocr ? ocrTimeout : timeout);
  }

  private requireOpen(): void {
    if (this.closed) throw closedError();
  }
}

const closedError = (): EngineError =>
  new EngineError('closed', 'The extractor is closed. Make a new one.');

function poolOf(options: EngineOptions, maxBytes: number): ChildPool {
  const { jobs = availableParallelism() } = options;
  const { timeout = DEFAULT_LIMITS.timeout, maxMemory = DEFAULT_LIMITS.maxMemory } = options;
  const settings = {
    store: null,
    fingerprint: pipelineFingerprint(),
    options: convertOptionsOf({}),
    converter: new URL('../pipeline/convert.js', import.meta.url).href,
    force: false,
    maxBytes,
    ...(options.preload && { preload: true as const, wholeDictionary: true }),
  };
  return new ChildPool({ jobs, timeout, maxMemory, settings, onLine: () => {} });
}

function convertOptionsOf(options: ExtractOptions): ConvertOptions {
  const { encoding = null, password = null, ocr = false, ocrEngine = null } = options;
  const { tokens = false, redactContacts = false } = options;
  const { maxPages = DEFAULT_LIMITS.maxPages } = options;
  const keywords = canCutWords();
  if (tokens && !keywords) throw new OptionError(`tokens need nodejieba. ${NO_KEYWORDS}`);
  return {
    encoding,
    password,
    ocr,
    ocrEngine,
    tokens,
    redactContacts,
    maxPages,
    ...(!keywords && { keywords }),
  };
}
