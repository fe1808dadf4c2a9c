import { PARTS, type Part } from '../data/facts.js';
import { labelOf } from '../data/model.js';
import { plain } from '../element.js';
import type { Page } from '../page.js';
import { grouped, say } from '../words/language.js';
import { tasksByBody } from './counts.js';
import type { Picture } from './figure.js';
import { narrowedTo } from './narrowed.js';
import { rowBars } from './row-bars.js';

const MOST = 25;
/** What the filter of this picture is about, and so is left out of what it counts. */
export const BODY_FILTER = { kind: 'task', unit: '', body: '', role: '' } as const;

/** Tasks of the busiest bodies, by what they do in them. */
export function unitBars(page: Page, width: number): Picture {
  const { totals, counts } = tasksByBody(page.rowsWith(BODY_FILTER), MOST);
  return {
    title: 'charts_units',
    says: say('charts_units_says', { n: totals.length }),
    ownFilters: ['unit', 'body', 'role'],
    keys: PARTS.map((part) => [`key-${part}`, `part_${part}`] as const),
    table: {
      heads: ['filter_unit', 'filter_role', 'tasks_n'],
      rows: totals.flatMap(({ body, tasks }) => [
        [labelOf(body), say('all'), tasks],
        ...counts
          .filter((count) => count.body === body)
          .map((count) => [labelOf(body), say(`part_${count.part}`), count.tasks]),
      ]),
      addresses: totals.flatMap(({ body }) => [
        narrowedTo(page, { ...BODY_FILTER, body: body.id }),
        ...counts
          .filter((count) => count.body === body)
          .map(({ part }) => narrowedTo(page, { ...BODY_FILTER, body: body.id, role: part })),
      ]),
    },
    options: rowBars({
      width,
      // One part of every body after another, so that they are stacked in this order.
      counts: PARTS.flatMap((part) => counts.filter((count) => count.part === part)),
      rowOf: ({ body }) => body.id,
      rows: totals.map(({ body, tasks }) => ({
        id: body.id,
        name: plain(labelOf(body)),
        value: stacked(body.id, counts),
        says: grouped(tasks),
      })),
      amountOf: ({ tasks }) => tasks,
      scale: { tickFormat: 'd' },
      classOf: ({ part }) => `bar-${part}`,
      classes: PARTS.map((part: Part) => `bar-${part}`),
      tip: ({ body, part, tasks }) => `${plain(labelOf(body))} · ${say(`part_${part}`)}: ${tasks}`,
      address: ({ body, part }) => narrowedTo(page, { ...BODY_FILTER, body: body.id, role: part }),
      rowAddress: (id) => narrowedTo(page, { ...BODY_FILTER, body: id }),
    }),
  };
}

/** Where the bars of a body end: a task that names it in two parts lies in two of them. */
const stacked = (id: string, counts: ReturnType<typeof tasksByBody>['counts']): number =>
  counts.reduce((sum, { body, tasks }) => (body.id === id ? sum + tasks : sum), 0);
