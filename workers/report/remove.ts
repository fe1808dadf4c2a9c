import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { removeLeftovers } from '../leftovers.js';

/** Folder of the review page inside a dataset. */
export const REPORT_FOLDER = 'report';
export const REPORT_PAGE = 'index.html';
/** Names of pages that are being written; group 1: the id of the process. */
export const UNFINISHED_PAGE = /^index\.html\.(\d+)$/;

/** Takes away pages that runs which are no more have left half-written. */
export const removeUnfinished = (folder: string): void => removeLeftovers(folder, UNFINISHED_PAGE);

/** Takes away the data beside the page after its first `kept` parts. */
export function removeParts(folder: string, kept: number): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const number = Number(/^data-(\d+)\.js$/.exec(name)?.[1] ?? 0);
    if (number > kept) rmSync(join(folder, name));
  }
}
