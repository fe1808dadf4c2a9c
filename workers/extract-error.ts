/** Wrong usage or environment: nothing was extracted, and the message says why. */
export class ExtractError extends Error {}

/** The run was stopped; what was finished is in the store, the former dataset stands. */
export class InterruptedError extends Error {}

/** An error of the system as one that tells the user what cannot be done; others as they are. */
export function asExtractError(error: unknown, says: string): Error {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === undefined ? (error as Error) : new ExtractError(`${says}: ${message}`);
}
