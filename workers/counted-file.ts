import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';
import type { FileCount } from '../pipeline/emit/data-package.js';

const BUFFERED = 1 << 16;
/** What is copied from other files passes through here, a piece at a time. */
const PIECE = Buffer.allocUnsafeSlow(1 << 18);
/** Bytes that are copied in one go at most, so that the process can look at its signals. */
const LONGEST = 1 << 22;

/** Bytes of an open file that stand for so many whole lines. */
export interface LineRange {
  readonly file: number;
  readonly start: number;
  readonly end: number;
  readonly rows: number;
}

/** A file that is written once from its beginning, its rows and bytes counted on the way. */
export class CountedFile {
  private readonly file: number;
  private readonly hash = createHash('sha256');
  private pending = '';
  /** Lines that are to be copied next; those after one another make one range. */
  private range: LineRange | null = null;
  private rows = 0;
  private bytes = 0;

  constructor(path: string) {
    this.file = openSync(path, 'w');
  }

  /** Appends one line; it ends in a line feed. */
  add(line: string): void {
    if (this.range) this.copyRange();
    this.rows++;
    this.pending += line;
    if (this.pending.length >= BUFFERED) this.flush();
  }

  /** Appends lines of another file as they stand there. */
  copy(lines: LineRange): void {
    if (lines.start === lines.end) return;
    if (this.pending !== '') this.flush();
    const { range } = this;
    if (range?.file === lines.file && range.end === lines.start) {
      this.range = { ...range, end: lines.end, rows: range.rows + lines.rows };
    } else {
      if (range) this.copyRange();
      this.range = lines;
    }
    if (this.range!.end - this.range!.start >= LONGEST) this.copyRange();
  }

  /** Writes what waits; then files that lines were copied from may be closed. */
  settle(): void {
    if (this.range) this.copyRange();
    if (this.pending !== '') this.flush();
  }

  close(): FileCount {
    this.settle();
    closeSync(this.file);
    return { rows: this.rows, bytes: this.bytes, sha256: this.hash.digest('hex') };
  }

  private flush(): void {
    const chunk = Buffer.from(this.pending);
    this.pending = '';
    this.write(chunk);
  }

  private copyRange(): void {
    const { file, start, end, rows } = this.range!;
    this.range = null;
    this.rows += rows;
    for (let at = start; at < end; ) {
      const read = readSync(file, PIECE, 0, Math.min(PIECE.length, end - at), at);
      if (read === 0) throw new Error('A file that is copied from has become shorter');
      this.write(PIECE.subarray(0, read));
      at += read;
    }
  }

  private write(chunk: Uint8Array): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let written = 0; written < chunk.length; ) {
      written += writeSync(this.file, chunk, written);
    }
  }
}
