import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** Digest of some content, 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Digest of what several files hold, one after another. Throws the system's error. */
export function sha256OfFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex');
}
