import { ContainerError } from './member.js';

/** The lines of a stream of UTF-8, without their ends. @throws ContainerError for one over `most` bytes */
export async function* byteLines(
  stream: AsyncIterable<Uint8Array>,
  most: number,
): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    let start = 0;
    for (let end = piece.indexOf(10); end >= 0; end = piece.indexOf(10, start)) {
      yield Buffer.concat([...parts, piece.subarray(start, end)]);
      parts = [];
      bytes = 0;
      start = end + 1;
    }
    if (start < piece.length) {
      parts.push(piece.subarray(start));
      bytes += piece.length - start;
      if (bytes > most) throw new ContainerError('too_large', `a line of over ${most} bytes`);
    }
  }
  if (bytes > 0) yield Buffer.concat(parts);
}
