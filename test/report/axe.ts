import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** axe-core as a script that a page runs. */
export const axeSource = (): string =>
  readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** An expression that gives what axe finds at fault on the page, whatever its weight, each in a line. */
export const AXE_FAULTS = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`;

/** An expression that gives by how many pixels the page stands out at the side. */
export const STANDS_OUT = 'Math.max(0, document.documentElement.scrollWidth - innerWidth)';

/** A view of the page: its address, an element that tells that it is there, and what is then done. */
export interface ShownView {
  readonly name: string;
  readonly hash: string;
  readonly wait: string;
  /** A script that opens it further. */
  readonly act?: string;
}

const click = (selector: string): string =>
  `document.querySelector(${JSON.stringify(selector)}).click()`;

/** Every view of a page that holds a task, a body and a document with pictures. */
export const viewsWith = (ids: {
  readonly document: string;
  readonly task: string;
  readonly body: string;
  readonly pictured: string;
}): readonly ShownView[] => [
  { name: 'records', hash: '#', wait: '#records .row' },
  { name: 'no records', hash: '#?q=没有这样的词', wait: '.found' },
  { name: 'document', hash: `#doc/${ids.document}/record`, wait: '.detail-name' },
  { name: 'task', hash: `#doc/${ids.document}/task/${ids.task}`, wait: '.detail-name' },
  {
    name: 'form',
    hash: `#doc/${ids.document}/task/${ids.task}`,
    wait: '.detail-name',
    act: `${click('[data-pane=records]')}; ${click('.decide.correct')}`,
  },
  { name: 'bodies', hash: '#bodies', wait: '.bodies-view table' },
  { name: 'body', hash: `#bodies?body=${ids.body}`, wait: '.body-page .numbers' },
  { name: 'pictures', hash: '#charts', wait: '.picture svg' },
  { name: 'needs eyes', hash: '#attention', wait: '.attention-row' },
  {
    name: 'page picture',
    hash: `#doc/${ids.pictured}/record`,
    wait: '.top',
    act: `${click('[data-pane=text]')}; ${click('.sides button:last-child')}`,
  },
  { name: 'keys', hash: '#', wait: '.top', act: click('button.help') },
];
