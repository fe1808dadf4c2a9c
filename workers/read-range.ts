import { readSync } from 'node:fs';

/** Some bytes of an open file. Throws the system's error, or an error where the file ends before. */
export function readRange(file: number, start: number, end: number): Buffer {
  const bytes = Buffer.allocUnsafe(end - start);
  for (let read = 0; read < bytes.length; ) {
    const count = readSync(file, bytes, read, bytes.length - read, start + read);
    if (count === 0) throw new Error('A file that is being read has become shorter');
    read += count;
  }
  return bytes;
}
