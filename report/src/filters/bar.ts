import { INFERENCES } from '../data/facts.js';
import type { Dataset } from '../data/model.js';
import { h, plain, shortened } from '../element.js';
import type { Page } from '../page.js';
import { grouped, say } from '../words/language.js';
import type { Word } from '../words/words.js';
import { type Filter, isFiltering, NO_FILTER } from './filter.js';

/** Units that the box of units offers, the busiest first. */
const OFFERED = 400;
const TYPING = 150;

/** The controls that narrow the list; what they hold follows the state. */
export class FilterBar {
  readonly element: HTMLElement;
  private readonly controls: Record<keyof Filter, HTMLInputElement | HTMLSelectElement>;
  private readonly found = h('output', { class: 'found', 'aria-live': 'polite' });
  private readonly resetButton: HTMLButtonElement;
  private typing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly page: Page) {
    const { dataset } = page;
    this.controls = {
      q: h('input', { type: 'search', placeholder: say('search_hint'), autocomplete: 'off' }),
      doc: choice(docOptions(dataset)),
      unit: h('input', { type: 'search', list: 'units-known', autocomplete: 'off', lang: 'zh-CN' }),
      role: choice(wordOptions('role', ['lead', 'responsible', 'support'])),
      from: h('input', { type: 'date' }),
      to: h('input', { type: 'date' }),
      region: choice(regionsOf(dataset).map((region) => [region, region])),
      mark: markChoice(dataset),
      status: choice(wordOptions('status', ['open', 'accept', 'set', 'reject'])),
    };
    this.controls.q.id = 'search';
    this.resetButton = h(
      'button',
      { type: 'button', class: 'reset', on: { click: () => this.change(NO_FILTER) } },
      say('reset'),
    );
    this.element = this.drawn(unitsOf(dataset));
  }

  /** Puts the state's filter into the controls and says how many records it lets through. */
  update(): void {
    const { filter } = this.page.store.state;
    for (const name of Object.keys(this.controls) as (keyof Filter)[]) {
      const control = this.controls[name];
      if (control.value !== filter[name] && document.activeElement !== control) {
        control.value = filter[name];
      }
      control.closest('.filter')?.classList.toggle('on', filter[name] !== '');
    }
    const n = this.page.rows().length;
    const all = this.page.dataset.rows.length;
    const word = n === all ? 'found' : 'found_of';
    this.found.textContent = say(word, { n: grouped(n), all: grouped(all) });
    this.resetButton.disabled = !isFiltering(filter);
  }

  private drawn(units: readonly string[]): HTMLElement {
    const names: Record<keyof Filter, Word> = {
      q: 'filter_search',
      doc: 'filter_doc',
      unit: 'filter_unit',
      role: 'filter_role',
      from: 'filter_from',
      to: 'filter_to',
      region: 'filter_region',
      mark: 'filter_warning',
      status: 'filter_status',
    };
    const fields = (Object.keys(names) as (keyof Filter)[]).map((name) => {
      const control = this.controls[name];
      control.id ||= `filter-${name}`;
      control.addEventListener(control instanceof HTMLSelectElement ? 'change' : 'input', () =>
        this.typed(name),
      );
      return h(
        'div',
        { class: `filter filter-${name}` },
        h('label', { for: control.id }, say(names[name])),
        control,
      );
    });
    const known = h(
      'datalist',
      { id: 'units-known' },
      ...units.map((unit) => h('option', { value: unit })),
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

  private typed(name: keyof Filter): void {
    clearTimeout(this.typing);
    const control = this.controls[name];
    const apply = (): void => this.change(this.asked());
    if (control instanceof HTMLSelectElement) apply();
    else this.typing = setTimeout(apply, TYPING);
  }

  /** What the controls hold; what was typed a moment ago is part of it. */
  private asked(): Filter {
    const values = Object.entries(this.controls).map(([name, { value }]) => [name, value]);
    return Object.fromEntries(values) as Filter;
  }

  private change(filter: Filter): void {
    if (filter === NO_FILTER) {
      for (const control of Object.values(this.controls)) control.value = '';
    }
    const doc = filter.doc !== this.page.store.state.filter.doc && filter.doc;
    this.page.store.set(doc ? { filter, docId: doc, chosen: null } : { filter });
  }
}

type Options = readonly (readonly [value: string, said: string])[];

const optionsOf = (options: Options): HTMLElement[] =>
  options.map(([value, said]) => h('option', { value }, plain(said)));

const choice = (options: Options): HTMLSelectElement =>
  h('select', {}, h('option', { value: '' }, say('all')), ...optionsOf(options));

const wordOptions = (prefix: 'role' | 'status', keys: readonly string[]): Options =>
  keys.map((key) => [key, say((key === 'lead' ? 'role_lead_any' : `${prefix}_${key}`) as Word)]);

const docOptions = ({ docs }: Dataset): Options =>
  docs.map((doc) => [doc.id, shortened(doc.record.title || doc.record.source.uri, 60)]);

function markChoice({ docs }: Dataset): HTMLSelectElement {
  const codes = new Set(docs.flatMap((doc) => doc.record.warnings.map(({ code }) => code)));
  const group = (word: Word, options: Options): HTMLElement =>
    h('optgroup', { label: say(word) }, ...optionsOf(options));
  return h(
    'select',
    {},
    h('option', { value: '' }, say('all')),
    codes.size > 0 &&
      group(
        'warnings_group',
        [...codes].sort().map((code) => [code, code]),
      ),
    group(
      'inferences_group',
      INFERENCES.map((how) => [how, say(how)]),
    ),
  );
}

const regionsOf = ({ docs }: Dataset): string[] =>
  [...new Set(docs.flatMap((doc) => doc.record.region ?? []))].sort();

function unitsOf({ docs }: Dataset): string[] {
  const counts = new Map<string, number>();
  for (const doc of docs) {
    for (const { record } of doc.tasks) {
      for (const { name } of record.units) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  const busiest = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return busiest.slice(0, OFFERED).map(([name]) => name);
}
