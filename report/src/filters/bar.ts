import { labelOf } from '../data/model.js';
import { h } from '../element.js';
import type { Page } from '../page.js';
import { grouped, say } from '../words/language.js';
import type { Word } from '../words/words.js';
import { type Filter, isFiltering, NO_FILTER } from './filter.js';
import * as options from './options.js';

const TYPING = 150;

/** What a control is called; the body that is asked for stands in the control of units. */
const NAMES = {
  q: 'filter_search',
  kind: 'filter_kind',
  unit: 'filter_unit',
  role: 'filter_role',
  from: 'filter_from',
  to: 'filter_to',
  when: 'filter_when',
  least: 'filter_least',
  most: 'filter_most',
  measure: 'filter_measure',
  doc: 'filter_doc',
  region: 'filter_region',
  nature: 'filter_nature',
  mark: 'filter_warning',
  status: 'filter_status',
  sort: 'filter_sort',
} as const satisfies Partial<Record<keyof Filter, Word>>;
type Controlled = keyof typeof NAMES;

/** The controls that narrow the list; what they hold follows the state. */
export class FilterBar {
  readonly element: HTMLElement;
  private readonly controls: Record<Controlled, HTMLInputElement | HTMLSelectElement>;
  private readonly found = h('output', { class: 'found', 'aria-live': 'polite' });
  private readonly resetButton: HTMLButtonElement;
  /** The filter that the controls themselves asked for last. */
  private typedFilter: Filter | null = null;
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: Page) {
    const { dataset } = page;
    this.controls = {
      q: h('input', { type: 'search', placeholder: say('search_hint'), autocomplete: 'off' }),
      kind: options.kindChoice(),
      unit: h('input', { type: 'search', list: 'units-known', autocomplete: 'off', lang: 'zh-CN' }),
      role: options.roleChoice(),
      from: h('input', { type: 'date' }),
      to: h('input', { type: 'date' }),
      when: options.whenChoice(),
      least: h('input', { type: 'number', step: 'any' }),
      most: h('input', { type: 'number', step: 'any' }),
      measure: options.measureChoice(dataset),
      doc: options.docChoice(dataset),
      region: options.regionChoice(dataset),
      nature: options.natureChoice(dataset),
      mark: options.markChoice(dataset),
      status: options.statusChoice(),
      sort: options.sortChoice(),
    };
    this.controls.q.id = 'search';
    this.resetButton = h(
      'button',
      { type: 'button', class: 'reset', on: { click: () => this.change(NO_FILTER) } },
      say('reset'),
    );
    this.element = this.drawn();
  }

  /** Puts the state's filter into the controls and says how many records it lets through. */
  update(): void {
    const { filter } = this.page.store.state;
    for (const name of Object.keys(this.controls) as Controlled[]) {
      const control = this.controls[name];
      const value = name === 'unit' ? this.unitWords(filter) : filter[name];
      // What is typed now stays as it is; what an address or a button asks for is put in everywhere.
      const isTyped = filter === this.typedFilter && document.activeElement === control;
      if (control.value !== value && !isTyped) control.value = value;
      // What a choice does not offer leaves it blank; nothing asked for is its first again.
      if (value === '' && control instanceof HTMLSelectElement) control.selectedIndex = 0;
      control.closest('.filter')?.classList.toggle('on', value !== '');
    }
    const n = this.page.rows().length;
    const { dataset } = this.page;
    const all = this.page.rowsWith({ ...NO_FILTER, kind: filter.kind }).length;
    const word = n === all ? 'found' : 'found_of';
    this.found.textContent = say(word, { n: grouped(n), all: grouped(all) });
    this.found.hidden = dataset.docs.length === 0;
    this.resetButton.disabled = !isFiltering(filter);
  }

  private drawn(): HTMLElement {
    const fields = (Object.keys(NAMES) as Controlled[]).map((name) => {
      const control = this.controls[name];
      control.id ||= `filter-${name}`;
      control.addEventListener(control instanceof HTMLSelectElement ? 'change' : 'input', () =>
        this.typed(name),
      );
      return h(
        'div',
        { class: `filter filter-${name}` },
        h('label', { for: control.id }, say(NAMES[name])),
        control,
      );
    });
    const bodies = options.offeredBodies(this.page.dataset);
    const known = h(
      'datalist',
      { id: 'units-known' },
      ...bodies.map((body) => h('option', { value: labelOf(body) })),
    );
    const body = h('div', { class: 'filter-fields' }, ...fields, this.resetButton, known);
    const more = h(
      'details',
      { class: 'filter-more', open: innerWidth > 760 },
      h('summary', {}, say('filters')),
      body,
    );
    const submit = (event: Event): void => event.preventDefault();
    return h(
      'form',
      { class: 'filters', role: 'search', 'aria-label': say('filters'), on: { submit } },
      more,
      this.found,
    );
  }

  private typed(name: Controlled): void {
    clearTimeout(this.typing);
    const control = this.controls[name];
    const apply = (): void => {
      this.typedFilter = this.asked();
      this.change(this.typedFilter);
    };
    if (control instanceof HTMLSelectElement) apply();
    else this.typing = setTimeout(apply, TYPING);
  }

  /** What the control of units holds: the label of the body, else words of a name. */
  private unitWords({ body, unit }: Filter): string {
    if (body === '') return unit;
    const known = this.page.dataset.body(body);
    return known ? labelOf(known) : body;
  }

  /** What the controls hold; what was typed a moment ago is part of it. */
  private asked(): Filter {
    const values = Object.entries(this.controls).map(([name, { value }]) => [name, value]);
    const asked = { ...NO_FILTER, ...Object.fromEntries(values) } as Filter;
    const typed = asked.unit.trim();
    const body = this.page.dataset.bodies.find((each) => labelOf(each) === typed);
    const { filter } = this.page.store.state;
    // Two bodies may share a label: the one that was asked for by its id stays.
    if (typed !== '' && typed === this.unitWords(filter) && filter.body !== '') {
      return { ...asked, unit: '', body: filter.body };
    }
    return body ? { ...asked, unit: '', body: body.id } : asked;
  }

  private change(filter: Filter): void {
    if (filter === NO_FILTER) {
      for (const control of Object.values(this.controls)) control.value = '';
    }
    const doc = filter.doc !== this.page.store.state.filter.doc && filter.doc;
    this.page.store.set(doc ? { filter, docId: doc, chosen: null } : { filter });
  }
}
