import { AttentionView } from './attention/attention-view.js';
import { bodyView } from './body/body-view.js';
import { chartsOf } from './charts/charts-view.js';
import { weighRules } from './data/doubts.js';
import type { Dataset } from './data/model.js';
import { readDataset } from './data/read.js';
import { h } from './element.js';
import { FilterBar } from './filters/bar.js';
import { Header } from './header.js';
import { listenToKeys } from './keyboard.js';
import { filteredRows, opening, type Page, rowsThrough } from './page.js';
import { printedRecords } from './print.js';
import { RecordsPane } from './records/records-pane.js';
import { Decisions } from './review/decisions.js';
import { Saver } from './review/saver.js';
import { askedBy, followAddress } from './route.js';
import { firstState, type State, Store } from './state.js';
import { TextPane } from './text/text-pane.js';
import { type Language, say, speak } from './words/language.js';

/** How long a message stays, in milliseconds. */
const ANNOUNCED = 4000;

/** The page in one language; it is drawn anew when the language changes. */
class Parts {
  readonly header: Header;
  readonly text: TextPane;
  readonly records: RecordsPane;
  private readonly bar: FilterBar;
  private readonly attention: AttentionView;
  private readonly charts = h('div', { class: 'charts' });
  private readonly bodies = h('div', { class: 'bodies-view' });
  private readonly printed = h('div', { class: 'printed-place' });
  private readonly main: HTMLElement;
  private readonly panes: HTMLElement;
  /** The filter that each view was drawn for. */
  private readonly drawnFor = new Map<HTMLElement, State['filter']>();

  constructor(
    private readonly page: Page,
    private readonly live: HTMLElement,
  ) {
    this.header = new Header(page);
    this.bar = new FilterBar(page);
    this.text = new TextPane(page);
    this.records = new RecordsPane(page);
    this.attention = new AttentionView(page);
    this.panes = h('div', { class: 'panes' }, this.text.element, this.records.element);
    this.main = h(
      'main',
      {},
      this.switcher(),
      this.panes,
      this.bodies,
      this.charts,
      this.attention.element,
    );
  }

  draw(place: HTMLElement): void {
    const skip = (href: string, said: string): HTMLElement => {
      const jump = (event: Event): void => {
        event.preventDefault();
        document.querySelector<HTMLElement>(href)?.focus();
      };
      return h('a', { class: 'skip', href, on: { click: jump } }, said);
    };
    place.replaceChildren(
      skip('#records', say('skip_records')),
      skip('#text', say('skip_text')),
      this.header.element,
      this.bar.element,
      this.main,
      this.printed,
      this.header.help,
      this.live,
    );
    this.update(this.page.store.state, null);
  }

  update(state: State, former: State | null): void {
    const { view, filter } = state;
    this.main.dataset.view = view;
    this.panes.dataset.pane = state.pane;
    document.body.dataset.view = view;
    for (const button of this.main.querySelectorAll<HTMLElement>('.switcher button')) {
      button.setAttribute('aria-pressed', String(button.dataset.pane === state.pane));
    }
    this.header.update(state);
    this.bar.update();
    if (view === 'review') {
      this.records.update(state, former?.view === 'review' ? former : null);
      this.text.update(state, former?.view === 'review' ? former : null);
    } else if (view === 'charts') this.drawOnce(this.charts, filter, chartsOf);
    else if (view === 'bodies') this.drawOnce(this.bodies, filter, bodyView);
    else if (former?.view !== 'attention') this.attention.update();
  }

  private drawOnce(
    place: HTMLElement,
    filter: State['filter'],
    draw: (page: Page) => HTMLElement,
  ): void {
    if (this.drawnFor.get(place) === filter) return;
    place.replaceChildren(draw(this.page));
    place.scrollTop = 0;
    this.drawnFor.set(place, filter);
  }

  decided(): void {
    this.header.update(this.page.store.state);
    this.bar.update();
    this.records.decided();
    if (this.page.store.state.view === 'attention') this.attention.update();
  }

  print(on: boolean): void {
    const shown = on && this.page.store.state.view === 'review';
    this.printed.replaceChildren(...(shown ? [printedRecords(this.page)] : []));
  }

  private switcher(): HTMLElement {
    const button = (pane: State['pane']): HTMLElement =>
      h(
        'button',
        { type: 'button', 'data-pane': pane, on: { click: () => this.page.store.set({ pane }) } },
        say(pane),
      );
    return h(
      'div',
      { class: 'switcher', role: 'group', 'aria-label': say('pane') },
      button('records'),
      button('text'),
    );
  }
}

function start(dataset: Dataset): void {
  weighRules(dataset.docs);
  const language: Language =
    new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh';
  speak(language);
  const asked = askedBy(location.hash, dataset);
  const docId = dataset.docs[0]?.id ?? null;
  const plain: State = { ...firstState(language), docId, ...asked };
  const { view, chosen } = plain;
  const first = chosen && view === 'review' ? { ...plain, ...opening(chosen, plain) } : plain;
  const store = new Store(first);
  const decided = `gongwen-corrections ${location.pathname}`;
  const decisions = new Decisions(dataset.corrections, dataset.saves ? null : decided);
  let saver: Saver | null = null;
  const live = h('div', { class: 'live', role: 'status', 'aria-live': 'polite' });
  const place = document.getElementById('page')!;
  let parts: Parts;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const byId = new Map(dataset.docs.map((doc) => [doc.id, doc]));
  const page: Page = {
    dataset,
    store,
    decisions,
    saver: () => saver,
    rows: filteredRows({ dataset, store, decisions }),
    rowsWith: (change) => rowsThrough({ dataset, decisions }, { ...store.state.filter, ...change }),
    doc: () => byId.get(store.state.docId ?? ''),
    open: (chosen, change) => store.set({ ...opening(chosen, store.state), ...change }),
    show: (start, end, change) =>
      store.set({ ...change, shown: { start, end, count: (store.state.shown?.count ?? 0) + 1 } }),
    announce: (message) => {
      live.textContent = message;
      clearTimeout(silence);
      silence = setTimeout(() => live.replaceChildren(), ANNOUNCED);
    },
    selected: () => parts.text.selected(),
    reviewer: () => parts.header.reviewer,
  };
  const draw = (): void => {
    parts = new Parts(page, live);
    parts.draw(place);
  };
  store.listen((state, former) => {
    if (state.language === former.language) parts.update(state, former);
    else {
      speak(state.language);
      draw();
      document.querySelector<HTMLElement>('.language')?.focus();
    }
  });
  decisions.listen(() => parts.decided());
  draw();
  if (dataset.saves) {
    const place = { unsaved: `gongwen-unsaved ${location.pathname} ${docId}`, decided };
    const tell = (): void => parts.decided();
    saver = new Saver(decisions, dataset.corrections, new Set(byId.keys()), place, tell);
    tell();
  }
  followAddress(store, dataset);
  listenToKeys(page, {
    records: () => parts.records,
    help: () => parts.header.help.showModal(),
    search: () => document.getElementById('search')?.focus(),
  });
  addEventListener('beforeprint', () => parts.print(true));
  addEventListener('afterprint', () => parts.print(false));
}

start(readDataset());
