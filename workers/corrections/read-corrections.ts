import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Correction } from '../../schemas/index.js';
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
    const read = correctionOf(line);
    if (typeof read === 'string') problems.push(`${file}:${index + 1}: ${read}`);
    else corrections.push(read);
  }
  if (problems.length > 0) {
    const more = problems.length > SHOWN ? [`and ${problems.length - SHOWN} more`] : [];
    throw new CorrectionsError([...problems.slice(0, SHOWN), ...more].join('\n'));
  }
  const sha256 = createHash('sha256').update(content).digest('hex');
  return new CorrectionBook(file, sha256, corrections);
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CorrectionsError(`Cannot read the corrections ${file}: ${(error as Error).message}`);
  }
}

function correctionOf(line: string): Correction | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const parsed = Correction.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  return issues.join('; ');
}
