import { readFileSync } from 'node:fs';
import { Correction } from '../../schemas/index.js';
import { readJsonLine } from '../json-line.js';
import { sha256 } from '../sha256.js';
import { CorrectionBook } from './correction-book.js';

/** The file of corrections cannot be used; the message says where and why. */
export class CorrectionsError extends Error {}

/** Problems that one message lists. */
const SHOWN = 5;

/**
 * Reads a file of corrections: one JSON object a line, empty lines passed over.
 *
 * @throws CorrectionsError where the file cannot be read or a line is no correction.
 */
export function readCorrections(file: string): CorrectionBook {
  const content = contentOf(file);
  const corrections: Correction[] = [];
  const problems: string[] = [];
  for (const [index, line] of content
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const { value, wrong } = readJsonLine(Correction, line);
    if (wrong === undefined) corrections.push(value);
    else problems.push(`${file}:${index + 1}: ${wrong}`);
  }
  if (problems.length > 0) {
    const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : [];
    throw new CorrectionsError([...problems.slice(0, SHOWN), ...more].join('\n'));
  }
  return new CorrectionBook(file, sha256(content), corrections);
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CorrectionsError(`Cannot read the corrections ${file}: ${(error as Error).message}`);
  }
}
