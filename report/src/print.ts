import { nameOf, type Row, type TargetRow, tasksOf } from './data/model.js';
import { h, shortened, words } from './element.js';
import type { Page } from './page.js';
import { amountWords, targetWords } from './records/row.js';
import { deadlineWords } from './words/dates.js';
import { say } from './words/language.js';

const MOST = 1000;
const MOST_TARGETS = 3;

/** The first targets of a row; rows of a table share up to dozens. */
function targetsInFew(targets: readonly TargetRow[]): string {
  const few = targets.slice(0, MOST_TARGETS);
  const said = few.map(({ record }) => `${record.indicator} ${targetWords(record)}`);
  const others = targets.length - few.length;
  return [...said, ...(others > 0 ? [`+${others}`] : [])].join('；');
}

const numbersOf = (row: Row): string => {
  if (row.kind === 'task') return targetsInFew(row.targets);
  if (row.kind === 'target') return targetsInFew([row]);
  return row.kind === 'parameter' ? amountWords(row.record) : '';
};

/** The open document's records as a table for paper, where lists cannot scroll. */
export function printedRecords(page: Page): HTMLElement {
  const doc = page.doc();
  const rows = page.rows().filter((row) => row.doc === doc);
  const body = rows.slice(0, MOST).map((row) => {
    const task = tasksOf(row)[0]?.record ?? null;
    return h(
      'tr',
      {},
      h('td', {}, words(task?.number ?? '')),
      h('td', {}, words(shortened(nameOf(row), 300))),
      h('td', {}, words(task?.units.map(({ name }) => name).join('、') ?? '')),
      h('td', {}, words(task?.deadlines.map(deadlineWords).join('；') ?? '')),
      h('td', {}, words(numbersOf(row))),
    );
  });
  const heads = (
    ['field_number', 'field_title', 'field_units', 'field_deadlines', 'field_targets'] as const
  ).map((name) => h('th', { scope: 'col' }, say(name)));
  return h(
    'section',
    { class: 'printed' },
    h('h2', {}, say('print_records')),
    h('table', {}, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...body)),
    rows.length > MOST && h('p', {}, say('printed_more', { n: rows.length - MOST })),
  );
}
