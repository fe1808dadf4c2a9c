import type { Task, Unit } from '../../../schemas/index.js';
import { h } from '../element.js';
import type { Page } from '../page.js';
import { say } from '../words/language.js';

/** Characters around a task in which names are looked for. */
const AROUND = 400;
const MOST = 60;

interface Place {
  readonly raw: string;
  readonly at: Unit['at'];
}

/**
 * Bodies whose names stand in or near a task and are none of its units yet, to be added with their
 * place; null where there are none. Of names within longer ones only the longest is offered.
 */
export function proposedUnits(
  { at, units }: Task,
  page: Page,
  add: (place: Place) => void,
): HTMLElement | null {
  const text = page.doc()?.text ?? '';
  const from = Math.max(0, at.start - AROUND);
  const near = text.slice(from, at.end + AROUND);
  const known = new Set(units.map(({ name }) => name));
  const found: { readonly name: string; readonly start: number }[] = [];
  const names = new Set(page.dataset.bodies.flatMap((body) => [body.name, ...body.names]));
  for (const name of names) {
    const start = near.indexOf(name);
    if (start >= 0 && !known.has(name)) found.push({ name, start: from + start });
  }
  const longest = found
    .filter(
      (one) => !found.some((other) => other.name !== one.name && other.name.includes(one.name)),
    )
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST);
  if (longest.length === 0) return null;
  const select = h(
    'select',
    { 'aria-label': say('propose') },
    h('option', { value: '' }, say('propose_choose')),
    ...longest.map(({ name }, index) => h('option', { value: index }, name)),
  );
  select.addEventListener('change', () => {
    const chosen = longest[Number(select.value)];
    if (select.value === '' || !chosen) return;
    const { name, start } = chosen;
    add({ raw: name, at: { page: at.page, start, end: start + name.length } });
    select.value = '';
  });
  return h('label', { class: 'propose' }, say('propose'), select);
}
