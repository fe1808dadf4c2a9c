import type { Doc, Row } from '../data/model.js';
import { nameOf } from '../data/model.js';
import { h, words } from '../element.js';
import type { Page } from '../page.js';
import { PicturePane } from '../picture/picture-pane.js';
import type { State } from '../state.js';
import { say } from '../words/language.js';
import type { SpanClass } from './spans.js';
import { TextView } from './text-view.js';

const LEGEND: readonly SpanClass[] = [
  'task',
  'lead',
  'first',
  'unit',
  'deadline',
  'target',
  'warning',
];
/** Texts that are kept drawn. */
const KEPT = 3;

/** The left pane: the open document's text, its legend, and the way from a click to a record. */
export class TextPane {
  readonly element: HTMLElement;
  private readonly head = h('header', { class: 'text-head' });
  private readonly scroller: HTMLElement;
  private readonly views: TextView[] = [];
  private view: TextView | null = null;
  private readonly picture: PicturePane;
  private readonly sides = h('div', { class: 'sides', role: 'group', 'aria-label': say('sides') });

  constructor(private readonly page: Page) {
    this.picture = new PicturePane(page);
    this.scroller = h('div', {
      class: 'text-scroll',
      tabindex: 0,
      role: 'region',
      id: 'text',
      'aria-label': say('text_label'),
      on: { click: (event: MouseEvent) => this.click(event) },
    });
    this.element = h(
      'section',
      { class: 'pane text-pane', 'aria-label': say('text') },
      this.head,
      legend(),
      this.scroller,
      this.picture.element,
    );
  }

  update(state: State, former: State | null): void {
    const doc = this.page.doc();
    if (doc !== this.view?.doc) this.draw(doc);
    const { chosen, shown } = state;
    const pictured = this.showSide(state);
    const changed =
      chosen !== former?.chosen || shown !== former?.shown || doc?.id !== former?.docId;
    if (
      doc &&
      pictured &&
      (changed || state.side !== former?.side || state.pane !== former?.pane)
    ) {
      this.picture.update(doc, state);
    }
    if (!former || chosen !== former.chosen || state.docId !== former.docId) {
      this.view?.mark(chosen && chosen.kind !== 'document' ? chosen : null);
    }
    // What is hidden cannot be scrolled; on a narrow screen the text comes to the front later.
    const turned =
      former !== null &&
      ((state.pane === 'text' && former.pane !== 'text') || state.side !== former.side);
    if (shown && (turned || shown !== former?.shown)) this.view?.show(shown.start, shown.end);
  }

  selected(): { start: number; end: number } | null {
    return this.view?.selected() ?? this.picture.selected();
  }

  /** Puts the text or the pages in front; whether it is the pages. */
  private showSide({ side }: State): boolean {
    const has = (this.view?.doc.pages.length ?? 0) > 0;
    const pictured = has && side === 'picture';
    this.scroller.hidden = pictured;
    this.picture.element.hidden = !pictured;
    this.sides.hidden = !has;
    this.sides.replaceChildren(
      ...(['text', 'picture'] as const).map((one) =>
        h(
          'button',
          {
            type: 'button',
            'aria-pressed': String((one === 'picture') === pictured),
            on: { click: () => this.turnTo(one) },
          },
          say(`side_${one}`),
        ),
      ),
    );
    return pictured;
  }

  /** What is selected on one side is shown on the other. */
  private turnTo(side: State['side']): void {
    const selected = this.selected();
    if (selected) this.page.show(selected.start, selected.end, { side });
    else this.page.store.set({ side });
  }

  private draw(doc: Doc | undefined): void {
    this.view = doc ? this.viewOf(doc) : null;
    this.head.replaceChildren(...(doc ? this.headOf(doc) : []));
    this.scroller.replaceChildren(this.view?.element ?? h('p', {}, say('empty_dataset')));
    this.scroller.scrollTop = 0;
  }

  private viewOf(doc: Doc): TextView {
    const known = this.views.find((view) => view.doc === doc);
    if (known) return known;
    const view = new TextView(doc);
    this.views.push(view);
    if (this.views.length > KEPT) this.views.shift();
    return view;
  }

  private headOf(doc: Doc): HTMLElement[] {
    const { record } = doc;
    const facts = [record.doc_number, record.issued_on, record.region, record.genre];
    const open = (): void => this.page.open(doc, { pane: 'records' });
    return [
      h(
        'h2',
        {},
        h(
          'button',
          { type: 'button', class: 'doc-name', on: { click: open } },
          words(nameOf(doc) || say('untitled')),
        ),
      ),
      h(
        'p',
        { class: 'doc-facts' },
        ...facts.filter((fact) => fact !== null).map((fact) => words(fact)),
      ),
      this.sides,
    ];
  }

  /** A click on a value opens its record; a second one on the same place goes to its next record. */
  private click(event: MouseEvent): void {
    if (!getSelection()?.isCollapsed || !this.view) return;
    const spans = this.view.spansOfElement(event.target as Element);
    const values = spans.filter(({ kind }) => kind !== 'task' && kind !== 'warning').at(-1);
    const rows = (values ?? spans.filter(({ kind }) => kind === 'task').at(-1))?.rows ?? [];
    if (rows.length === 0) return;
    const { chosen } = this.page.store.state;
    const now = rows.indexOf(chosen as Row);
    const row = rows[(now + 1) % rows.length]!;
    this.page.store.set({ chosen: row, editing: false, pane: 'records' });
  }
}

function legend(): HTMLElement {
  const keys = LEGEND.map((kind) =>
    h('li', {}, h('span', { class: `key ${kind}` }, say(`class_${kind}`))),
  );
  return h('ul', { class: 'legend', 'aria-label': say('legend') }, ...keys);
}
