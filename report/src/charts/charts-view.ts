import { h } from '../element.js';
import type { Page } from '../page.js';
import { coverageBars } from './coverage-bars.js';
import { deadlineCalendar } from './deadline-calendar.js';
import { figureOf } from './figure.js';
import { unitBars } from './unit-bars.js';
import { yearBars } from './year-bars.js';

const PICTURES = [deadlineCalendar, coverageBars, unitBars, yearBars];

/** The pictures of what the filter lets through. */
export function chartsOf(page: Page): HTMLElement {
  const width = Math.max(300, Math.min(640, innerWidth - 60));
  const figures = PICTURES.map((pictureOf) => figureOf(pictureOf(page, width), page));
  return h('div', { class: 'pictures' }, ...figures);
}
