/** The middle one of some numbers, the larger of two; there is at least one. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[numbers.length >> 1]!;
