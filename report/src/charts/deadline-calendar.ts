import { axisX, axisY, cell, text } from '@observablehq/plot';
import type { Page } from '../page.js';
import { monthWords } from '../words/dates.js';
import { say } from '../words/language.js';
import { daysOfMonth, type MonthCount, tasksByMonth } from './counts.js';
import type { Picture } from './figure.js';
import { narrowedTo } from './narrowed.js';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const ROW = 34;
/** Steps of the paint from few to many; pictures.css names them. */
const STEPS = 5;
/** What the filter of this picture is about, and so is left out of what it counts. */
const DUE_FILTER = { kind: 'task', from: '', to: '', when: '' } as const;

/** Tasks due in each month, a year a row. */
export function deadlineCalendar(page: Page, width: number): Picture {
  const counts = tasksByMonth(page.rowsWith(DUE_FILTER));
  const years = [...new Set(counts.map(({ year }) => year))];
  const most = Math.max(1, ...counts.map(({ tasks }) => tasks));
  const days = years.flatMap((year) => MONTHS.map((month) => ({ year, month })));
  const shape = { x: 'month', y: 'year', inset: 1.5, rx: 3 } as const;
  const monthName = (month: number): string =>
    width < 500 ? String(month) : say('month_n', { n: month });
  const address = ({ year, month }: MonthCount): string =>
    narrowedTo(page, { ...DUE_FILTER, ...daysOfMonth(year, month) });
  /** By the root, so that a few busy months do not make all others pale. */
  const stepOf = ({ tasks }: MonthCount): number =>
    Math.max(1, Math.ceil(Math.sqrt(tasks / most) * STEPS));
  return {
    title: 'charts_deadlines',
    says: say('charts_deadlines_says'),
    ownFilters: ['from', 'to', 'when'],
    table: {
      heads: ['year', 'month', 'tasks_n'],
      rows: counts.map(({ year, month, tasks }) => [year, month, tasks]),
      addresses: counts.map(address),
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
      marks: [
        axisX({ anchor: 'top', tickSize: 0, tickFormat: monthName, label: null }),
        axisY({ tickSize: 0, tickFormat: String, label: null }),
        cell(days, { ...shape, className: 'month-none', ariaHidden: 'true' }),
        ...Array.from({ length: STEPS }, (_, step) =>
          cell(
            counts.filter((count) => stepOf(count) === step + 1),
            {
              ...shape,
              className: `month-${step + 1}`,
              title: ({ year, month, tasks }: MonthCount) => `${monthWords(year, month)}: ${tasks}`,
              href: address,
            },
          ),
        ),
        text(counts, {
          x: 'month',
          y: 'year',
          text: 'tasks',
          className: 'month-number',
          pointerEvents: 'none',
        }),
      ],
    },
  };
}
