import { type Dataset, docOf } from './data/model.js';
import { type Filter, NO_FILTER } from './filters/filter.js';
import { opening } from './page.js';
import type { State, Store, View } from './state.js';

const VIEWS: readonly string[] = ['bodies', 'charts', 'attention'];

/**
 * The address of what is shown: `#doc/<id>`, `#doc/<id>/task/<id>` (and so for each kind of row),
 * `#bodies`, `#charts`, `#attention`, with the filter after a question mark.
 */
export function addressOf({ view, docId, chosen, filter }: State): string {
  const set = Object.entries(filter).filter(([, value]) => value !== '');
  const query = set.length > 0 ? `?${new URLSearchParams(set)}` : '';
  if (view !== 'review') return `#${view}${query}`;
  if (docId === null) return `#${query}`;
  const parts = ['doc', docId];
  if (chosen) parts.push(...(chosen.kind === 'document' ? ['record'] : [chosen.kind, chosen.id]));
  return `#${parts.map(encodeURIComponent).join('/')}${query}`;
}

/** What an address asks for; what it does not name, or names wrongly, is left as it is. */
export function askedBy(hash: string, dataset: Dataset): Partial<State> {
  const [path = '', query = ''] = hash.replace(/^#/, '').split('?', 2);
  const filter = filterOf(query);
  const [first, ...rest] = path.split('/').map(decoded);
  if (first !== undefined && VIEWS.includes(first)) return { view: first as View, filter };
  const [docId, kind, id] = rest;
  const doc =
    first === 'doc' ? dataset.docs.find((candidate) => candidate.id === docId) : undefined;
  if (!doc) return { view: 'review', filter };
  if (kind === 'record') return { view: 'review', filter, docId: doc.id, chosen: doc };
  const chosen = kind && id ? dataset.any(kind, id) : undefined;
  const sound = chosen && docOf(chosen) === doc ? chosen : null;
  return { view: 'review', filter, docId: doc.id, chosen: sound };
}

function filterOf(query: string): Filter {
  const asked = new URLSearchParams(query);
  const names = Object.keys(NO_FILTER) as (keyof Filter)[];
  return Object.fromEntries(
    names.map((name) => [name, asked.get(name) ?? '']),
  ) as unknown as Filter;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Keeps the address in step with the state, and the state with the address. */
export function followAddress(store: Store, dataset: Dataset): void {
  let own = location.hash;
  store.listen((state, former) => {
    const address = addressOf(state);
    if (address === own) return;
    const step = state.view !== former.view || state.docId !== former.docId;
    own = address;
    if (step) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  });
  const follow = (): void => {
    if (location.hash === own) return;
    own = location.hash;
    const asked = askedBy(location.hash, dataset);
    const opened = asked.chosen ? opening(asked.chosen, store.state) : {};
    store.set({ ...opened, ...asked, editing: false });
  };
  addEventListener('hashchange', follow);
  addEventListener('popstate', follow);
}
