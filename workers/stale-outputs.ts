import { statSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE } from './dataset-places.js';
import { EXPORT_PATHS, exportFolder, FORMATS } from './exports/paths.js';
import { REPORT_FOLDER, REPORT_PAGE } from './report/remove.js';

/** Something in a dataset's folder that was made from it before it was what it is. */
export interface StaleOutput {
  readonly path: string;
  /** What makes it anew. */
  readonly command: string;
}

/** The review page and the exports of a dataset that are older than it; a run leaves them as they are. */
export function staleOutputs(out: string): StaleOutput[] {
  const since = timeOf(join(out, PACKAGE));
  if (since === null) return [];
  const isStale = (path: string): boolean => (timeOf(path) ?? since) < since;
  const stale: StaleOutput[] = [];
  const page = join(out, REPORT_FOLDER, REPORT_PAGE);
  if (isStale(page)) stale.push({ path: page, command: `gongwen report ${quoted(out)}` });
  const formats = FORMATS.filter((format) =>
    isStale(join(exportFolder(out), EXPORT_PATHS[format])),
  );
  for (const format of formats) {
    const command = `gongwen export ${quoted(out)} --format ${formats.join(',')}`;
    stale.push({ path: join(exportFolder(out), EXPORT_PATHS[format]), command });
  }
  return stale;
}

/** Null where there is no such file or folder. */
const timeOf = (path: string): number | null =>
  statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;

/** As a shell reads it. */
const quoted = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
