import type { ConvertOptions, ConvertResult } from '../pipeline/converted.js';
import type { Reject } from '../schemas/index.js';

/** What a child is told once, before its first job. */
export interface ChildSettings {
  /** Folder of the content-addressed store; null: results are kept nowhere and sent back. */
  readonly store: string | null;
  /** Stands for the code and its data in every store key. */
  readonly fingerprint: string;
  readonly options: ConvertOptions;
  /** URL of the module whose `convert` is called. */
  readonly converter: string;
  /** Load the converter and all that it needs before the first job. */
  readonly preload?: true;
  /** Load the whole dictionary with the first document: many will follow. */
  readonly wholeDictionary?: boolean;
  /** Convert again what the store holds. */
  readonly force: boolean;
  /** Bytes of the largest input that is read. */
  readonly maxBytes: number;
}

/** One document to convert. */
export interface ChildJob {
  readonly uri: string;
  readonly path: string;
  /** What it holds, in the place of the file at `path`. */
  readonly content?: Uint8Array;
  /** The encoding that its server named. */
  readonly charset?: string;
  /** In the place of the settings' options. */
  readonly options?: ConvertOptions;
  /** Digest that the input must have; where it has another one it is rejected. */
  readonly sha256?: string;
}

/** Parent to child. */
export type ParentMessage =
  | { readonly type: 'settings'; readonly settings: ChildSettings }
  | { readonly type: 'job'; readonly job: ChildJob };

/** Where the result of an input stands in the store, or, without a store, the result. */
export interface StoredResult {
  readonly key: string;
  /** Only where there is no store. */
  readonly result?: ConvertResult;
  readonly sha256: string;
  readonly bytes: number;
  /** True where the store held it already. */
  readonly cached: boolean;
  /** An earlier run has put it into the store; nobody has looked whether it is still there. */
  readonly remembered?: true;
  /** From the first byte read to the result stored. */
  readonly milliseconds: number;
  /** Milliseconds a stage: read, load (of the code), convert, store. */
  readonly timings: Readonly<Record<string, number>>;
}

/** Child to parent: process groups of the outside programs that it runs now; they end with it. */
export interface ToolsMessage {
  readonly type: 'tools';
  readonly groups: readonly number[];
}

/** Child to parent. */
export type ChildMessage =
  | { readonly type: 'ready' }
  /** The input has been read; what follows is conversion. */
  | { readonly type: 'read'; readonly sha256: string; readonly bytes: number }
  | { readonly type: 'stored'; readonly result: StoredResult }
  | { readonly type: 'rejected'; readonly reject: Reject }
  /** The environment fail, not the input: disk full, store not writable. */
  | { readonly type: 'failed'; readonly message: string };
