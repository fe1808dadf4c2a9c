import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Rooms whose content decides what a conversion gives. */
const ROOMS = ['schemas', 'pipeline'];

/**
 * Digest of the code and data that turn bytes into records, as they run now (compiled or not). A
 * store key holds it, so that a changed rule or lexicon never meets results of the one before.
 */
export function pipelineFingerprint(): string {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const hash = createHash('sha256');
  for (const room of ROOMS) {
    const names = readdirSync(join(root, room), { recursive: true, encoding: 'utf8' });
    for (const name of names.sort()) {
      if (!/\.(?:js|ts|json|txt|utf8|tsv|csv)$/.test(name)) continue;
      hash.update(`${room}/${name}\0`).update(readFileSync(join(root, room, name)));
    }
  }
  return hash.digest('hex');
}
