import { h, words } from './element.js';
import type { Page } from './page.js';
import { addressOf } from './route.js';
import { say } from './words/language.js';

/** A view that somebody keeps: its name and its address. */
interface SavedView {
  readonly name: string;
  readonly address: string;
}

const KEY = `gongwen-views ${typeof location === 'undefined' ? '' : location.pathname}`;

/** The views that the browser keeps for this page, and the way to keep the one that is shown. */
export function savedViews({ store, announce }: Page): HTMLElement {
  const list = h('ul', {});
  const name = h('input', { type: 'text', id: 'view-name', maxlength: 60, autocomplete: 'off' });
  const draw = (): void => {
    const views = load();
    const remove = (gone: SavedView): void => {
      keep(load().filter((view) => view.name !== gone.name));
      draw();
    };
    list.replaceChildren(
      ...views.map((view) =>
        h(
          'li',
          {},
          h('a', { href: view.address }, words(view.name)),
          h(
            'button',
            {
              type: 'button',
              'aria-label': say('remove_view', { name: view.name }),
              on: { click: () => remove(view) },
            },
            '✕',
          ),
        ),
      ),
      ...(views.length === 0 ? [h('li', {}, say('no_saved_views'))] : []),
    );
  };
  const save = (event: Event): void => {
    event.preventDefault();
    const called = name.value.trim();
    if (called === '') {
      name.focus();
      return;
    }
    const others = load().filter((view) => view.name !== called);
    if (!keep([...others, { name: called, address: addressOf(store.state) }])) {
      announce(say('storage_off'));
    }
    name.value = '';
    draw();
  };
  draw();
  return h(
    'details',
    { class: 'saved-views' },
    h('summary', {}, say('saved_views')),
    h(
      'div',
      { class: 'saved-list' },
      list,
      h(
        'form',
        { on: { submit: save } },
        h('label', { for: 'view-name' }, say('view_name')),
        name,
        h('button', { type: 'submit' }, say('save_view')),
      ),
    ),
  );
}

function load(): SavedView[] {
  try {
    const stored = JSON.parse(localStorage.getItem(KEY) ?? '[]') as SavedView[];
    // An address that is none of this page's leads nowhere.
    return stored.filter(({ address }) => typeof address === 'string' && address.startsWith('#'));
  } catch {
    return [];
  }
}

function keep(views: readonly SavedView[]): boolean {
  try {
    localStorage.setItem(KEY, JSON.stringify(views));
    return true;
  } catch {
    return false;
  }
}
