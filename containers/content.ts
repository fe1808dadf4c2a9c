import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { ContainerError } from './member.js';

/** What a container is read from: a file, bytes, or what another container unpacks as it goes. */
export type Content =
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly stream: AsyncIterable<Uint8Array> };

/** Enough to tell a kind: the head of a TAR's first file stands at 257, of a mail before its body. */
const HEAD_BYTES = 64 * 1024;

/** The first bytes, and the content with them. */
export async function withHead(content: Content): Promise<{ head: Buffer; content: Content }> {
  if ('bytes' in content) {
    return { head: Buffer.from(content.bytes.subarray(0, HEAD_BYTES)), content };
  }
  if ('path' in content) {
    const file = await open(content.path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      return { head: buffer.subarray(0, bytesRead), content };
    } finally {
      await file.close();
    }
  }
  const pieces = content.stream[Symbol.asyncIterator]();
  const taken: Uint8Array[] = [];
  for (let bytes = 0; bytes < HEAD_BYTES; ) {
    const next = await pieces.next();
    if (next.done) break;
    taken.push(next.value);
    bytes += next.value.length;
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    yield* taken;
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
  }
  const head = Buffer.concat(taken).subarray(0, HEAD_BYTES);
  return { head, content: { name: content.name, stream: again() } };
}

/** The content piece by piece; of a stream once. */
export function piecesOf(content: Content): AsyncIterable<Uint8Array> {
  if ('stream' in content) return content.stream;
  return 'path' in content ? createReadStream(content.path) : only(content.bytes);
}

/** All of it; of what is not in memory yet at most `most` bytes. @throws ContainerError */
export async function bytesOf(content: Content, most: number): Promise<Buffer> {
  if ('bytes' in content) return Buffer.from(content.bytes);
  return readAll(piecesOf(content), most);
}

/** A stream's bytes. @throws ContainerError `too_large` */
export async function readAll(stream: AsyncIterable<Uint8Array>, most: number): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    if (bytes > most) throw new ContainerError('too_large', `over ${most} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces, bytes);
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
