import { closeSync, existsSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 18;
const LINE_FEED = 10;

/** A line of a file, with its place in it. */
export interface FileLine {
  /** Byte at which it begins. */
  readonly start: number;
  /** Byte after its line feed. */
  readonly end: number;
  /** Without the line feed. */
  readonly bytes: Buffer;
}

/** The lines of a file, one after another; none where there is no such file. */
export function* fileLines(path: string): Generator<FileLine> {
  if (!existsSync(path)) return;
  const file = openSync(path, 'r');
  try {
    let pending = Buffer.alloc(0);
    let start = 0;
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const read = readSync(file, chunk, 0, CHUNK, null);
      const block = Buffer.concat([pending, chunk.subarray(0, read)]);
      let from = 0;
      // What was pending holds no line feed: the search goes on behind it.
      let at = block.indexOf(LINE_FEED, pending.length);
      for (; at >= 0; at = block.indexOf(LINE_FEED, from)) {
        const bytes = block.subarray(from, at);
        yield { start, end: start + bytes.length + 1, bytes };
        start += bytes.length + 1;
        from = at + 1;
      }
      pending = block.subarray(from);
      if (read === 0) break;
    }
    if (pending.length > 0) yield { start, end: start + pending.length, bytes: pending };
  } finally {
    closeSync(file);
  }
}

/** The records of a file of JSON lines. */
export function* fileRecords<Row>(path: string): Generator<Row> {
  for (const { bytes } of fileLines(path)) {
    if (bytes.length > 0) yield JSON.parse(bytes.toString('utf8')) as Row;
  }
}
