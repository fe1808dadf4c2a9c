import { readFileSync } from 'node:fs';
import type { ConvertOptions } from '../../pipeline/converted.js';
import { sha256 } from '../sha256.js';
import { JobError } from './failure.js';

/**
 * The file that holds the word which opens encrypted inputs. Batches and jobs name it in place of
 * the word; its digest tells whether it still holds the same one. Who sees the digest can try words
 * on it, as who has the input can on that.
 */
export interface PasswordFile {
  /** Absolute; the same on all machines. */
  readonly path: string;
  /** Of the word. */
  readonly sha256: string;
}

/** The first line of a file, which is a password. Throws the system's error. */
export const readPassword = (path: string): string =>
  readFileSync(path, 'utf8').split(/\r?\n/, 1)[0]!;

/**
 * The options with the password that a batch was submitted with.
 *
 * @throws JobError where the file is not to be read here, or holds another word by now
 */
export function withPassword(
  options: ConvertOptions,
  file: PasswordFile | undefined,
): ConvertOptions {
  if (file === undefined) return options;
  let password: string;
  try {
    password = readPassword(file.path);
  } catch (error) {
    throw new JobError('environment', `the password cannot be read: ${(error as Error).message}`);
  }
  if (sha256(password) === file.sha256) return { ...options, password };
  throw new JobError('environment', `${file.path} holds another password than when submitted`);
}
