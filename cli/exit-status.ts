/** What the program's exit status says. */
export const ExitStatus = {
  ok: 0,
  /** The run finished; some inputs were rejected, or problems were found. */
  problems: 1,
  /** Wrong usage or environment. */
  usage: 2,
  interrupted: 130,
} as const;

/** Wrong usage or environment: the message is all that the user needs. */
export class UsageError extends Error {}
