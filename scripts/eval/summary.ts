import { COUNTED, type Counts, EXACT, rates, share } from './counts.js';
import type { Evaluation } from './evaluation.js';
import { NOTICE_FIELDS } from './score-notices.js';

/** Figures in percent with one decimal, by `<document>/<field>`; null where nothing was to compare. */
export type Summary = Record<string, number | null>;

/** The figures of an evaluation that are kept to compare later ones with. */
export function summarise({ documents, total, notices }: Evaluation): Summary {
  const summary: Summary = {};
  addFigures(summary, 'all', total);
  for (const document of documents) {
    addFigures(summary, `${document.gold} ${document.title.slice(0, 24)}`.trim(), document.counts);
  }
  if (notices) {
    summary['notices/f1'] = percent(rates(notices.found).f1);
    for (const field of NOTICE_FIELDS) {
      summary[`notices/${field}`] = percent(share(notices.exact[field]));
    }
  }
  return summary;
}

function addFigures(summary: Summary, name: string, counts: Counts): void {
  for (const field of COUNTED) {
    const { found, extra, missed } = counts[field];
    const any = found + extra + missed > 0;
    summary[`${name}/${field}`] = any ? percent(rates(counts[field]).f1) : null;
  }
  for (const field of EXACT) summary[`${name}/${field}`] = percent(share(counts[field]));
}

/** A share as percent with one decimal. */
export function percent(part: number): number;
export function percent(part: number | null): number | null;
export function percent(part: number | null): number | null {
  return part === null ? null : Math.round(part * 1000) / 10;
}

/** A figure that is not what it was. */
export interface Change {
  readonly figure: string;
  readonly before: number | null;
  readonly after: number | null;
}

/** What changed between two runs, the gains first, then the losses, the largest of each first. */
export function changes(before: Summary, after: Summary): Change[] {
  const figures = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...figures]
    .map((figure) => ({
      figure,
      before: before[figure] ?? null,
      after: after[figure] ?? null,
    }))
    .filter((change) => change.before !== change.after)
    .sort((a, b) => gain(b) - gain(a));
}

/** How much better a figure is; a loss is negative. */
export const gain = ({ before, after }: Change): number => (after ?? 0) - (before ?? 0);
