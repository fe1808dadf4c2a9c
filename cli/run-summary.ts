import type { Reject } from '../schemas/index.js';
import type { ExtractSummary } from '../workers/extract.js';
import { type StaleOutput, staleOutputs } from '../workers/stale-outputs.js';
import { printable } from './printable.js';

/**
 * Prints what a run gave: for people, or as JSON; rejects, and what in the dataset's folder tells of a
 * former state of it, go to standard error.
 */
export async function printSummary(
  summary: ExtractSummary,
  flags: { readonly out: string; readonly json?: true; readonly quiet?: true },
): Promise<void> {
  const stale = staleOutputs(summary.out);
  if (flags.json) process.stdout.write(`${JSON.stringify(jsonSummary(summary, stale))}\n`);
  if (flags.quiet) return;
  if (!flags.json) {
    const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
    const { summaryTable } = await import('./summary-table.js');
    process.stdout.write(summaryTable(summary, colour));
  }
  printRejects(summary.rejects, flags.out);
  for (const { path, command } of stale) {
    process.stderr.write(
      `stale: ${printable(path)} tells of the dataset before; renew it: ${printable(command)}\n`,
    );
  }
}

function jsonSummary(
  { inputs, rejects, ...rest }: ExtractSummary,
  stale: readonly StaleOutput[],
): object {
  return {
    ...rest,
    stale,
    inputs: inputs.map(({ uri, sha256, cached, counts }) => ({ uri, sha256, cached, ...counts })),
    rejects,
  };
}

const MOST_REJECTS = 10;

/** The first rejects, on standard error; `out` is where all of them stand, if anywhere. */
export function printRejects(rejects: readonly Reject[], out: string | null): void {
  for (const { uri, code, message } of rejects.slice(0, MOST_REJECTS)) {
    process.stderr.write(`rejected: ${printable(uri)}: ${code}: ${printable(message)}\n`);
  }
  const others = rejects.length - MOST_REJECTS;
  if (others <= 0) return;
  process.stderr.write(
    `and ${others} more${out === null ? '' : `: see rejects.jsonl in ${out}`}\n`,
  );
}
