import { appendFileSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentTraits } from '../../pipeline/compare/match-documents.js';
import type { Copies, CopyHead } from '../../pipeline/emit/copies/copies.js';
import type { BodyTotal } from '../../pipeline/emit/unit-tally.js';
import type { Reject, SourceMeta } from '../../schemas/index.js';
import { CountedFile } from '../counted-file.js';
import type { Counts } from '../counts.js';
import { WORK_FOLDER } from '../dataset-places.js';
import { sha256 } from '../sha256.js';

/** Version of the file, and of the code outside the pipeline that makes a dataset from results. */
const LAYOUT = 1;
const FILE = join(WORK_FOLDER, 'made-from.ndjson');
/** Its name up to version 0.1.0 of the program. */
const FORMER_FILE = join(WORK_FOLDER, 'made-from.json');

/** Tables that hold lines of documents, each document's together, in the order of the documents. */
export const DOCUMENT_TABLES = ['documents', 'tasks', 'targets', 'quantities', 'tokens'] as const;
export type DocumentTable = (typeof DOCUMENT_TABLES)[number];

/** A document as it was written: how much of each table is its own, and what tells of copies. */
export interface WrittenDocument {
  /** Its id in the dataset. */
  readonly id: string;
  /** Bytes of its lines, in the order of `DOCUMENT_TABLES`. */
  readonly bytes: readonly number[];
  readonly rows: readonly number[];
  /** Bytes of its text. */
  readonly text: number;
  readonly head: CopyHead;
  readonly copies?: Copies;
  /** Documents whose text it was compared with, those that were the same and those that were not. */
  readonly alike?: readonly string[];
  readonly apart?: readonly string[];
}

/** What a document is matched by with those of other runs. */
export type Traits = Omit<DocumentTraits, 'uri'>;

/** A document of a dataset. */
export interface DocumentState {
  /** As it was read, under the id that it has of its own. */
  readonly read: Traits;
  /** As it stands, where corrections made it another. */
  readonly stands?: Traits;
  /** True where it stands as it was read: no id is that of a former document or record, nothing is corrected. */
  readonly plain: boolean;
  /** Known in full when the dataset is whole. */
  written: WrittenDocument;
}

/** An input of a dataset and what it gave. */
export interface EntryState {
  readonly uri: string;
  readonly sha256: string | null;
  readonly bytes: number | null;
  /** True where its result was in the store. */
  readonly cached: boolean;
  /** Time that the run took for it which converted it; 0 where that was another. */
  readonly milliseconds: number;
  readonly counts: Counts;
  readonly rejects?: readonly Reject[];
  /** Of its result in the store. */
  readonly key?: string;
  readonly meta?: SourceMeta;
  readonly charset?: string;
  /** What the system said of its file before it was read. */
  readonly file?: string;
  /** Not all that its result holds is in the dataset: another input gives the same, or a correction took it out. */
  readonly partly?: true;
  readonly documents?: readonly DocumentState[];
}

/** How a dataset came about. */
export interface Making {
  /** Stands for all that the dataset was made from. */
  readonly madeFrom: string;
  /** Stands for what turns an input into its result: pipeline and options. */
  readonly how: string;
  /** Bytes of the largest input that was read. */
  readonly maxBytes: number;
  /** False where some input is to be tried again by the next run. */
  readonly complete: boolean;
}

/** The files of a dataset as they were when it was made. */
export interface FilesState {
  /** Digest of the description, which holds those of all files. */
  readonly package: string;
  /** Digest of the sizes and times of the files. */
  readonly state: string;
}

/** What is kept beside a dataset, so that the next run writes what is new or different and keeps the rest. */
export interface MadeFrom extends Making, FilesState {
  readonly entries: readonly EntryState[];
  /** Rejects that are of no input. */
  readonly rejects: readonly Reject[];
  /** What each body does in all tasks. */
  readonly bodies: readonly BodyTotal[];
}

export function writeMadeFrom(out: string, { entries, bodies, ...head }: MadeFrom): void {
  const path = join(out, FILE);
  const file = new CountedFile(`${path}.part`);
  const add = (line: unknown): void => file.add(`${JSON.stringify(line)}\n`);
  add({ layout: LAYOUT });
  add(head);
  add(bodies);
  for (const entry of entries) add(entry);
  const { sha256 } = file.close();
  appendFileSync(`${path}.part`, endOf(sha256));
  renameSync(`${path}.part`, path);
  rmSync(join(out, FORMER_FILE), { force: true });
}

/** What is kept beside a dataset; or why there is nothing to go by, in words. */
export function readMadeFrom(out: string): MadeFrom | string {
  let content: Buffer;
  try {
    content = readFileSync(join(out, FILE));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? `there is no ${FILE}` : message;
  }
  const opening = `${JSON.stringify({ layout: LAYOUT })}\n`;
  if (content.toString('utf8', 0, opening.length) !== opening) {
    return `${FILE} is of another version of the program`;
  }
  const body = content.subarray(0, Math.max(0, content.length - endOf('0'.repeat(64)).length));
  if (content.toString('utf8', body.length) !== endOf(sha256(body))) return `${FILE} is damaged`;
  const [head, bodies, ...entries] = linesOf(body.subarray(opening.length));
  return { ...(head as object), bodies, entries } as unknown as MadeFrom;
}

const endOf = (sha256: string): string => `${JSON.stringify({ sha256 })}\n`;

/** A line at a time: the whole as one string takes many times the memory. */
function* linesOf(body: Buffer): Generator<unknown> {
  for (let start = 0; start < body.length; ) {
    const end = body.indexOf(10, start);
    yield JSON.parse(body.toString('utf8', start, end));
    start = end + 1;
  }
}
