import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { FileCount } from '../pipeline/emit/data-package.js';

const BUFFERED = 1 << 16;

/** A file that is written once from its beginning, its rows and bytes counted on the way. */
export class CountedFile {
  private readonly file: number;
  private readonly hash = createHash('sha256');
  private pending = '';
  private rows = 0;
  private bytes = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  /** Appends one line; it ends in a line feed. */
  add(line: string): void {
    this.rows++;
    this.pending += line;
    if (this.pending.length >= BUFFERED) this.flush();
  }

  close(): FileCount {
    this.flush();
    closeSync(this.file);
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private flush(): void {
    const chunk = Buffer.from(this.pending);
    this.pending = '';
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let written = 0; written < chunk.length; ) {
      written += writeSync(this.file, chunk, written);
    }
  }
}
