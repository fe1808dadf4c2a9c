import { UnrecoverableError } from 'bullmq';
import { isRejectCode, type Reject, type RejectCode, rejectMessage } from '../../schemas/index.js';

/** Fails a job of a queue; `retried` says whether another try can help. */
export class JobError extends Error {
  constructor(
    readonly code: RejectCode,
    says: string,
  ) {
    super(`${code}: ${says}`);
  }
}

/** An error that ends its job for good; its message begins with a code. */
export const lastError = (code: RejectCode, says: string): UnrecoverableError =>
  new UnrecoverableError(`${code}: ${says}`);

/** The code that a failed job's reason begins with. */
export function codeOfReason(reason: string | undefined): RejectCode {
  if (!reason) return 'failed';
  if (/more than allowable limit/.test(reason)) return 'stalled';
  const code = /^([a-z][a-z0-9_]*): /.exec(reason)?.[1] ?? '';
  return isRejectCode(code) ? code : 'failed';
}

/** The reject of an input whose job failed for a reason that does not lie in the input. */
export function failureReject(uri: string, sha256: string | null, reason: string): Reject {
  const code = codeOfReason(reason);
  const says = reason.replace(/^[a-z][a-z0-9_]*: /, '');
  return {
    uri,
    sha256,
    stage: 'extract',
    code,
    message: rejectMessage(code, says),
    document_id: null,
  };
}
