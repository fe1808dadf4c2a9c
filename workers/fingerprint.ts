import { createHash, type Hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { addFile } from './sha256.js';

/** Rooms whose content decides what a conversion gives. */
const ROOMS = ['schemas', 'pipeline'];

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** Holds the digest where the program was built, so that no command reads all of its code for it. */
export const FINGERPRINT_FILE = join(ROOT, 'program/fingerprint');

/**
 * Digest of the code and data that turn bytes into records, as they run now (compiled or not). A
 * store key holds it, so that a changed rule or lexicon never meets results of the one before.
 */
export function pipelineFingerprint(): string {
  try {
    return readFileSync(FINGERPRINT_FILE, 'utf8');
  } catch {
    return fingerprintOf(ROOT);
  }
}

/** The digest of the rooms below a folder. */
export function fingerprintOf(root: string): string {
  const hash = createHash('sha256');
  for (const room of ROOMS) addFolder(hash, root, room);
  return hash.digest('hex');
}

/** By hand: `recursive` of readdir takes longer than the reading of all files. */
function addFolder(hash: Hash, root: string, folder: string): void {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) addFolder(hash, root, name);
    else if (/\.(?:js|ts|json|txt|utf8|tsv|csv)$/.test(name)) {
      hash.update(`${name}\0`);
      addFile(hash, root + name);
    }
  }
}
