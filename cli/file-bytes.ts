import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { UsageError } from './exit-status.js';

/** Standard input. @throws UsageError where nothing is put on it */
export function givenInput(): typeof process.stdin {
  if (process.stdin.isTTY) throw new UsageError('Put a document on standard input.');
  return process.stdin;
}

/**
 * The bytes of the one file that a command reads; `-` is standard input.
 *
 * @throws UsageError where it is a folder or cannot be read
 */
export async function fileBytes(file: string): Promise<Buffer> {
  if (file === '-') {
    return buffer(givenInput());
  }
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EISDIR') {
      throw new UsageError(`${JSON.stringify(file)} is a folder; name one file.`);
    }
    throw new UsageError(`Cannot read ${file}: ${error.code ?? error.message}.`);
  });
}
