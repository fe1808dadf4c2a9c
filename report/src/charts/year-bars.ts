import { barY, text } from '@observablehq/plot';
import type { Page } from '../page.js';
import { say } from '../words/language.js';
import { targetsByYear, type YearCount } from './counts.js';
import type { Picture } from './figure.js';

const COLOUR = '#7d5bbe';
/** Of what is no year. */
const PALE = '#c9cfd8';

const nameOf = ({ year }: YearCount): string => (year === null ? say('no_year') : String(year));

/** Targets by the year in which they are to be reached. */
export function yearBars(page: Page, width: number): Picture {
  const counts = targetsByYear(page.rows());
  return {
    title: 'charts_targets',
    says: say('charts_targets_says'),
    table: {
      heads: ['year', 'targets_n'],
      rows: counts.map((count) => [nameOf(count), count.targets]),
    },
    options: {
      width,
      height: 240,
      marginTop: 22,
      marginLeft: 36,
      x: { domain: counts.map(nameOf), label: null, padding: 0.35, tickSize: 0 },
      y: { label: null, grid: true, tickFormat: 'd', tickSize: 0, ticks: 5 },
      marks: [
        barY(counts, {
          x: nameOf,
          y: 'targets',
          fill: ({ year }: YearCount) => (year === null ? PALE : COLOUR),
          title: (count: YearCount) => `${nameOf(count)}: ${count.targets}`,
        }),
        text(counts, { x: nameOf, y: 'targets', text: 'targets', dy: -8, fill: '#1f2430' }),
      ],
    },
  };
}
