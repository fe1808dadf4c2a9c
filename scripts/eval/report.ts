import Table from 'cli-table3';
import { COUNTED, type Counts, EXACT, rates, share } from './counts.js';
import type { Evaluation } from './evaluation.js';
import { NOTICE_FIELDS } from './score-notices.js';
import { type Change, gain, percent } from './summary.js';

/** Changes shown at most, gains and losses together. */
const CHANGES_SHOWN = 40;
/** No colours, and no rules between the rows. */
const PLAIN = {
  style: { head: [], border: [] },
  chars: { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' },
};

/** The figures as tables for people; with `misses`, that many of what went wrong, a document. */
export function report(
  { documents, total, notices }: Evaluation,
  changed: readonly Change[] | null,
  misses: number,
): string {
  const parts = [tableOfF1(documents, total), tableOfExact(total)];
  if (notices) parts.push(tableOfNotices(notices));
  for (const document of documents) {
    if (misses > 0)
      parts.push(listOf(`${document.gold} ${document.title}`, document.misses, misses));
  }
  if (notices && misses > 0) parts.push(listOf('notices', notices.misses, misses));
  if (changed) parts.push(listOfChanges(changed));
  return parts.filter((part) => part !== '').join('\n\n');
}

function tableOfF1(documents: Evaluation['documents'], total: Counts): string {
  const table = new Table({ head: ['F1 %', ...COUNTED], ...PLAIN });
  for (const { gold, title, counts } of documents) {
    table.push([`${gold} ${title}`.slice(0, 28), ...COUNTED.map((field) => f1(counts, field))]);
  }
  const all = (rate: 'f1' | 'precision' | 'recall') =>
    COUNTED.map((field) => rates(total[field])[rate]).map((part) => percent(part).toFixed(1));
  table.push(['all: F1', ...all('f1')]);
  table.push(['all: precision', ...all('precision')]);
  table.push(['all: recall', ...all('recall')]);
  return table.toString();
}

function f1(counts: Counts, field: (typeof COUNTED)[number]): string {
  const { found, extra, missed } = counts[field];
  return found + extra + missed === 0 ? '-' : percent(rates(counts[field]).f1).toFixed(1);
}

function tableOfExact(total: Counts): string {
  const table = new Table({ head: ['exact %', ...EXACT], ...PLAIN });
  table.push(['all', ...EXACT.map((field) => shown(share(total[field])))]);
  return table.toString();
}

function tableOfNotices({ found, exact }: NonNullable<Evaluation['notices']>): string {
  const table = new Table({ head: ['notices', 'F1 %', ...NOTICE_FIELDS], ...PLAIN });
  const fields = NOTICE_FIELDS.map((field) => shown(share(exact[field])));
  table.push([found.found + found.missed, percent(rates(found).f1).toFixed(1), ...fields]);
  return table.toString();
}

const shown = (part: number | null): string => (part === null ? '-' : percent(part).toFixed(1));

function listOf(title: string, lines: readonly string[], most: number): string {
  if (lines.length === 0) return '';
  const more = lines.length > most ? [`  … and ${lines.length - most} more`] : [];
  return [title, ...lines.slice(0, most).map((line) => `  ${line}`), ...more].join('\n');
}

function listOfChanges(changed: readonly Change[]): string {
  if (changed.length === 0) return 'No gains or losses against the kept result.';
  const half = CHANGES_SHOWN / 2;
  const shownChanges =
    changed.length > CHANGES_SHOWN ? [...changed.slice(0, half), ...changed.slice(-half)] : changed;
  const lines = shownChanges.map((change) => {
    const sign = gain(change) > 0 ? '+' : '';
    const from = change.before ?? '-';
    return `  ${sign}${gain(change).toFixed(1)}  ${change.figure}  ${from} → ${change.after ?? '-'}`;
  });
  return ['Gains and losses against the kept result:', ...lines].join('\n');
}
