import { barY, text } from '@observablehq/plot';
import type { Page } from '../page.js';
import { say } from '../words/language.js';
import { targetsByYear, type YearCount } from './counts.js';
import type { Picture } from './figure.js';
import { narrowedTo } from './narrowed.js';

const nameOf = ({ year }: YearCount): string => (year === null ? say('no_year') : String(year));

/** What the filter of this picture is about, and so is left out of what it counts. */
const YEAR_FILTER = { kind: 'target', from: '', to: '', when: '' } as const;

/** Targets by the year in which they are to be reached. */
export function yearBars(page: Page, width: number): Picture {
  const counts = targetsByYear(page.rowsWith(YEAR_FILTER));
  const address = ({ year }: YearCount): string =>
    narrowedTo(
      page,
      year === null
        ? { ...YEAR_FILTER, when: 'none' }
        : { ...YEAR_FILTER, from: `${year}-01-01`, to: `${year}-12-31` },
    );
  return {
    title: 'charts_targets',
    says: say('charts_targets_says'),
    ownFilters: ['from', 'to', 'when'],
    table: {
      heads: ['year', 'targets_n'],
      rows: counts.map((count) => [nameOf(count), count.targets]),
      addresses: counts.map(address),
    },
    options: {
      width,
      height: 240,
      marginTop: 22,
      marginLeft: 36,
      x: { domain: counts.map(nameOf), label: null, padding: 0.35, tickSize: 0 },
      y: { label: null, grid: true, tickFormat: 'd', tickSize: 0, ticks: 5 },
      marks: [
        ...[true, false].map((dated) =>
          barY(
            counts.filter(({ year }) => (year !== null) === dated),
            {
              x: nameOf,
              y: 'targets',
              className: dated ? 'bar-target' : 'bar-undated',
              title: (count: YearCount) => `${nameOf(count)}: ${count.targets}`,
              href: address,
            },
          ),
        ),
        text(counts, { x: nameOf, y: 'targets', text: 'targets', dy: -8, className: 'bar-number' }),
      ],
    },
  };
}
