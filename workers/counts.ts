import type { ConvertedDocument, ConvertResult } from '../pipeline/converted.js';

/** What was found, in one input or in all. */
export interface Counts {
  readonly documents: number;
  readonly tasks: number;
  readonly units: number;
  readonly targets: number;
  readonly deadlines: number;
  readonly warnings: number;
  readonly rejects: number;
}

export const NO_COUNTS: Counts = {
  documents: 0,
  tasks: 0,
  units: 0,
  targets: 0,
  deadlines: 0,
  warnings: 0,
  rejects: 0,
};

export function countsOf(result: ConvertResult): Counts {
  const { documents } = result;
  const sum = (count: (converted: ConvertedDocument) => number): number =>
    documents.reduce((total, converted) => total + count(converted), 0);
  return {
    documents: documents.length,
    tasks: sum(({ tasks }) => tasks.length),
    units: sum(({ tasks }) => tasks.reduce((total, task) => total + task.units.length, 0)),
    targets: sum(({ targets }) => targets.length),
    deadlines: sum(({ tasks }) => tasks.reduce((total, task) => total + task.deadlines.length, 0)),
    warnings: sum(({ document }) => document.warnings.length),
    rejects: result.rejects.length,
  };
}

export function addCounts(a: Counts, b: Counts): Counts {
  const keys = Object.keys(NO_COUNTS) as (keyof Counts)[];
  return Object.fromEntries(keys.map((key) => [key, a[key] + b[key]])) as unknown as Counts;
}

/** What all inputs gave, with rejects that are of none of them. */
export function totalCounts(
  inputs: readonly { readonly counts: Counts }[],
  rejects: number,
): Counts {
  const none: Counts = { ...NO_COUNTS, rejects };
  return inputs.reduce((sum, { counts }) => addCounts(sum, counts), none);
}
