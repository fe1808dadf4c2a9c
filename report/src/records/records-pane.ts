import { type Chosen, docOf, judgedOf, type Row } from '../data/model.js';
import { h } from '../element.js';
import type { Page } from '../page.js';
import type { Status } from '../review/decisions.js';
import { editorOf } from '../review/editor.js';
import type { State } from '../state.js';
import { say } from '../words/language.js';
import { detailOf } from './detail.js';
import { ROW_HEIGHT, rowElement } from './row.js';
import { VirtualList } from './virtual-list.js';

/** The right pane: the list of records, and the open one. */
export class RecordsPane {
  readonly element: HTMLElement;
  private readonly list: VirtualList<Row>;
  private readonly empty = h('p', { class: 'nothing' }, say('no_rows'));
  private readonly detail = h('div', {
    class: 'detail-scroll',
    tabindex: 0,
    role: 'region',
    'aria-label': say('record'),
  });
  private rows: readonly Row[] = [];

  constructor(private readonly page: Page) {
    this.list = new VirtualList<Row>({
      id: 'records',
      label: say('records_label'),
      rowHeight: ROW_HEIGHT,
      draw: (row) => rowElement(row, statusOf(row, page)),
      onChoose: (row) => page.open(row),
    });
    const step = (by: number, word: 'previous' | 'next', arrow: string): HTMLElement =>
      h(
        'button',
        {
          type: 'button',
          class: 'step',
          'aria-label': say(word),
          title: say(word),
          on: { click: () => this.step(by) },
        },
        arrow,
      );
    this.element = h(
      'section',
      { class: 'pane records-pane', 'aria-label': say('records') },
      h(
        'div',
        { class: 'list-head' },
        h('h2', {}, say('records')),
        step(-1, 'previous', '↑'),
        step(1, 'next', '↓'),
      ),
      h('div', { class: 'list' }, this.empty, this.list.element),
      this.detail,
    );
  }

  update(state: State, former: State | null): void {
    const rows = this.page.rows();
    const index = indexOf(rows, state.chosen);
    if (rows !== this.rows) {
      this.rows = rows;
      this.empty.hidden = rows.length > 0;
      this.list.element.hidden = rows.length === 0;
      this.list.put(rows, index);
    } else if (state.chosen !== former?.chosen) this.list.choose(index);
    if (!former || state.chosen !== former.chosen || state.editing !== former.editing) {
      this.drawDetail();
    }
  }

  /** Draws what a decision has changed. */
  decided(): void {
    this.update(this.page.store.state, this.page.store.state);
    this.list.redraw();
    if (!this.page.store.state.editing) this.drawDetail();
  }

  /** Opens the record so many places further; from none, the open document's first. */
  step(by: number): void {
    const { chosen, docId } = this.page.store.state;
    const rows = this.page.rows();
    let index = indexOf(rows, chosen);
    if (index >= 0) index += by;
    else
      index = Math.max(
        0,
        rows.findIndex((row) => row.doc.id === docId),
      );
    const row = rows[index];
    if (row) this.page.open(row);
  }

  private drawDetail(): void {
    const { chosen, editing } = this.page.store.state;
    this.element.classList.toggle('unchosen', chosen === null);
    const focused = this.detail.contains(document.activeElement);
    const label = focused ? document.activeElement?.textContent : null;
    this.detail.replaceChildren(
      chosen === null
        ? h('p', { class: 'nothing' }, say('no_choice'))
        : editing && judgedOf(chosen)
          ? editorOf(judgedOf(chosen)!, this.page)
          : detailOf(chosen, this.page),
    );
    this.detail.scrollTop = 0;
    if (editing) this.detail.querySelector<HTMLElement>('input, textarea, select')?.focus();
    else if (focused) this.refocus(label ?? '');
  }

  /** The button that was pressed is gone; its like takes the focus. */
  private refocus(label: string): void {
    const buttons = [...this.detail.querySelectorAll('button')];
    const like = buttons.find((button) => button.textContent === label);
    (like ?? this.detail.querySelector<HTMLElement>('h2'))?.focus();
  }
}

const statusOf = (row: Row, { decisions }: Page): Status => {
  const judged = judgedOf(row);
  return judged ? decisions.status(judged) : 'open';
};

function indexOf(rows: readonly Row[], chosen: Chosen | null): number {
  if (chosen === null || chosen.kind === 'document') return -1;
  const index = rows.indexOf(chosen);
  if (index >= 0 || chosen.kind === 'task') return index;
  const judged = judgedOf(chosen);
  if (judged === null || judged.kind === 'document') return -1;
  if (judged.kind === 'task') return rows.indexOf(judged);
  // A task's target stands in no row of its own.
  const owner = docOf(chosen).tasks.find(({ id }) => judged.record.task_ids.includes(id));
  return owner ? rows.indexOf(owner) : -1;
}
