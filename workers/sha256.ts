import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Digest of some content, 64 hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** Digest of what several files hold, one after another. Throws the system's error. */
export function sha256OfFiles(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths) addFile(hash, path);
  return hash.digest('hex');
}

/** Digest and bytes of a file. Throws the system's error. */
export function sha256OfFile(path: string): { readonly sha256: string; readonly bytes: number } {
  const hash = createHash('sha256');
  const bytes = addFile(hash, path);
  return { sha256: hash.digest('hex'), bytes };
}

/** A piece at a time, so that a file may be larger than memory. */
const PIECE = Buffer.allocUnsafeSlow(2 ** 18);

/** Adds what a file holds to a digest; gives its bytes. Throws the system's error. */
export function addFile(hash: Hash, path: string): number {
  const file = openSync(path, 'r');
  try {
    let bytes = 0;
    for (let read = readSync(file, PIECE); read > 0; read = readSync(file, PIECE)) {
      hash.update(read === PIECE.length ? PIECE : PIECE.subarray(0, read));
      bytes += read;
    }
    return bytes;
  } finally {
    closeSync(file);
  }
}
