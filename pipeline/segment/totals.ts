/** What the whole dictionary tells of each word by all others. */
export interface Totals {
  /** Sum of all frequencies. */
  readonly sum: number;
  readonly least: number;
  readonly median: number;
  /** Mean inverse document frequency, which words without one are given. */
  readonly mean: number;
}

/** Counted through all lines of a dictionary. */
export function totalsOf(dictionary: string, inverse: string): Totals {
  const counts = new Map<number, number>();
  let words = 0;
  let sum = 0;
  eachNumber(dictionary, (frequency) => {
    counts.set(frequency, (counts.get(frequency) ?? 0) + 1);
    sum += frequency;
    words++;
  });
  const ordered = [...counts].sort((a, b) => a[0] - b[0]);
  let before = 0;
  const median = ordered.find(([, count]) => {
    before += count;
    return before > words >> 1;
  })![0];
  let weights = 0;
  let lines = 0;
  eachNumber(inverse, (weight) => {
    weights += weight;
    lines++;
  });
  return { sum, least: ordered[0]![0], median, mean: weights / lines };
}

/** The number behind the first blank of each line. */
function eachNumber(lines: string, see: (value: number) => void): void {
  for (let start = 0; start < lines.length; ) {
    const lineEnd = lines.indexOf('\n', start);
    const end = lineEnd < 0 ? lines.length : lineEnd;
    see(Number.parseFloat(lines.slice(lines.indexOf(' ', start) + 1, end)));
    start = end + 1;
  }
}
