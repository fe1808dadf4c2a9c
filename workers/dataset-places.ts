import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import { isBucketAddress } from './bucket/address.js';
import { makeFolder } from './make-folder.js';

/** Folder inside a dataset that holds the store and what is being written; no part of the data. */
export const WORK_FOLDER = '.gongwen';
/** The description of a dataset, which is put in its place last. */
export const PACKAGE = 'datapackage.json';

/** Makes the output folder ready to be written to; throws the system's error. */
export function openOutput(out: string): void {
  makeFolder(join(out, WORK_FOLDER));
  accessSync(out, constants.W_OK);
  accessSync(join(out, WORK_FOLDER), constants.W_OK);
}

/** Absolute path of the folder that a run keeps its results in, or the address of a bucket. */
export const storePlace = ({ store, out }: { store: string | null; out: string }): string =>
  store !== null && isBucketAddress(store)
    ? store
    : resolve(store ?? join(out, WORK_FOLDER, 'store'));
