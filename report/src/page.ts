import { type Chosen, type Dataset, type Doc, docOf, judgedOf, type Row } from './data/model.js';
import { type Filter, matcher } from './filters/filter.js';
import { sorted } from './filters/sort.js';
import type { Decisions } from './review/decisions.js';
import type { Saver } from './review/saver.js';
import type { State, Store } from './state.js';

/** What every part of the page works with. */
export interface Page {
  readonly dataset: Dataset;
  readonly store: Store;
  readonly decisions: Decisions;
  /** What a service keeps of them; null where it is the browser that does. */
  saver(): Saver | null;
  /** Records that the filter lets through, in its order. */
  rows(): readonly Row[];
  /** How many there would be with some of the filter changed. */
  rowsWith(change: Partial<Filter>): readonly Row[];
  /** The document whose text is open. */
  doc(): Doc | undefined;
  /** Opens a record and shows its place in the text. */
  open(chosen: Chosen, change?: Partial<State>): void;
  /** Shows a stretch of the open document's text. */
  show(start: number, end: number, change?: Partial<State>): void;
  /** Tells a reader of the screen what has happened. */
  announce(message: string): void;
  /** Words that are selected in the text, if any. */
  selected(): { readonly start: number; readonly end: number } | null;
  /** Who decides, as typed in. */
  reviewer(): string;
}

/** Rows of the kind that a filter asks for which it lets through, in the order of the texts. */
export function rowsThrough(
  { dataset, decisions }: Pick<Page, 'dataset' | 'decisions'>,
  filter: Filter,
): readonly Row[] {
  const { kind } = filter;
  const all = isKind(kind) ? dataset.rowsOf(kind) : dataset.rows;
  const statusOf = (row: Row): string => {
    const judged = judgedOf(row);
    return judged ? decisions.status(judged) : 'open';
  };
  return all.filter(matcher(filter, { bodies: dataset.bodies, statusOf }));
}

export const KINDS = ['task', 'target', 'parameter', 'deadline', 'warning'] as const;
const isKind = (kind: string): kind is Row['kind'] => (KINDS as readonly string[]).includes(kind);

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
      known = { filter, rows: sorted(rowsThrough(page, filter), filter.sort) };
    }
    return known.rows;
  };
}

/** The state after a record was opened. */
export function opening(chosen: Chosen, { shown }: State): Partial<State> {
  const change: Partial<State> = {
    view: 'review',
    docId: docOf(chosen).id,
    chosen,
    editing: false,
  };
  const at = chosen.kind === 'document' ? null : chosen.record.at;
  if (at === null) return change;
  const { start, end } = at;
  return { ...change, shown: { start, end, count: (shown?.count ?? 0) + 1 } };
}
