import Table from 'cli-table3';
import type { Counts } from '../workers/counts.js';
import type { ExtractSummary } from '../workers/extract.js';
import type { InputSummary } from '../workers/merge.js';
import { printable } from './printable.js';

const COLUMNS: readonly (keyof Counts)[] = [
  'documents',
  'tasks',
  'units',
  'targets',
  'deadlines',
  'warnings',
  'rejects',
];

/** Inputs that are shown one by one; the table ends with the sum of all. */
const MOST_ROWS = 40;

/** The summary of a run for people; columns stay straight under Chinese names. */
export function summaryTable(summary: ExtractSummary, colour: boolean): string {
  const table = new Table({
    head: ['input', ...COLUMNS, 'seconds'],
    colAligns: ['left', ...COLUMNS.map(() => 'right' as const), 'right'],
    style: { head: colour ? ['bold'] : [], border: colour ? ['grey'] : [], compact: true },
  });
  for (const input of summary.inputs.slice(0, MOST_ROWS)) {
    table.push([shortened(input.uri), ...figures(input.counts), secondsOf(input)]);
  }
  const others = summary.inputs.length - MOST_ROWS;
  if (others > 0) table.push([`… and ${others} more`, ...COLUMNS.map(() => ''), '']);
  table.push(['total', ...figures(summary.counts), summary.seconds.toFixed(1)]);
  return `${table.toString()}\n`;
}

const figures = (counts: Counts): string[] =>
  COLUMNS.map((column) => counts[column].toLocaleString('en-US'));

const secondsOf = ({ cached, milliseconds }: InputSummary): string =>
  cached ? 'stored' : (milliseconds / 1000).toFixed(1);

const LONGEST_NAME = 44;

/** A long name keeps its end, which tells it from the others. */
function shortened(uri: string): string {
  const letters = [...printable(uri)];
  return letters.length > LONGEST_NAME
    ? `…${letters.slice(1 - LONGEST_NAME).join('')}`
    : letters.join('');
}
