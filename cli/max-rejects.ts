import { InvalidArgumentError } from 'commander';
import type { ExtractSummary } from '../workers/extract.js';
import { ExitStatus } from './exit-status.js';

/** How many inputs may be rejected before a run counts as failed: a number, or a share of all. */
export type MaxRejects = { readonly count: number } | { readonly percent: number };

/** `5` or `2.5%`. */
export function maxRejects(value: string): MaxRejects {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(value) ?? [];
  const most = Number(number);
  if (percent === '%' && most <= 100) return { percent: most };
  if (percent === '' && Number.isSafeInteger(most)) return { count: most };
  throw new InvalidArgumentError('Give a whole number, or a share of all inputs: 5, 2%.');
}

/** The status that a run ends with; where it is 1 for `most`, standard error says why. */
export function rejectStatus(
  { inputs, rejects }: Pick<ExtractSummary, 'inputs' | 'rejects'>,
  most: MaxRejects | undefined,
): number {
  const rejected = new Set(rejects.map(({ uri }) => uri)).size;
  if (most === undefined) return rejected > 0 ? ExitStatus.problems : ExitStatus.ok;
  const allowed = 'count' in most ? most.count : (inputs.length * most.percent) / 100;
  if (rejected <= allowed) return ExitStatus.ok;
  const limit = 'count' in most ? String(most.count) : `${most.percent}%`;
  process.stderr.write(
    `gongwen: ${rejected} of ${inputs.length} inputs rejected, more than --max-rejects ${limit}\n`,
  );
  return ExitStatus.problems;
}
