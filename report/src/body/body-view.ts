import type { Entry } from '../../../pipeline/emit/calendar.js';
import { narrowedTo } from '../charts/narrowed.js';
import { PARTS, type Part, partsOf } from '../data/facts.js';
import { type Body, labelOf, nameOf, type TaskRow } from '../data/model.js';
import { h, words } from '../element.js';
import type { Page } from '../page.js';
import { addressOf } from '../route.js';
import { deadlineWords } from '../words/dates.js';
import { grouped, say } from '../words/language.js';
import { ofBody, quarterSheet, recordSheets, recordsOf, titleOf } from './body-sheets.js';
import { changesList, changesOf } from './changes.js';
import { downloads } from './downloads.js';
import type { Sheet } from './sheets.js';

/** Bodies that the list of all shows. */
const MOST = 300;

/** A body's own page; the list of bodies where the filter asks for none. */
export function bodyView(page: Page): HTMLElement {
  const body = page.dataset.body(page.store.state.filter.body);
  return body ? pageOf(page, body) : listOf(page);
}

/** Where a body's own page is, with the other filters as they are. */
export const bodyAddress = ({ store }: Page, body: Body): string => {
  const { state } = store;
  const filter = { ...state.filter, ...ofBody(body), role: '', kind: '' };
  return addressOf({ ...state, view: 'bodies', filter });
};

function pageOf(page: Page, body: Body): HTMLElement {
  const records = recordsOf(page, body);
  const { tasks, targets, parameters } = records;
  const count = (part: Part): number =>
    tasks.filter((task) => partsOf(task, body).has(part)).length;
  const number = (word: string, n: number, change: Parameters<typeof ofBody>[1]): HTMLElement =>
    h(
      'li',
      {},
      h('a', { href: narrowedTo(page, ofBody(body, change)) }, h('b', {}, grouped(n)), ' ', word),
    );
  const quarters = quarterSheet(page, body, records);
  const sheets = recordSheets(page, body, records);
  const title = titleOf(body);
  const { store } = page;
  const all = addressOf({
    ...store.state,
    view: 'bodies',
    filter: { ...store.state.filter, body: '' },
  });
  return h(
    'article',
    { class: 'body-page' },
    h('p', {}, h('a', { href: all }, `← ${say('body_all')}`)),
    h('h2', {}, words(title)),
    body.name !== title && h('p', { class: 'body-full' }, words(body.name)),
    h(
      'p',
      { class: 'body-facts' },
      h('span', {}, `${say('body_place')}：`, words(body.region ?? '–')),
      h('span', {}, `${say('body_names')}：`, words(body.names.join('、'))),
      body.is_group && h('span', {}, say('body_group')),
    ),
    downloads({ title, sheets: [quarters, ...sheets], entries: entriesOf(tasks) }),
    h(
      'ul',
      { class: 'numbers' },
      number(say('body_tasks'), tasks.length, { kind: 'task' }),
      ...PARTS.map((part) =>
        number(say(`part_${part}`), count(part), { kind: 'task', role: part }),
      ),
      number(say('body_targets'), targets.length, { kind: 'target' }),
      number(say('body_parameters'), parameters.length, { kind: 'parameter' }),
    ),
    ...[quarters, ...sheets].map(sheetElement),
    h(
      'section',
      {},
      h('h3', {}, say('body_changes')),
      changesList(page, changesOf(page, body, records)),
    ),
  );
}

const entriesOf = (tasks: readonly TaskRow[]): Entry[] =>
  tasks.flatMap((task) =>
    task.record.deadlines.map((deadline, index) => ({
      id: `${task.id}.${index + 1}`,
      deadline,
      title: nameOf(task),
      description: [
        deadlineWords(deadline),
        task.record.text,
        nameOf(task.doc),
        task.doc.record.doc_number ?? '',
      ]
        .filter(Boolean)
        .join('\n'),
    })),
  );

function sheetElement({ title, heads, rows }: Sheet): HTMLElement {
  const head = h('h3', {}, `${title}（${grouped(rows.length)}）`);
  if (rows.length === 0) return h('section', {}, h('h3', {}, title), h('p', {}, say('body_none')));
  return h(
    'section',
    {},
    head,
    h(
      'div',
      { class: 'sheet', tabindex: 0, role: 'region', 'aria-label': title },
      h(
        'table',
        {},
        h('thead', {}, h('tr', {}, ...heads.map((each) => h('th', { scope: 'col' }, each)))),
        h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map(cellElement)))),
      ),
    ),
  );
}

function cellElement({ value, address }: Sheet['rows'][number][number]): HTMLElement {
  const said = typeof value === 'number' ? grouped(value) : words(value);
  const name = typeof value === 'number' ? 'amount' : '';
  return h('td', { class: name }, address === undefined ? said : h('a', { href: address }, said));
}

function listOf(page: Page): HTMLElement {
  const { unit } = page.store.state.filter;
  const rows = page.rowsWith({ kind: 'task', body: '' });
  const counts = new Map<Body, Map<Part | 'all', number>>();
  for (const row of rows as readonly TaskRow[]) {
    for (const body of new Set(row.bodies)) {
      if (body === null || !isNamed(row, body, unit)) continue;
      const counted = counts.get(body) ?? new Map<Part | 'all', number>();
      for (const part of [...partsOf(row, body), 'all' as const]) {
        counted.set(part, (counted.get(part) ?? 0) + 1);
      }
      counts.set(body, counted);
    }
  }
  const busiest = [...counts].sort(
    ([a, n], [b, m]) => m.get('all')! - n.get('all')! || a.index - b.index,
  );
  const number = (body: Body, part: Part | 'all', n: number): HTMLElement => {
    const change = ofBody(body, { kind: 'task', ...(part === 'all' ? {} : { role: part }) });
    const said = n === 0 ? '0' : h('a', { href: narrowedTo(page, change) }, grouped(n));
    return h('td', { class: 'amount' }, said);
  };
  return h(
    'article',
    { class: 'body-page' },
    h('p', {}, say('bodies_intro', { n: grouped(busiest.length) })),
    h(
      'div',
      { class: 'sheet', tabindex: 0, role: 'region', 'aria-label': say('view_bodies') },
      h(
        'table',
        { class: 'bodies' },
        h(
          'thead',
          {},
          h(
            'tr',
            {},
            ...[
              say('filter_unit'),
              say('body_place'),
              say('body_tasks'),
              ...PARTS.map((part) => say(`part_${part}`)),
            ].map((each) => h('th', { scope: 'col' }, each)),
          ),
        ),
        h(
          'tbody',
          {},
          ...busiest
            .slice(0, MOST)
            .map(([body, counted]) =>
              h(
                'tr',
                {},
                h('td', {}, h('a', { href: bodyAddress(page, body) }, words(labelOf(body)))),
                h('td', {}, words(body.region ?? '')),
                number(body, 'all', counted.get('all')!),
                ...PARTS.map((part) => number(body, part, counted.get(part) ?? 0)),
              ),
            ),
        ),
      ),
    ),
    busiest.length > MOST && h('p', {}, say('bodies_more', { n: MOST })),
  );
}

/** Whether a body is one of those whose name is asked for, where one is. */
const isNamed = (row: TaskRow, body: Body, unit: string): boolean =>
  unit === '' ||
  row.record.units.some(
    ({ name, canonical }, index) =>
      row.bodies[index] === body && `${name}\n${canonical ?? ''}`.includes(unit),
  );
