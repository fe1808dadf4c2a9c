const ZIP_START = 'PK\x03\x04';
const HEAD_BYTES = 4096;
/** A directory of 20,000 entries stands within this many bytes of the end. */
const TAIL_BYTES = 256 * 1024;

/**
 * Tells by its bytes whether a zip file holds a path, without opening it: the names stand plain
 * before each file and in the directory at the end. A file that is cut short still says by its
 * first names what it was.
 */
export function zipNames(bytes: Uint8Array, path: string): boolean {
  if (latin(bytes.subarray(0, 4)) !== ZIP_START) return false;
  const head = bytes.subarray(0, HEAD_BYTES);
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL_BYTES));
  return [head, tail].some((part) => latin(part).includes(path));
}

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
