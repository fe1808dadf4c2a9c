import { axisX, axisY, cell, text } from '@observablehq/plot';
import type { Filter } from '../filters/filter.js';
import type { Page } from '../page.js';
import { say } from '../words/language.js';
import { type MonthCount, tasksByMonth } from './counts.js';
import type { Picture } from './figure.js';
import { narrowedTo } from './narrowed.js';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const ROW = 34;
const NONE = '#f3f4f6';
/** Few to many; dark figures can be read on all of them. */
const RANGE = ['#fff1cf', '#e3a02f'];

/** Tasks due in each month, a year a row. */
export function deadlineCalendar(page: Page, width: number): Picture {
  const counts = tasksByMonth(page.rows());
  const years = [...new Set(counts.map(({ year }) => year))];
  const most = Math.max(1, ...counts.map(({ tasks }) => tasks));
  const days = years.flatMap((year) => MONTHS.map((month) => ({ year, month })));
  const shape = { x: 'month', y: 'year', inset: 1.5, rx: 3 } as const;
  const monthName = (month: number): string =>
    width < 500 ? String(month) : say('month_n', { n: month });
  return {
    title: 'charts_deadlines',
    says: say('charts_deadlines_says'),
    table: {
      heads: ['year', 'month', 'tasks_n'],
      rows: counts.map(({ year, month, tasks }) => [year, month, tasks]),
    },
    options: {
      width,
      height: 28 + years.length * ROW,
      marginTop: 26,
      marginBottom: 2,
      marginLeft: 40,
      marginRight: 2,
      x: { domain: MONTHS, label: null },
      y: { domain: years, label: null },
      color: { range: RANGE, interpolate: 'rgb', type: 'sqrt', domain: [1, most] },
      marks: [
        axisX({ anchor: 'top', tickSize: 0, tickFormat: monthName, label: null }),
        axisY({ tickSize: 0, tickFormat: String, label: null }),
        cell(days, { ...shape, fill: NONE, ariaHidden: 'true' }),
        cell(counts, {
          ...shape,
          fill: 'tasks',
          title: ({ year, month, tasks }: MonthCount) => `${isoMonth(year, month)}: ${tasks}`,
          href: ({ year, month }: MonthCount) => narrowedTo(page, monthOf(year, month)),
        }),
        text(counts, {
          x: 'month',
          y: 'year',
          text: 'tasks',
          fill: '#3a2a00',
          pointerEvents: 'none',
        }),
      ],
    },
  };
}

const isoMonth = (year: number, month: number): string =>
  `${year}-${String(month).padStart(2, '0')}`;

function monthOf(year: number, month: number): Partial<Filter> {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${isoMonth(year, month)}-01`, to: `${isoMonth(year, month)}-${last}` };
}
