import type { Change, Correction, DocumentRecord, Reject, UnitRecord } from '../schemas/index.js';

/** Version of the payload's layout. */
export const PAYLOAD_VERSION = 2;

/** A record as the page carries it: no `raw` (the text holds it), no empty values, places packed. */
export type PackedRecord = Readonly<Record<string, unknown>>;

/** A place without its names: start, end and, where the document has pages, the page. */
export type PackedAt = readonly [start: number, end: number, page?: number];

/** A page on which a document stands, as large as it is with its words upright; in tenths of a point. */
export interface PackedPage {
  /** As records name it. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /**
   * Words of the document that stand on it, six numbers a run: where it starts in the text, how many
   * characters share it evenly (negative: below each other), and its box: left, top, right, bottom.
   */
  readonly runs: readonly number[];
  /** The picture, beside the review page; left out where there is none. */
  readonly file?: string;
  /** Why there is none: the file lacks fonts, the pictures have no more room, or it cannot be drawn. */
  readonly none?: 'fonts' | 'room' | 'fault';
  /** Whether its words are not in the picture, and are shown where they were read. */
  readonly words?: true;
  /** Boxes of its lines, where its words are shown. */
  readonly rulings?: readonly number[];
}

/** One document of the dataset with all that the page shows of it. */
export interface PackedDocument {
  readonly id: DocumentRecord['id'];
  readonly record: PackedRecord;
  readonly text: string;
  /** Of the text; see `Correction.digest`. */
  readonly digest: string;
  /** Each with its `digest`; each of its units with `body`, the index of it in `ReportHead.bodies`. */
  readonly tasks: readonly PackedRecord[];
  /** Each with its `digest`, and with `bodies`, those of its units' names. */
  readonly targets: readonly PackedRecord[];
  /** The ledger's lines of every role but `target`. */
  readonly quantities: readonly PackedRecord[];
  /** Where the same notice stands too: sources of the copies that are left out of the page. */
  readonly copies: readonly string[];
  /** Its pages, where pictures of them were asked for. */
  readonly pages?: readonly PackedPage[];
}

/** A body as the page names it: the same id, name and place as in `units.jsonl`. */
export interface PackedBody
  extends Pick<UnitRecord, 'id' | 'name' | 'canonical' | 'names' | 'region' | 'is_group'> {
  /** What its department is called too, without the place; left out: nothing. */
  readonly also?: readonly string[];
}

/** A line of the newest `changes.jsonl`, with the bodies of a task that is no more. */
export interface PackedChange extends Change {
  readonly bodies: readonly number[];
}

/** What the page knows of the dataset as a whole. */
export interface ReportHead {
  readonly version: typeof PAYLOAD_VERSION;
  /** Program and version that wrote it. */
  readonly made_by: string;
  readonly documents: number;
  /** Documents left out, since the page would be too large to open; they are older than those of the page. */
  readonly older?: number;
  /** Documents left out, since they are copies of others. */
  readonly copies: number;
  /** Scripts beside the page that hold the documents; 0: the page holds them itself. */
  readonly parts: number;
  /** Whether pictures of pages stand beside it. */
  readonly pictures: boolean;
  readonly bodies: readonly PackedBody[];
  readonly changes: readonly PackedChange[];
  readonly rejects: readonly Reject[];
  /** Corrections that were applied to the dataset. */
  readonly corrections: readonly Correction[];
  /** A service keeps them: at `corrections` beside the page's address. */
  readonly saves?: true;
}
