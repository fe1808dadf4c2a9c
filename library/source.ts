import { fileURLToPath } from 'node:url';
import { OptionError } from './errors.js';

/**
 * What a document can be given as: a path or `file:` URL, bytes, anything with `arrayBuffer()`
 * (`Blob`, `File`, `Response`), or a stream of bytes (of Node.js or of the web).
 */
export type Source =
  | string
  | URL
  | Uint8Array
  | ArrayBuffer
  | { arrayBuffer(): Promise<ArrayBuffer> }
  | AsyncIterable<Uint8Array>;

/** A source as the engine takes it: a file, or bytes that were read. */
export type OpenedSource = { readonly path: string } | { readonly content: Uint8Array };

/**
 * A path, or the bytes of a source. Of a stream no more than one byte over `maxBytes` is read, so
 * that what is too large is told as such.
 *
 * @throws OptionError where it is none of those kinds; what a stream throws
 */
export async function openSource(
  source: Source,
  maxBytes: number,
  signal?: AbortSignal,
): Promise<OpenedSource> {
  if (typeof source === 'string') return { path: source };
  if (source instanceof URL) return { path: pathOf(source) };
  if (source instanceof Uint8Array) return { content: source };
  if (source instanceof ArrayBuffer) return { content: new Uint8Array(source) };
  if (isObject(source) && 'arrayBuffer' in source) {
    return { content: new Uint8Array(await source.arrayBuffer()) };
  }
  if (isObject(source) && Symbol.asyncIterator in source) {
    return { content: await readUpTo(source, maxBytes + 1, signal) };
  }
  throw new OptionError(
    'The source is neither a path, nor bytes, nor a stream of bytes. Give a string, a URL, a Uint8Array, an ArrayBuffer, a Blob or a stream.',
  );
}

function pathOf(url: URL): string {
  if (url.protocol === 'file:') return fileURLToPath(url);
  throw new OptionError(
    `${url.protocol} addresses are not fetched. Give the answer of fetch() in its place.`,
  );
}

async function readUpTo(
  stream: AsyncIterable<Uint8Array>,
  most: number,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream) {
    signal?.throwIfAborted();
    if (!(piece instanceof Uint8Array)) {
      throw new OptionError('The stream gives no bytes. Do not set an encoding on it.');
    }
    pieces.push(piece.subarray(0, most - bytes));
    bytes += pieces.at(-1)!.length;
    if (bytes >= most) break;
  }
  return Buffer.concat(pieces, bytes);
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
