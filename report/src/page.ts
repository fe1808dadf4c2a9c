import type { Dataset, Doc, Judged, Row } from './data/model.js';
import { docOf } from './data/model.js';
import { matcher } from './filters/filter.js';
import type { Decisions } from './review/decisions.js';
import type { State, Store } from './state.js';

/** What every part of the page works with. */
export interface Page {
  readonly dataset: Dataset;
  readonly store: Store;
  readonly decisions: Decisions;
  /** Records that the filter lets through. */
  rows(): readonly Row[];
  /** The document whose text is open. */
  doc(): Doc | undefined;
  /** Opens a record and shows its place in the text. */
  open(judged: Judged, change?: Partial<State>): void;
  /** Shows a stretch of the open document's text. */
  show(start: number, end: number, change?: Partial<State>): void;
  /** Tells a reader of the screen what has happened. */
  announce(message: string): void;
  /** Words that are selected in the text, if any. */
  selected(): { readonly start: number; readonly end: number } | null;
  /** Who decides, as typed in. */
  reviewer(): string;
}

/** The records that a state's filter lets through, kept until the filter or a decision changes. */
export function filteredRows(
  page: Pick<Page, 'dataset' | 'store' | 'decisions'>,
): () => readonly Row[] {
  let known: { filter: State['filter']; rows: readonly Row[] } | null = null;
  page.decisions.listen(() => {
    if (page.store.state.filter.status !== '') known = null;
  });
  return () => {
    const { filter } = page.store.state;
    if (known?.filter !== filter) {
      const matches = matcher(filter, (row) => page.decisions.status(row));
      known = { filter, rows: page.dataset.rows.filter(matches) };
    }
    return known.rows;
  };
}

/** The state after a record was opened. */
export function opening(judged: Judged, { shown }: State): Partial<State> {
  const change: Partial<State> = {
    view: 'review',
    docId: docOf(judged).id,
    chosen: judged,
    editing: false,
  };
  if (judged.kind === 'document') return change;
  const { start, end } = judged.record.at;
  return { ...change, shown: { start, end, count: (shown?.count ?? 0) + 1 } };
}
