import { tmpdir } from 'node:os';
import { removeLeftovers } from './leftovers.js';

/** Temporary folders of dictionaries, of outside programs and of datasets in buckets; group 1: the id of their process. */
const TEMPORARY = /^gongwen-(?:words|office|dataset)-(\d+)-/;

/** Takes away the temporary folders of processes that were killed. */
export const clearTemporaryFolders = (): void => removeLeftovers(tmpdir(), TEMPORARY);
