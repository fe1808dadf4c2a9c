import type { Deadline, Task, Unit } from '../../../schemas/index.js';
import { h, plain } from '../element.js';
import type { Page } from '../page.js';
import { sentenceAt } from '../text/sentence.js';
import { say } from '../words/language.js';
import type { Word } from '../words/words.js';
import { dateField, type Field, lineField, selectOf } from './fields.js';
import { proposedUnits } from './proposals.js';

const ROLES = ['lead', 'responsible', 'support'] as const;
const KINDS = ['by', 'period', 'recurring', 'ongoing'] as const;

/** One value of a list on its row of the form. */
interface Item<Value> {
  readonly element: HTMLElement;
  value(): Value;
}

/** The units of a task: name and role of each, and more from what is selected in the text. */
export function unitsField(task: Task, page: Page): Field {
  const { units } = task;
  return listField<Unit>(
    'field_units',
    units,
    page,
    (unit) => unitItem(unit, page),
    (place) => ({
      name: place.raw.replace(/\s+/g, ''),
      canonical: null,
      role: 'responsible',
      basis: 'list',
      inherited: false,
      rule: 'correction',
      ...place,
    }),
    (add) => proposedUnits(task, page, add),
  );
}

/** A unit's name can be cut or mended, but only to words that stand in the text. */
function unitItem(unit: Unit, page: Page): Item<Unit> {
  const name = h('input', {
    type: 'text',
    required: true,
    lang: 'zh-CN',
    'aria-label': say('filter_unit'),
  });
  name.value = unit.name;
  const check = (): void => {
    const said = bare(name.value);
    const stands = said === bare(unit.name) || bare(page.doc()?.text ?? '').includes(said);
    name.setCustomValidity(stands ? '' : say('not_in_text'));
  };
  name.addEventListener('input', check);
  const role = selectOf(
    unit.role,
    ROLES.map((key) => [key, say(`role_${key}` as Word)]),
  );
  role.setAttribute('aria-label', say('filter_role'));
  const value = (): Unit => {
    const said = name.value.trim();
    const canonical = said === unit.name ? unit.canonical : null;
    return { ...unit, name: said, canonical, role: role.value as Unit['role'] };
  };
  const said = groundsOf(unit, page, [
    unit.inherited && say('inherited'),
    say(`basis_${unit.basis}` as Word),
  ]);
  return { element: h('span', { class: 'item-fields' }, name, role, said), value };
}

/** The deadlines of a task. */
export function deadlinesField(deadlines: readonly Deadline[], page: Page): Field {
  const item = (deadline: Deadline): Item<Deadline> => deadlineItem(deadline, page);
  return listField<Deadline>('field_deadlines', deadlines, page, item, (place) => ({
    kind: 'by',
    start: null,
    end: null,
    every: null,
    year_basis: 'explicit',
    start_basis: null,
    rule: 'review',
    ...place,
  }));
}

function deadlineItem(deadline: Deadline, page: Page): Item<Deadline> {
  const kind = selectOf(
    deadline.kind,
    KINDS.map((key) => [key, say(`kind_${key}` as Word)]),
  );
  kind.setAttribute('aria-label', say('field_deadlines'));
  const start = dateField('filter_from', deadline.start);
  const end = dateField('filter_to', deadline.end);
  const every = lineField('kind_recurring', deadline.every);
  const value = (): Deadline => ({
    ...deadline,
    kind: kind.value as Deadline['kind'],
    start: start.value() as string | null,
    end: end.value() as string | null,
    every: every.value() as string | null,
  });
  const fields = [kind, start.element, end.element, every.element];
  const quote = h('span', { class: 'raw', lang: 'zh-CN' }, plain(deadline.raw));
  const { year_basis: basis } = deadline;
  const said = groundsOf(deadline, page, [
    (basis === 'item' || basis === 'document') && say(`year_${basis}`),
  ]);
  return { element: h('span', { class: 'item-fields' }, quote, ...fields, said), value };
}

/** Words of the text with their place. */
export interface Placed {
  readonly raw: string;
  readonly at: Unit['at'];
}

function listField<Value extends Placed>(
  word: Word,
  values: readonly Value[],
  page: Page,
  item: (value: Value) => Item<Value>,
  made: (place: Placed) => Value,
  proposals?: (add: (place: Placed) => void) => HTMLElement | null,
): Field {
  const items = new Set<Item<Value>>();
  const list = h('div', { class: 'items' });
  const add = (value: Value): void => {
    const one = item(value);
    items.add(one);
    const remove = (): void => {
      items.delete(one);
      row.remove();
    };
    const label = say('remove_item', { name: plain(value.raw) });
    const button = h('button', { type: 'button', 'aria-label': label, on: { click: remove } }, '✕');
    const row = h('div', { class: 'item' }, one.element, button);
    list.append(row);
  };
  for (const value of values) add(value);
  const fromText = (): void => {
    const place = placeOfSelection(page);
    if (place) add(made(place));
    else page.announce(say('nothing_selected'));
  };
  // A press must not take the selection away.
  const keep = (event: Event): void => event.preventDefault();
  const proposing = proposals ? proposals((place) => add(made(place))) : null;
  const button = h(
    'button',
    { type: 'button', class: 'add', on: { mousedown: keep, click: fromText } },
    say('add_selected'),
  );
  return {
    element: h('fieldset', {}, h('legend', {}, say(word)), list, button, proposing),
    value: () => [...items].map((one) => one.value()),
  };
}

/** Text without white space, in which a name that a line break parts is found too. */
const bare = (text: string): string => text.replace(/\s+/g, '');

/** Why a value is there: the rule that made it, what was inferred, and the sentence it stands in. */
function groundsOf(
  { rule, at }: { readonly rule: string; readonly at: Unit['at'] },
  page: Page,
  inferred: readonly (string | false)[],
): HTMLElement {
  const text = page.doc()?.text ?? '';
  return h(
    'span',
    { class: 'grounds' },
    ...inferred.flatMap((tag) => (tag ? [h('span', { class: 'tag inferred' }, tag)] : [])),
    h('code', {}, rule),
    h('q', { lang: 'zh-CN' }, plain(sentenceAt(text, at))),
  );
}

/** The selected words of the text; their page is that of the nearest known place before them. */
function placeOfSelection(page: Page): Placed | null {
  const selected = page.selected();
  const doc = page.doc();
  if (!selected || !doc) return null;
  const { start, end } = selected;
  let known = { start: -1, page: doc.record.source.page_start };
  for (const { record } of [...doc.tasks, ...doc.targets]) {
    if (record.at.start <= start && record.at.start > known.start) known = record.at;
  }
  return { raw: doc.text.slice(start, end), at: { page: known.page, start, end } };
}
