import type { Reject } from '../schemas/index.js';
import { GongwenError } from './errors.js';

/** An input, or a record of it, was rejected where that is asked to be an error. */
export class RejectError extends GongwenError {
  override readonly name = 'RejectError';

  /** `rejects`: all of the call, at least one. */
  constructor(readonly rejects: readonly Reject[]) {
    super('rejected', rejects.map(({ uri, message }) => `${uri}: ${message}`).join('\n'));
  }
}
