import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A value that readers may decide either way counts neither as found nor as missed. */
interface Doubtful {
  readonly optional?: boolean;
}

export interface GoldUnit {
  readonly name: string;
  readonly role: string;
}

export interface GoldDeadline extends Doubtful {
  readonly raw: string;
  readonly kind: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly every: string | null;
}

export interface GoldTarget extends Doubtful {
  readonly raw: string;
  readonly indicator: string;
  readonly op: string;
  readonly value: number;
  readonly unit: string | null;
  readonly by: string | null;
}

export interface GoldTask extends Doubtful {
  readonly number: string | number | null;
  readonly part: number | null;
  /** Entry of the document's `rows` whose units, deadlines and targets this task has too. */
  readonly row: string | null;
  readonly path: readonly string[];
  readonly title: string;
  /** Its first characters after the label, and its last before the responsibility clause. */
  readonly head: string;
  readonly tail: string;
  readonly units?: readonly GoldUnit[];
  readonly subject_units?: readonly string[];
  readonly deadlines?: readonly GoldDeadline[];
  readonly targets?: readonly GoldTarget[];
}

/** What a table row gives to all its numbered measures. */
export interface GoldRow {
  readonly no: string;
  readonly units?: readonly GoldUnit[];
  readonly deadlines?: readonly GoldDeadline[];
  readonly targets?: readonly GoldTarget[];
}

export interface GoldDocument {
  /** Empty or null: the document has none. */
  readonly title: string | null;
  readonly doc_number: string | null;
  readonly issuers: readonly string[];
  readonly issued_on: string | null;
  readonly carries?: readonly string[];
  readonly page_start: number | null;
  readonly targets?: readonly GoldTarget[];
  readonly rows?: readonly GoldRow[];
  readonly tasks: readonly GoldTask[];
}

/** One file of records read by hand; see samples/gold/README.md. */
export interface GoldFile {
  /** File name without `.json`. */
  readonly name: string;
  /** Beginning of the source's file name. */
  readonly source: string;
  readonly partial?: boolean;
  readonly subjects?: boolean;
  readonly documents: readonly GoldDocument[];
}

export interface GoldNotice {
  readonly title: string;
  readonly heading: string;
  readonly doc_number: string | null;
  readonly issuers: readonly string[];
  readonly issued_on: string | null;
  readonly region: string | null;
  readonly carries: readonly string[];
  readonly page_start: number;
  readonly page_end: number;
}

/** The notices that a stretch of a compendium holds. */
export interface GoldNotices {
  readonly source: string;
  readonly notices: readonly GoldNotice[];
}

export const NOTICES_FILE = 'notices.json';
export const RESULT_FILE = 'result.json';

/** The gold files of a folder by name; the list of notices and the kept result are none. */
export function readGold(folder: string): GoldFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json') && name !== NOTICES_FILE && name !== RESULT_FILE)
    .sort()
    .map((name) => ({ ...readJson<GoldFile>(join(folder, name)), name: basename(name, '.json') }));
}

/** The list of notices of a gold folder, or null where it has none. */
export function readGoldNotices(folder: string): GoldNotices | null {
  const path = join(folder, NOTICES_FILE);
  return existsSync(path) ? readJson<GoldNotices>(path) : null;
}

export function readJson<T>(path: string): T {
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}
