import type { FileHandle } from 'node:fs/promises';

/** Bytes that are looked through together. */
const PIECE = 1 << 20;
const LINE_FEED = 0x0a;
/** How JSON writes the half of a character, which no UTF-8 has and DuckDB refuses. */
const HALF = Buffer.from('\\ud');

/** Where the lines of a file begin, in bytes. */
export interface LinePlaces {
  /** Of each line, and then the file's end. */
  readonly starts: Float64Array;
  readonly count: number;
  /** Bytes of the longest line. */
  readonly longest: number;
  /** Whether a line may hold half a character. */
  readonly hasHalves: boolean;
}

/** Looks through a file for its lines; it is read once and not kept. */
export async function linePlaces(file: FileHandle): Promise<LinePlaces> {
  const starts = [0];
  let longest = 0;
  let hasHalves = false;
  let at = 0;
  let tail = Buffer.alloc(0);
  for (const buffer = Buffer.alloc(PIECE); ; ) {
    const { bytesRead } = await file.read(buffer, 0, PIECE, at);
    if (bytesRead === 0) break;
    const piece = buffer.subarray(0, bytesRead);
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, end + 1)) {
      longest = Math.max(longest, at + end - starts.at(-1)!);
      starts.push(at + end + 1);
    }
    hasHalves ||= Buffer.concat([tail, piece]).includes(HALF);
    tail = Buffer.from(piece.subarray(-(HALF.length - 1)));
    at += bytesRead;
  }
  if (starts.at(-1) !== at) {
    longest = Math.max(longest, at - starts.at(-1)!);
    starts.push(at);
  }
  return { starts: Float64Array.from(starts), count: starts.length - 1, longest, hasHalves };
}

/** A line's bytes, without its line feed. */
export async function readLine(
  file: FileHandle,
  { starts }: LinePlaces,
  line: number,
): Promise<Buffer> {
  const start = starts[line]!;
  const bytes = Buffer.alloc(starts[line + 1]! - start);
  await file.read(bytes, 0, bytes.length, start);
  return bytes.at(-1) === LINE_FEED ? bytes.subarray(0, -1) : bytes;
}
