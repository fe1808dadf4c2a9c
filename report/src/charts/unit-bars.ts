import { plain } from '../element.js';
import type { Page } from '../page.js';
import { grouped, say } from '../words/language.js';
import type { Word } from '../words/words.js';
import { tasksByUnit } from './counts.js';
import type { Picture } from './figure.js';
import { narrowedTo } from './narrowed.js';
import { rowBars } from './row-bars.js';

const MOST = 25;
const PARTS = ['lead', 'responsible', 'support'] as const;
/** As `.key-lead` and its like in pictures.css. */
const COLOURS = { lead: '#1d7a4c', responsible: '#7cc4a0', support: '#c9cfd8' };

const wordOf = (part: (typeof PARTS)[number]): Word => `role_${part}`;

/** Tasks of the busiest units, by what they do in them. */
export function unitBars(page: Page, width: number): Picture {
  const counts = tasksByUnit(page.rows(), MOST);
  const totals = new Map<string, number>();
  for (const { unit, tasks } of counts) totals.set(unit, (totals.get(unit) ?? 0) + tasks);
  return {
    title: 'charts_units',
    says: say('charts_units_says', { n: totals.size }),
    keys: PARTS.map((part) => [`key-${part}`, wordOf(part)] as const),
    table: {
      heads: ['filter_unit', 'filter_role', 'tasks_n'],
      rows: counts.map(({ unit, part, tasks }) => [unit, say(wordOf(part)), tasks]),
    },
    options: rowBars({
      width,
      // One part of every unit after another, so that they are stacked in this order.
      counts: PARTS.flatMap((part) => counts.filter((count) => count.part === part)),
      rowOf: ({ unit }) => unit,
      rows: [...totals].map(([unit, tasks]) => ({
        id: unit,
        name: plain(unit),
        value: tasks,
        says: grouped(tasks),
      })),
      amountOf: ({ tasks }) => tasks,
      scale: { tickFormat: 'd' },
      fill: ({ part }) => part,
      colours: { domain: PARTS, range: PARTS.map((part) => COLOURS[part]) },
      tip: ({ unit, part, tasks }) => `${plain(unit)} · ${say(wordOf(part))}: ${tasks}`,
      address: ({ unit, part }) => narrowedTo(page, { unit, role: part }),
    }),
  };
}
