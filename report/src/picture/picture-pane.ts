import type { Doc, Row } from '../data/model.js';
import { h } from '../element.js';
import type { Page } from '../page.js';
import type { State } from '../state.js';
import { selectedIn } from '../text/selected.js';
import { type Span, spansOf } from '../text/spans.js';
import { say } from '../words/language.js';
import { rectanglesOf, runsOf, type Stretch } from './page-places.js';
import { PageView } from './page-view.js';

/** Widths of a page in shares of the pane's. */
const ZOOMS = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
const FIT = 2;

/** The pages of the open document, one at a time, with the values boxed at their places. */
export class PicturePane {
  readonly element: HTMLElement;
  private readonly place = h('span', { class: 'picture-place', role: 'status' });
  private readonly fit = h('button', { type: 'button', on: { click: () => this.zoomTo(FIT) } });
  private readonly before = this.button('‹', say('picture_before'), () =>
    this.turnTo(this.index - 1),
  );
  private readonly next = this.button('›', say('picture_next'), () => this.turnTo(this.index + 1));
  private readonly note = h('p', { class: 'picture-note' });
  private readonly scroller = h('div', {
    class: 'picture-scroll',
    tabindex: 0,
    role: 'region',
    'aria-label': say('picture_label'),
    on: { click: (event: MouseEvent) => this.click(event) },
  });
  private doc: Doc | null = null;
  private spans: readonly Span[] = [];
  private view: PageView | null = null;
  private starts = new WeakMap<Node, number>();
  private index = 0;
  private zoom = FIT;
  /** What was last asked to be shown, and what of that belongs to a document before. */
  private asked: Stretch | null = null;
  private past: Stretch | null = null;

  constructor(private readonly page: Page) {
    const tools = h(
      'div',
      { class: 'picture-tools', role: 'group', 'aria-label': say('picture_turn') },
      this.before,
      this.place,
      this.next,
      this.button('−', say('zoom_out'), () => this.zoomTo(this.zoom - 1)),
      this.fit,
      this.button('+', say('zoom_in'), () => this.zoomTo(this.zoom + 1)),
    );
    this.element = h('div', { class: 'source-pages' }, tools, this.note, this.scroller);
  }

  /** Shows a document's pages: that on which what is chosen or shown stands. */
  update(doc: Doc, { chosen, shown: asked }: State): void {
    // What was shown of another document is nothing on this one's pages.
    if (doc !== this.doc && this.doc !== null) this.past = asked === this.asked ? asked : null;
    this.asked = asked;
    const shown = this.shownOf(asked);
    if (doc !== this.doc) {
      this.doc = doc;
      this.spans = spansOf(doc);
      this.view = null;
      this.index = 0;
    }
    const record = chosen && chosen.kind !== 'document' ? chosen : null;
    const stretch = shown ?? record?.record.at ?? null;
    const found = stretch ? this.pageOf(stretch) : -1;
    if (found >= 0 && found !== this.index) this.view = null;
    if (found >= 0) this.index = found;
    if (this.view === null) this.draw();
    this.light(record, shown);
    this.scroller.querySelector('.shown-box, .own-box, .task-box')?.scrollIntoView({
      block: 'center',
      inline: 'nearest',
    });
  }

  /** Words of the text that are selected on the page. */
  selected(): Stretch | null {
    return this.doc && selectedIn(this.scroller, this.starts, this.doc.text);
  }

  private shownOf(asked: Stretch | null): Stretch | null {
    return asked === this.past ? null : asked;
  }

  private button(label: string, says: string, click: () => void): HTMLButtonElement {
    const names = { type: 'button', 'aria-label': says, title: says };
    return h('button', { ...names, on: { click } }, label);
  }

  private turnTo(index: number): void {
    if (!this.doc?.pages[index]) return;
    this.index = index;
    this.draw();
    const { chosen, shown } = this.page.store.state;
    this.light(chosen && chosen.kind !== 'document' ? chosen : null, this.shownOf(shown));
    this.scroller.scrollTop = 0;
  }

  private zoomTo(zoom: number): void {
    this.zoom = Math.min(ZOOMS.length - 1, Math.max(0, zoom));
    this.resize();
  }

  private resize(): void {
    const share = Math.round(ZOOMS[this.zoom]! * 100);
    if (this.view) this.view.element.style.width = `${share}%`;
    this.fit.textContent = `${share}%`;
    this.fit.setAttribute('aria-label', say('zoom_fit', { n: share }));
  }

  private draw(): void {
    const { doc } = this;
    const page = doc?.pages[this.index];
    if (!doc || !page) return;
    this.starts = new WeakMap();
    this.view = new PageView(doc, page, this.spans, (node, start) => this.starts.set(node, start));
    this.scroller.replaceChildren(this.view.element);
    this.place.textContent = say('picture_place', {
      n: page.page,
      at: this.index + 1,
      all: doc.pages.length,
    });
    this.before.disabled = this.index === 0;
    this.next.disabled = this.index === doc.pages.length - 1;
    const says = page.none ?? (page.words ? 'words' : null);
    this.note.hidden = says === null;
    this.note.textContent = says === null ? '' : say(`none_${says}`);
    this.resize();
  }

  private light(row: Row | null, shown: Stretch | null): void {
    const own = row ? this.spans.filter(({ rows }) => rows.includes(row)) : [];
    const tasks = own.filter(({ kind }) => kind === 'task');
    this.view?.light(
      tasks,
      own.filter(({ kind }) => kind !== 'task'),
      shown && !tasks.some(({ start, end }) => start === shown.start && end === shown.end)
        ? shown
        : null,
    );
  }

  /** The page on which most of a stretch's first words stand; -1 where it stands on none. */
  private pageOf(stretch: Stretch): number {
    const pages = this.doc?.pages ?? [];
    const here = pages[this.index];
    const stands = (index: number): boolean =>
      rectanglesOf(runsOf(pages[index]!), stretch).length > 0;
    const begins = { start: stretch.start, end: Math.min(stretch.end, stretch.start + 1) };
    const first = pages.findIndex((page) => rectanglesOf(runsOf(page), begins).length > 0);
    if (first >= 0) return first;
    return here && stands(this.index) ? this.index : pages.findIndex((_, index) => stands(index));
  }

  /** A click on a value opens its record, a second one its next; on other words it shows them in the text. */
  private click(event: MouseEvent): void {
    if (!getSelection()?.isCollapsed || !this.view) return;
    const at = this.view.offsetAt(event.clientX, event.clientY);
    if (at === null) return;
    const spans = this.spans.filter(({ start, end }) => start <= at && end > at);
    const value = spans.filter(({ kind }) => kind !== 'task' && kind !== 'warning').at(-1);
    const span = value ?? spans.filter(({ kind }) => kind === 'task').at(-1);
    const rows = span?.rows ?? [];
    const { store } = this.page;
    const row = rows[(rows.indexOf(store.state.chosen as Row) + 1) % rows.length];
    const { start, end } = value ?? { start: at, end: at + 1 };
    this.page.show(start, end, row ? { chosen: row, editing: false, pane: 'records' } : {});
  }
}
