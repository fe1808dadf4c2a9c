import { type PlotOptions, plot } from '@observablehq/plot';
import { h, words } from '../element.js';
import type { Filter } from '../filters/filter.js';
import type { Page } from '../page.js';
import { say } from '../words/language.js';
import type { Word } from '../words/words.js';

/** The same data as a table: heads, then rows. */
export interface Table {
  readonly heads: readonly Word[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Where the number at the end of each row leads; left out: nowhere. */
  readonly addresses?: readonly string[];
}

/** A picture of what has been counted. */
export interface Picture {
  readonly title: Word;
  readonly says: string;
  /** How the plotting library is to draw it. */
  readonly options: PlotOptions;
  readonly table: Table;
  /** Filters that it takes no account of, as it sets them itself. */
  readonly ownFilters?: readonly (keyof Filter)[];
  /** What its colours mean: a class and a word each. */
  readonly keys?: readonly (readonly [className: string, word: Word])[];
}

/** A picture with what it says above and its data as a table below; says so where there is none. */
export function figureOf(picture: Picture, page: Page): HTMLElement {
  const { title, says, options, table, keys = [], ownFilters = [] } = picture;
  const caption = h('figcaption', {}, h('h2', {}, say(title)), h('p', {}, says));
  const { filter } = page.store.state;
  const passed = ownFilters.filter((name) => filter[name] !== '');
  if (passed.length > 0) {
    const filters = [...new Set(passed.map((name) => say(`filter_${name}` as Word)))].join('、');
    caption.append(h('p', {}, say('charts_own_filter', { filters })));
  }
  if (table.rows.length === 0) {
    return h('figure', { class: 'picture' }, caption, h('p', { class: 'nothing' }, say('no_data')));
  }
  if (keys.length > 0) caption.append(keyList(keys));
  const drawing = settled(plot({ className: 'plot', marginTop: 8, ...options }));
  return h(
    'figure',
    { class: 'picture' },
    caption,
    h('div', { class: 'drawing', tabindex: 0, role: 'group', 'aria-label': say(title) }, drawing),
    tableOf(table),
  );
}

const keyList = (keys: NonNullable<Picture['keys']>): HTMLElement =>
  h('ul', { class: 'keys' }, ...keys.map(([name, word]) => h('li', { class: name }, say(word))));

/** The drawing's own style element would not be let in; pictures.css says the same. */
function settled<Drawing extends Element>(drawing: Drawing): Drawing {
  for (const style of drawing.querySelectorAll('style')) style.remove();
  for (const link of drawing.querySelectorAll('a')) {
    const name = link.querySelector('title')?.textContent;
    if (name) link.setAttribute('aria-label', name);
    link.removeAttribute('target');
  }
  return drawing;
}

function tableOf({ heads, rows, addresses }: Table): HTMLElement {
  const cell = (value: string | number): HTMLElement =>
    h('td', {}, typeof value === 'number' ? String(value) : words(value));
  return h(
    'details',
    { class: 'as-table' },
    h('summary', {}, say('table_of')),
    h(
      'table',
      {},
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          ...heads.map((head) => h('th', { scope: 'col' }, say(head))),
          addresses ? h('td') : null,
        ),
      ),
      h(
        'tbody',
        {},
        ...rows.map((row, index) => h('tr', {}, ...row.map(cell), linkCell(addresses?.[index]))),
      ),
    ),
  );
}

const linkCell = (address: string | undefined): HTMLElement | null =>
  address === undefined ? null : h('td', {}, h('a', { href: address }, say('open_list')));
