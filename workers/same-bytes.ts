import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { extname } from 'node:path';
import { sha256 } from './sha256.js';

/** Bytes of a file's beginning that are looked at. */
const LOOKED_AT = 2 ** 16;

/**
 * Does work on files that seem to hold the same bytes (of the same length, beginning and extension) one
 * after another, and on others at once: the store then has the result of the first when the next asks for it.
 */
export class SameBytes {
  /** The last work on each such file. */
  private readonly last = new Map<string, Promise<unknown>>();

  async inTurn<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
    const key = likenessOf(path);
    if (key === null) return work();
    const before = this.last.get(key);
    const done = before === undefined ? work() : before.then(work, work);
    this.last.set(key, done);
    try {
      return await done;
    } finally {
      if (this.last.get(key) === done) this.last.delete(key);
    }
  }
}

/** Null where the file cannot be read: whoever converts it says so. */
function likenessOf(path: string): string | null {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const beginning = Buffer.alloc(LOOKED_AT);
    const read = readSync(file, beginning, 0, LOOKED_AT, 0);
    const { size } = fstatSync(file);
    return `${extname(path).toLowerCase()} ${size} ${sha256(beginning.subarray(0, read))}`;
  } catch {
    return null;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}
