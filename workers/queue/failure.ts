import { UnrecoverableError } from 'bullmq';
import type { Reject } from '../../schemas/index.js';

/** Why a job failed for good, beside what lies in its document. */
const SENTENCES = {
  surroundings:
    'Its surroundings failed again and again (store or disk). Mend them, then type: gongwen retry.',
  other_version:
    'It was submitted by another version of gongwen. Submit it again with the workers’ version.',
  stalled: 'Its workers ended again and again while they were at it. Look into their log.',
  failed: 'The job failed. Look into the log of the worker.',
} as const;

export type FailureCode = keyof typeof SENTENCES;

/** Fails a job of a queue; `retried` says whether another try can help. */
export class JobError extends Error {
  constructor(
    readonly code: string,
    says: string,
  ) {
    super(`${code}: ${says}`);
  }
}

/** An error that ends its job for good; its message begins with a code. */
export const lastError = (code: string, says: string): UnrecoverableError =>
  new UnrecoverableError(`${code}: ${says}`);

/** The code that a failed job's reason begins with. */
export function codeOfReason(reason: string | undefined): string {
  if (!reason) return 'failed';
  if (/more than allowable limit/.test(reason)) return 'stalled';
  return /^([a-z][a-z0-9_]*): /.exec(reason)?.[1] ?? 'failed';
}

/** The reject of an input whose job failed for a reason that does not lie in the input. */
export function failureReject(uri: string, sha256: string | null, reason: string): Reject {
  const code = codeOfReason(reason);
  const sentence = code in SENTENCES ? SENTENCES[code as FailureCode] : SENTENCES.failed;
  const said = reason.replace(/^[a-z][a-z0-9_]*: /, '');
  return {
    uri,
    sha256,
    stage: 'extract',
    code,
    message: `${sentence} (${said})`,
    document_id: null,
  };
}
