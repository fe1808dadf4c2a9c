import { tmpdir } from 'node:os';
import { removeLeftovers } from './leftovers.js';

/** Temporary folders of dictionaries and of outside programs; group 1: the id of their process. */
const TEMPORARY = /^gongwen-(?:words|office)-(\d+)-/;

/** Takes away the temporary folders of processes that were killed. */
export const clearTemporaryFolders = (): void => removeLeftovers(tmpdir(), TEMPORARY);
