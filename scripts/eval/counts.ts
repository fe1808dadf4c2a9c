/** Fields that are counted as found, missed or extra. */
export const COUNTED = [
  'tasks',
  'units',
  'roles',
  'leads',
  'subjects',
  'deadlines',
  'targets',
] as const;
export type CountedField = (typeof COUNTED)[number];

/** Fields that are right or wrong where their task, target or document was found. */
export const EXACT = [
  'number',
  'title',
  'path',
  'target_op',
  'target_by',
  'target_indicator',
  'doc_title',
  'doc_number',
  'issuers',
  'issued_on',
] as const;
export type ExactField = (typeof EXACT)[number];

export interface Found {
  found: number;
  extra: number;
  missed: number;
}

export interface Exact {
  right: number;
  of: number;
}

export type Counts = Record<CountedField, Found> & Record<ExactField, Exact>;

export function noCounts(): Counts {
  const counted = COUNTED.map((field) => [field, { found: 0, extra: 0, missed: 0 }]);
  const exact = EXACT.map((field) => [field, { right: 0, of: 0 }]);
  return Object.fromEntries([...counted, ...exact]) as Counts;
}

/** Adds the counts of `part` to those of `total`. */
export function addCounts(total: Counts, part: Counts): void {
  for (const field of COUNTED) {
    total[field].found += part[field].found;
    total[field].extra += part[field].extra;
    total[field].missed += part[field].missed;
  }
  for (const field of EXACT) {
    total[field].right += part[field].right;
    total[field].of += part[field].of;
  }
}

/** Compares two lists of names, each name as often as it stands there. */
export function countNames(
  counts: Found,
  gold: readonly string[],
  predicted: readonly string[],
  note: (what: 'missed' | 'extra', name: string) => void = () => {},
): void {
  const left = new Map<string, number>();
  for (const name of predicted) left.set(name, (left.get(name) ?? 0) + 1);
  for (const name of gold) {
    const times = left.get(name) ?? 0;
    if (times > 0) {
      counts.found++;
      left.set(name, times - 1);
    } else {
      counts.missed++;
      note('missed', name);
    }
  }
  for (const [name, times] of left) {
    for (let time = 0; time < times; time++) {
      counts.extra++;
      note('extra', name);
    }
  }
}

export function countExact(counts: Exact, right: boolean): void {
  counts.of++;
  if (right) counts.right++;
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** Precision, recall and their harmonic mean; nothing predicted or nothing to find is 1. */
export function rates({ found, extra, missed }: Found): Rates {
  const precision = found + extra > 0 ? found / (found + extra) : 1;
  const recall = found + missed > 0 ? found / (found + missed) : 1;
  const sum = precision + recall;
  return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 };
}

/** Share of right ones, or null where there is nothing to compare. */
export const share = ({ right, of }: Exact): number | null => (of > 0 ? right / of : null);
