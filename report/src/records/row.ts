import type { Deadline, Target } from '../../../schemas/index.js';
import { partOf } from '../data/facts.js';
import { nameOf, type Row, type TaskRow } from '../data/model.js';
import { h, shortened, words } from '../element.js';
import type { Status } from '../review/decisions.js';
import { say } from '../words/language.js';
import type { Word } from '../words/words.js';

/** Height of a row of the list, CSS pixels; its style keeps to it. */
export const ROW_HEIGHT = 74;

const MOST = 160;

/** A record as a row of the list: what it is called, who does it, by when. */
export function rowElement(row: Row, status: Status): HTMLElement {
  const number = row.kind === 'task' ? row.record.number : null;
  return h(
    'div',
    { class: `record-row ${row.kind} ${status}` },
    h(
      'div',
      { class: 'record-name' },
      number !== null && words(shortened(number, 12), 'number'),
      row.kind === 'target' && h('span', { class: 'kind' }, say('class_target')),
      words(shortened(nameOf(row), MOST)),
      status !== 'open' &&
        h('span', { class: `status ${status}` }, say(`status_${status}` as Word)),
    ),
    h(
      'div',
      { class: 'record-facts' },
      ...(row.kind === 'task' ? taskFacts(row) : [targetFact(row.record)]),
      words(shortened(nameOf(row.doc), 40), 'doc'),
    ),
  );
}

function taskFacts(row: TaskRow): HTMLElement[] {
  const { units, deadlines } = row.record;
  const facts: HTMLElement[] = [];
  for (const unit of units.slice(0, 3)) {
    facts.push(
      words(shortened(unit.name, 16), `chip ${partOf(row, unit) === 'lead' ? 'lead' : 'unit'}`),
    );
  }
  if (units.length > 3) facts.push(h('span', { class: 'chip unit' }, `+${units.length - 3}`));
  for (const deadline of deadlines.slice(0, 1)) {
    facts.push(h('span', { class: 'chip deadline' }, deadlineWords(deadline)));
  }
  if (row.targets.length > 0) {
    facts.push(h('span', { class: 'chip target' }, `${say('class_target')} ${row.targets.length}`));
  }
  return facts;
}

const targetFact = (target: Target): HTMLElement => words(targetWords(target), 'chip target');

/** When, in a few words: 2025-08-31, 2023-01-01–2027-12-31, every P3M, ongoing. */
export function deadlineWords({ kind, start, end, every }: Deadline): string {
  if (kind === 'period') return `${start ?? ''}–${end ?? ''}`;
  if (kind === 'recurring') return `${say('kind_recurring')} ${every ?? ''}`;
  if (kind === 'ongoing') return say('kind_ongoing');
  return end ?? '';
}

export const OPERATORS = {
  '>=': 'op_ge',
  '<=': 'op_le',
  '=': 'op_eq',
  increase: 'op_increase',
  decrease: 'op_decrease',
} as const satisfies Record<Target['op'], Word>;

/** How much, and by when. */
export function targetWords({ op, value, unit, by }: Target): string {
  return `${say(OPERATORS[op])} ${value}${unit ?? ''}${by ? ` · ${by}` : ''}`;
}
