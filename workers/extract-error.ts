/** Wrong usage or environment: nothing was extracted, and the message says why. */
export class ExtractError extends Error {}

/** The run was stopped; what was finished is in the store, the former dataset stands. */
export class InterruptedError extends Error {}
