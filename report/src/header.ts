import { h } from './element.js';
import { letSingleKeysAct, singleKeysAct } from './keyboard.js';
import type { Page } from './page.js';
import { linesOf, NoCorrectionError, readLines } from './review/decisions.js';
import { savedViews } from './saved-views.js';
import type { State, View } from './state.js';
import { currentLanguage, grouped, say } from './words/language.js';
import type { Word } from './words/words.js';

const VIEWS: readonly View[] = ['review', 'bodies', 'charts', 'attention'];
const REVIEWER = 'gongwen-reviewer';

/** The top of the page: what the dataset holds, the views, and what is done with corrections. */
export class Header {
  readonly element: HTMLElement;
  readonly help = helpDialog();
  private readonly tabs: Map<View, HTMLElement>;
  private readonly download: HTMLButtonElement;
  private readonly saved = h('span', { class: 'saved', role: 'status' });
  private readonly reviewerField = h('input', {
    type: 'text',
    id: 'reviewer',
    autocomplete: 'name',
    size: 8,
  });

  constructor(private readonly page: Page) {
    this.tabs = new Map(
      VIEWS.map((view) => [
        view,
        h(
          'button',
          { type: 'button', on: { click: () => page.store.set({ view }) } },
          say(`view_${view}` as Word),
        ),
      ]),
    );
    this.download = h('button', {
      type: 'button',
      class: 'download',
      on: { click: () => this.save() },
    });
    this.reviewerField.value = stored(REVIEWER);
    this.reviewerField.addEventListener('change', () => keep(REVIEWER, this.reviewerField.value));
    this.element = this.drawn();
  }

  get reviewer(): string {
    return this.reviewerField.value;
  }

  update({ view }: State): void {
    for (const [name, tab] of this.tabs) {
      if (name === view) tab.setAttribute('aria-current', 'page');
      else tab.removeAttribute('aria-current');
    }
    const { count, kept } = this.page.decisions;
    this.download.textContent = say('download', { n: grouped(count) });
    this.download.disabled = count === 0;
    this.download.classList.toggle('unkept', !kept);
    const saver = this.page.saver();
    this.saved.hidden = saver === null;
    if (saver) {
      const n = saver.unsaved;
      this.saved.textContent = n === 0 ? say('saved') : say('unsaved', { n: grouped(n) });
      this.saved.classList.toggle('unkept', n > 0);
    }
    if (!kept) this.page.announce(say('storage_off'));
  }

  private drawn(): HTMLElement {
    const { dataset, store } = this.page;
    const sum = (key: 'tasks' | 'targets'): string =>
      grouped(dataset.docs.reduce((total, doc) => total + doc[key].length, 0));
    const values = {
      docs: grouped(dataset.docs.length),
      tasks: sum('tasks'),
      targets: sum('targets'),
    };
    const other = currentLanguage() === 'zh' ? 'en' : 'zh';
    const file = h('input', {
      type: 'file',
      id: 'corrections-file',
      accept: '.jsonl',
      on: { change: (event: Event) => this.readFile(event) },
    });
    return h(
      'header',
      { class: 'top' },
      h(
        'div',
        { class: 'brand' },
        h('h1', {}, say('title')),
        h(
          'p',
          { class: 'summary' },
          say('summary', values),
          dataset.copies > 0 && say('copies_left', { n: grouped(dataset.copies) }),
          dataset.older > 0 && say('older_left', { n: grouped(dataset.older) }),
        ),
      ),
      h('nav', { class: 'views', 'aria-label': say('views') }, ...this.tabs.values()),
      h(
        'div',
        { class: 'tools' },
        h(
          'span',
          { class: 'reviewer' },
          h('label', { for: 'reviewer' }, say('reviewer')),
          this.reviewerField,
        ),
        savedViews(this.page),
        h('label', { class: 'open-file' }, file, say('open_file')),
        this.download,
        this.saved,
        h(
          'button',
          { type: 'button', class: 'help', on: { click: () => this.help.showModal() } },
          say('keys'),
        ),
        h(
          'button',
          {
            type: 'button',
            class: 'language',
            lang: other === 'zh' ? 'zh-CN' : 'en',
            on: { click: () => store.set({ language: other }) },
          },
          say('language'),
        ),
      ),
    );
  }

  private save(): void {
    const blob = new Blob([linesOf(this.page.decisions.all)], { type: 'application/jsonl' });
    const href = URL.createObjectURL(blob);
    h('a', { href, download: 'corrections.jsonl' }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10_000);
  }

  private async readFile(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    try {
      const corrections = readLines(await file.text());
      this.page.decisions.readIn(corrections);
      const n = grouped(corrections.length);
      const m = this.page.decisions.conflicts.length;
      this.page.announce(m > 0 ? say('read_in_conflicts', { n, m }) : say('read_in', { n }));
      if (m > 0) this.page.store.set({ view: 'attention' });
    } catch (error) {
      if (!(error instanceof NoCorrectionError)) throw error;
      this.page.announce(say('bad_file', { n: error.line }));
    }
    input.value = '';
  }
}

const KEYS: readonly (readonly [string, Word])[] = [
  ['J K ↓ ↑', 'key_next'],
  ['] [', 'key_doc'],
  ['P', 'key_side'],
  ['/', 'key_search'],
  ['A E X U', 'key_decide'],
  ['Z', 'key_undo'],
  ['Esc', 'key_close'],
];

function helpDialog(): HTMLDialogElement {
  const single = h('input', { type: 'checkbox', id: 'single-keys' });
  single.checked = singleKeysAct();
  single.addEventListener('change', () => letSingleKeysAct(single.checked));
  const dialog: HTMLDialogElement = h(
    'dialog',
    { class: 'help-dialog', 'aria-labelledby': 'help-title' },
    h('h2', { id: 'help-title' }, say('keys_title')),
    h(
      'dl',
      {},
      ...KEYS.flatMap(([keys, word]) => [h('dt', {}, h('kbd', {}, keys)), h('dd', {}, say(word))]),
    ),
    h('p', {}, single, h('label', { for: 'single-keys' }, say('keys_single'))),
    h('button', { type: 'button', on: { click: () => dialog.close() } }, say('close')),
  );
  return dialog;
}

function stored(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The browser keeps nothing; the name holds until the page is closed.
  }
}
