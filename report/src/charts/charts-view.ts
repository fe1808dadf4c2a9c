import { axisX, axisY, barX, barY, cell, plot, text } from '@observablehq/plot';
import type { Doc } from '../data/model.js';
import { h, plain, shortened } from '../element.js';
import type { Filter } from '../filters/filter.js';
import type { Page } from '../page.js';
import { addressOf } from '../route.js';
import { say } from '../words/language.js';
import type { Word } from '../words/words.js';
import { lowestCoverage, targetsByYear, tasksByMonth, tasksByUnit } from './counts.js';
import { figureOf, withDrawing } from './figure.js';

const MOST_UNITS = 25;
const MOST_DOCS = 25;
const PARTS = ['lead', 'responsible', 'support'] as const;
const COLOURS = { lead: '#1d7a4c', responsible: '#7cc4a0', support: '#c9cfd8' };
const DRAWN = { className: 'plot' };

/** The pictures of what the filter lets through. */
export function chartsOf(page: Page): HTMLElement {
  const width = Math.max(300, Math.min(640, innerWidth - 60));
  return h(
    'div',
    { class: 'pictures' },
    calendar(page, width),
    coverageBars(page, width),
    unitBars(page, width),
    yearBars(page, width),
  );
}

/** Where a part of a picture leads: the list, narrowed to what the part stands for. */
function leadsTo(page: Page, change: Partial<Filter>): string {
  const { state } = page.store;
  return addressOf({ ...state, view: 'review', filter: { ...state.filter, ...change } });
}

function calendar(page: Page, width: number): HTMLElement {
  const counts = tasksByMonth(page.rows());
  const years = [...new Set(counts.map(({ year }) => year))];
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const name = ({ year, month, tasks }: (typeof counts)[number]): string =>
    `${year}-${String(month).padStart(2, '0')}: ${tasks}`;
  const most = Math.max(1, ...counts.map(({ tasks }) => tasks));
  const drawing =
    counts.length === 0
      ? null
      : plot({
          ...DRAWN,
          width,
          height: 60 + years.length * 34,
          marginLeft: 56,
          x: { domain: months, label: null },
          y: { domain: years, label: null, tickFormat: String },
          color: {
            range: ['#fff1cf', '#b36b00'],
            interpolate: 'rgb',
            type: 'sqrt',
            domain: [1, most],
          },
          marks: [
            axisX({
              anchor: 'top',
              tickSize: 0,
              tickFormat: (month: number) =>
                width < 500 ? String(month) : say('month_n', { n: month }),
              label: null,
            }),
            axisY({ tickSize: 0, tickFormat: String, label: null }),
            cell(counts, {
              x: 'month',
              y: 'year',
              fill: 'tasks',
              inset: 1.5,
              rx: 3,
              title: name,
              href: ({ year, month }) => leadsTo(page, monthOf(year, month)),
            }),
            text(counts, {
              x: 'month',
              y: 'year',
              text: 'tasks',
              fill: ({ tasks }) => (tasks > most / 2 ? '#fff' : '#3a2a00'),
              pointerEvents: 'none',
            }),
          ],
        });
  const rows = counts.map(({ year, month, tasks }) => [year, month, tasks]);
  const table = { heads: ['year', 'month', 'tasks_n'] as Word[], rows };
  return withDrawing(
    figureOf('charts_deadlines', say('charts_deadlines_says'), drawing, table),
    drawing,
  );
}

