import type { Change, Deadline, FieldChange, Unit } from '../../../schemas/index.js';
import type { PackedChange } from '../../payload.js';
import type { Body } from '../data/model.js';
import { h, shortened, words } from '../element.js';
import type { Page } from '../page.js';
import { addressOf } from '../route.js';
import { deadlineWords } from '../words/dates.js';
import { say } from '../words/language.js';
import { WORDS, type Word } from '../words/words.js';
import type { BodyRecords } from './body-sheets.js';

const MOST = 500;

/** The changes of a body's records: of those that stand, and of tasks that are no more. */
export function changesOf(
  { dataset }: Page,
  body: Body,
  { tasks, targets }: BodyRecords,
): readonly PackedChange[] {
  const own = new Set([...tasks, ...targets].map(({ id }) => id));
  return dataset.changes.filter(({ id, bodies }) => own.has(id) || bodies.includes(body.index));
}

/** A list of changes, each with a way to its record where it stands. */
export function changesList(page: Page, changes: readonly PackedChange[]): HTMLElement {
  if (changes.length === 0) return h('p', { class: 'none' }, say('body_no_changes'));
  return h(
    'ul',
    { class: 'changes' },
    ...changes.slice(0, MOST).map((change) => h('li', {}, ...changeLine(page, change))),
  );
}

function changeLine(page: Page, change: PackedChange): HTMLElement[] {
  const { kind, id, title } = change;
  const chosen = page.dataset.row(kind, id);
  const name = words(shortened(title || id, 120));
  const docId = change.document_id;
  const state = { ...page.store.state, view: 'review' as const, docId, chosen: chosen ?? null };
  return [
    h('span', { class: `tag change-${change.change}` }, say(`change_${change.change}`)),
    chosen ? h('a', { href: addressOf(state) }, name) : name,
    words(changeWords(change), 'change-words'),
  ];
}

/** What changed, in the language of the page. */
export function changeWords({ change, fields }: Change): string {
  if (change !== 'changed') return '';
  const said = fields.filter(({ field }) => field !== 'text').map(fieldWords);
  return said.length === 0 ? say('change_wording') : said.join('；');
}

function fieldWords({ field, from, to }: FieldChange): string {
  const name = `field_${field}` in WORDS ? say(`field_${field}` as Word) : field;
  return `${name}：${valueWords(from)} → ${valueWords(to)}`;
}

function valueWords(value: unknown): string {
  if (Array.isArray(value)) return shortened(value.map(valueWords).join('、') || '–', 120);
  if (typeof value !== 'object' || value === null) return shortened(String(value ?? '–'), 120);
  if ('kind' in value) return deadlineWords(value as Deadline);
  const { name, role } = value as Unit;
  return role === undefined ? JSON.stringify(value) : `${name}（${say(`role_${role}`)}）`;
}
