import type { Quantity, Target } from '../../../schemas/index.js';
import { doubtsOf } from '../data/doubts.js';
import { partOf } from '../data/facts.js';
import { nameOf, type Row, type TaskRow, tasksOf } from '../data/model.js';
import { h, shortened, words } from '../element.js';
import type { Status } from '../review/decisions.js';
import { byWords, deadlineWords } from '../words/dates.js';
import { say } from '../words/language.js';
import { warningWords } from '../words/warnings.js';
import type { Word } from '../words/words.js';

/** Height of a row of the list, CSS pixels; its style keeps to it. */
export const ROW_HEIGHT = 90;

const MOST = 160;

/** A record as a row of the list: what it is called, who does it, by when, where it stands. */
export function rowElement(row: Row, status: Status): HTMLElement {
  const task = row.kind === 'task' || row.kind === 'deadline' ? tasksOf(row)[0]! : null;
  const number = task?.record.number ?? null;
  const { region, issued_on: issued } = row.doc.record;
  return h(
    'div',
    { class: `record-row ${row.kind} ${status}` },
    h(
      'div',
      { class: 'record-name' },
      number !== null && words(shortened(number, 12), 'number'),
      row.kind !== 'task' && h('span', { class: `kind ${row.kind}` }, say(`class_${row.kind}`)),
      words(shortened(row.kind === 'warning' ? warningWords(row.record) : nameOf(row), MOST)),
      status !== 'open' &&
        h('span', { class: `status ${status}` }, say(`status_${status}` as Word)),
    ),
    h('div', { class: 'record-facts' }, ...factsOf(row)),
    h(
      'div',
      { class: 'record-place' },
      region !== null && words(region, 'region'),
      words(shortened(nameOf(row.doc), 60), 'doc'),
      issued !== null && words(issued, 'issued'),
    ),
  );
}

function factsOf(row: Row): HTMLElement[] {
  switch (row.kind) {
    case 'task':
      return [...unitChips(row), ...taskChips(row), ...doubtChips(row)];
    case 'deadline':
      return [chip('deadline', deadlineWords(row.record)), ...unitChips(row.task)];
    case 'target':
      return [words(targetWords(row.record), 'chip target'), ...row.tasks.flatMap(unitChips)];
    case 'parameter':
      return [
        words(amountWords(row.record), 'chip parameter'),
        ...(row.task ? unitChips(row.task) : []),
      ];
    case 'warning':
      return row.task ? [words(shortened(nameOf(row.task), 60))] : [];
  }
}

const chip = (kind: string, said: string): HTMLElement =>
  h('span', { class: `chip ${kind}` }, said);

function unitChips(row: TaskRow): HTMLElement[] {
  const { units } = row.record;
  const chips = units.slice(0, 3).map((unit) => {
    const part = partOf(row, unit);
    const name = words(shortened(unit.name, 16), `chip ${classOf(part)}`);
    name.title = say(`role_${part}`);
    return name;
  });
  return units.length > 3 ? [...chips, chip('unit', `+${units.length - 3}`)] : chips;
}

/** How a unit's part is painted: a lead that was inferred in another way than a written one. */
export const classOf = (part: ReturnType<typeof partOf>): string =>
  part === 'lead' ? 'lead' : part === 'first_listed' ? 'first' : 'unit';

function taskChips({ record, targets }: TaskRow): HTMLElement[] {
  const chips = record.deadlines.slice(0, 1).map((each) => chip('deadline', deadlineWords(each)));
  if (targets.length > 0) chips.push(chip('target', `${say('class_target')} ${targets.length}`));
  return chips;
}

/** The weightiest doubt, where it is more than an inference that is marked already. */
const doubtChips = (row: Row): HTMLElement[] =>
  doubtsOf(row)
    .slice(0, 1)
    .filter((doubt) => doubt === 'warning' || doubt === 'ocr')
    .map((doubt) => chip('warning', say(`doubt_${doubt}`)));

export const OPERATORS = {
  '>=': 'op_ge',
  '<=': 'op_le',
  '=': 'op_eq',
  increase: 'op_increase',
  decrease: 'op_decrease',
} as const satisfies Record<Target['op'], Word>;

/** How much, and by when. */
export function targetWords(target: Target): string {
  return `${amountWords(target)}${target.by ? ` · ${byWords(target.by)}` : ''}`;
}

/** How much: 不低于 95%. */
export function amountWords({ op, value, unit }: Pick<Quantity, 'op' | 'value' | 'unit'>): string {
  return `${op === null ? '' : `${say(OPERATORS[op])} `}${value}${unit ?? ''}`;
}
