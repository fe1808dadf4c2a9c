import { judgedOf } from './data/model.js';
import type { Page } from './page.js';
import type { RecordsPane } from './records/records-pane.js';
import { decide, undoLast } from './review/decision-bar.js';
import type { State } from './state.js';

const SETTING = 'gongwen-single-keys';

/** Whether single keys act; some who speak to their computer turn them off. */
export const singleKeysAct = (): boolean => {
  try {
    return localStorage.getItem(SETTING) !== 'off';
  } catch {
    return true;
  }
};

export function letSingleKeysAct(act: boolean): void {
  try {
    localStorage.setItem(SETTING, act ? 'on' : 'off');
  } catch {
    // The browser keeps nothing; the keys act again when the page is opened anew.
  }
}

/** Keys that act from anywhere but a field; `docs/review.md` lists them. */
export function listenToKeys(
  page: Page,
  parts: { records(): RecordsPane; help(): void; search(): void },
): void {
  const { store } = page;
  const turn = (by: number): void => {
    const { docs } = page.dataset;
    const next = docs[docs.findIndex(({ id }) => id === store.state.docId) + by];
    if (next) page.open(next, { pane: 'text' });
  };
  const onChosen = (how: 'accept' | 'reject' | 'undo'): void => {
    const judged = judgedOf(store.state.chosen);
    if (judged && !(how === 'reject' && judged.kind === 'document')) decide(page, judged, how);
  };
  const actions: Record<string, () => void> = {
    j: () => parts.records().step(1),
    k: () => parts.records().step(-1),
    ArrowDown: () => parts.records().step(1),
    ArrowUp: () => parts.records().step(-1),
    ']': () => turn(1),
    '[': () => turn(-1),
    '/': parts.search,
    p: () => page.doc()?.pages.length && store.set({ side: otherSide(store.state) }),
    a: () => onChosen('accept'),
    x: () => onChosen('reject'),
    u: () => onChosen('undo'),
    z: () => undoLast(page),
    e: () => judgedOf(store.state.chosen) && store.set({ editing: true }),
    '?': parts.help,
  };
  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
    if (event.key === 'Escape' && store.state.editing) store.set({ editing: false });
    if (!singleKeysAct() || isTyping(event.target)) return;
    // Arrows scroll what has the focus; elsewhere they go through the records.
    const scrolls = event.key.startsWith('Arrow') && event.target !== document.body;
    const acts = event.key === '?' || (store.state.view === 'review' && !scrolls);
    const action = acts ? actions[event.key] : undefined;
    if (!action) return;
    event.preventDefault();
    action();
  });
}

const otherSide = ({ side }: State): State['side'] => (side === 'text' ? 'picture' : 'text');

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog') !== null;
