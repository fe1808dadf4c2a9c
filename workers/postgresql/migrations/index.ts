import { RECORDS } from './0001-records.js';
import { HISTORY } from './0002-history.js';

/** A step from one version of the database's schema to the next; once released it is never changed. */
export interface Migration {
  readonly name: string;
  /** Statements with a semicolon between them; names without a schema are of the one that is loaded. */
  readonly sql: string;
}

/** In their order: the first makes version 1 of nothing, each next one a version more. */
export const MIGRATIONS: readonly Migration[] = [
  { name: 'records', sql: RECORDS },
  { name: 'history', sql: HISTORY },
];
