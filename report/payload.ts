import type { Correction, DocumentRecord, Reject } from '../schemas/index.js';

/** Version of the payload's layout. */
export const PAYLOAD_VERSION = 1;

/** A record as the page carries it: no `raw` (the text holds it), no empty values, places packed. */
export type PackedRecord = Readonly<Record<string, unknown>>;

/** A place without its names: start, end and, where the document has pages, the page. */
export type PackedAt = readonly [start: number, end: number, page?: number];

/** One document of the dataset with all that the page shows of it. */
export interface PackedDocument {
  readonly id: DocumentRecord['id'];
  readonly record: PackedRecord;
  readonly text: string;
  /** Of the text; see `Correction.digest`. */
  readonly digest: string;
  /** Each with its `digest`. */
  readonly tasks: readonly PackedRecord[];
  readonly targets: readonly PackedRecord[];
}

/** What the page knows of the dataset as a whole. */
export interface ReportHead {
  readonly version: typeof PAYLOAD_VERSION;
  /** Program and version that wrote it. */
  readonly made_by: string;
  readonly documents: number;
  /** Scripts beside the page that hold the documents; 0: the page holds them itself. */
  readonly parts: number;
  readonly rejects: readonly Reject[];
  /** Corrections that were applied to the dataset. */
  readonly corrections: readonly Correction[];
}