function monthOf(year: number, month: number): Partial<Filter> {
  const start = `${year}-${String(month).padStart(2, '0')}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return { from: `${start}-01`, to: `${start}-${last}` };
}

function unitBars(page: Page, width: number): HTMLElement {
  const counts = tasksByUnit(page.rows(), MOST_UNITS);
  const units = [...new Set(counts.map(({ unit }) => unit))];
  const ordered = PARTS.flatMap((part) => counts.filter((count) => count.part === part));
  const drawing =
    counts.length === 0
      ? null
      : plot({
          ...DRAWN,
          width,
          height: 50 + units.length * 22,
          marginLeft: Math.min(170, width / 3),
          x: { label: null, grid: true, tickFormat: 'd' },
          y: {
            domain: units,
            label: null,
            tickFormat: (unit: string) => shortened(plain(unit), width < 500 ? 8 : 10),
          },
          color: { domain: PARTS, range: PARTS.map((part) => COLOURS[part]) },
          marks: [
            barX(ordered, {
              x: 'tasks',
              y: 'unit',
              fill: 'part',
              insetTop: 2,
              insetBottom: 2,
              title: ({ unit, part, tasks }) =>
                `${plain(unit)} · ${say(`role_${part}` as Word)}: ${tasks}`,
              href: ({ unit, part }) => leadsTo(page, { unit, role: part }),
            }),
          ],
        });
  const rows = counts.map(({ unit, part, tasks }) => [unit, say(`role_${part}` as Word), tasks]);
  const table = { heads: ['filter_unit', 'filter_role', 'tasks_n'] as Word[], rows };
  const says = say('charts_units_says', { n: units.length });
  const figure = withDrawing(figureOf('charts_units', says, drawing, table), drawing);
  if (drawing) figure.querySelector('figcaption')?.append(partLegend());
  return figure;
}

function partLegend(): HTMLElement {
  const keys = PARTS.map((part) => h('li', { class: `key-${part}` }, say(`role_${part}` as Word)));
  return h('ul', { class: 'keys' }, ...keys);
}

function yearBars(page: Page, width: number): HTMLElement {
  const counts = targetsByYear(page.rows()).map(({ year, targets }) => ({
    year: year === null ? say('no_year') : String(year),
    targets,
  }));
  const drawing =
    counts.length === 0
      ? null
      : plot({
          ...DRAWN,
          width,
          height: 260,
          marginTop: 30,
          x: { domain: counts.map(({ year }) => year), label: null, padding: 0.35 },
          y: { label: null, grid: true, tickFormat: 'd' },
          marks: [
            barY(counts, {
              x: 'year',
              y: 'targets',
              fill: '#7d5bbe',
              title: ({ year, targets }) => `${year}: ${targets}`,
            }),
            text(counts, { x: 'year', y: 'targets', text: 'targets', dy: -8, fill: '#1f2430' }),
          ],
        });
  const rows = counts.map(({ year, targets }) => [year, targets]);
  const table = { heads: ['year', 'targets_n'] as Word[], rows };
  return withDrawing(
    figureOf('charts_targets', say('charts_targets_says'), drawing, table),
    drawing,
  );
}

function coverageBars(page: Page, width: number): HTMLElement {
  const { doc: docId, region } = page.store.state.filter;
  const docs = page.dataset.docs.filter(
    (doc) => (docId === '' || doc.id === docId) && (region === '' || doc.record.region === region),
  );
  const shares = lowestCoverage(docs, MOST_DOCS);
  const nameOf = new Map(
    docs.map((doc) => [doc.id, plain(doc.record.title || doc.record.source.uri)]),
  );
  const address = (doc: Doc): string =>
    addressOf({ ...page.store.state, view: 'review', docId: doc.id, chosen: doc });
  const drawing =
    shares.length === 0
      ? null
      : plot({
          ...DRAWN,
          width,
          height: 50 + shares.length * 22,
          marginLeft: Math.min(250, width / 2.4),
          x: { domain: [0, 1], label: null, grid: true, tickFormat: '.0%', ticks: 5 },
          y: {
            domain: shares.map(({ doc }) => doc.id),
            label: null,
            tickFormat: (id: string) => shortened(nameOf.get(id) ?? '', width < 500 ? 9 : 16),
          },
          marks: [
            barX(shares, {
              x: 'share',
              y: ({ doc }) => doc.id,
              fill: '#5b83b6',
              insetTop: 2,
              insetBottom: 2,
              title: ({ doc, share }) => `${nameOf.get(doc.id)}: ${(share * 100).toFixed(1)}%`,
              href: ({ doc }) => address(doc),
            }),
          ],
        });
  const rows = shares.map(({ doc, share }) => {
    const { clauses, clauses_attached: attached } = doc.record.coverage;
    return [nameOf.get(doc.id) ?? '', `${(share * 100).toFixed(1)}%`, `${attached}/${clauses}`];
  });
  const table = { heads: ['filter_doc', 'share', 'clauses'] as Word[], rows };
  const says = say('charts_coverage_says', { n: shares.length });
  return withDrawing(figureOf('charts_coverage', says, drawing, table), drawing);
}
