import { h, words } from '../element.js';
import { say } from '../words/language.js';
import type { Word } from '../words/words.js';

/** The same data as a table: heads, then rows. */
export interface Table {
  readonly heads: readonly Word[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/**
 * A picture with what it says above and its data as a table below. `plot` is what the plotting
 * library has drawn; null where there is nothing to draw.
 */
export function figureOf(
  title: Word,
  says: string,
  plot: (SVGSVGElement | HTMLElement) | null,
  table: Table,
): HTMLElement {
  if (plot) settle(plot);
  return h(
    'figure',
    { class: 'picture' },
    h('figcaption', {}, h('h2', {}, say(title)), h('p', {}, says)),
    plot
      ? h('div', { class: 'drawing', tabindex: 0, role: 'group', 'aria-label': say(title) })
      : h('p', { class: 'nothing' }, say('no_data')),
    plot && tableOf(table),
  );
}

/** Puts the drawing in; its own style element would not be let in, page.css says the same. */
export function withDrawing(
  figure: HTMLElement,
  plot: (SVGSVGElement | HTMLElement) | null,
): HTMLElement {
  if (plot) figure.querySelector('.drawing')?.append(plot);
  return figure;
}

function settle(plot: Element): void {
  for (const style of plot.querySelectorAll('style')) style.remove();
  for (const link of plot.querySelectorAll('a')) {
    const name = link.querySelector('title')?.textContent;
    if (name) link.setAttribute('aria-label', name);
    link.removeAttribute('target');
  }
}

function tableOf({ heads, rows }: Table): HTMLElement {
  return h(
    'details',
    { class: 'as-table' },
    h('summary', {}, say('table_of')),
    h(
      'table',
      {},
      h('thead', {}, h('tr', {}, ...heads.map((head) => h('th', { scope: 'col' }, say(head))))),
      h(
        'tbody',
        {},
        ...rows.map((row) =>
          h(
            'tr',
            {},
            ...row.map((value) =>
              h('td', {}, typeof value === 'number' ? String(value) : words(value)),
            ),
          ),
        ),
      ),
    ),
  );
}
