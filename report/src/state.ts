import type { Chosen } from './data/model.js';
import { type Filter, NO_FILTER } from './filters/filter.js';
import type { Language } from './words/language.js';

export type View = 'review' | 'bodies' | 'charts' | 'attention';

/** What the page shows. */
export interface State {
  readonly view: View;
  readonly language: Language;
  readonly filter: Filter;
  /** Document whose text is open; null where there is none. */
  readonly docId: string | null;
  /** What is open: a row of the list, or the document itself. */
  readonly chosen: Chosen | null;
  /** A stretch of the open text that is shown, and how often it was asked for. */
  readonly shown: { readonly start: number; readonly end: number; readonly count: number } | null;
  /** On a narrow screen, the pane in front. */
  readonly pane: 'text' | 'records';
  /** How the source is shown: its text, or its pages where there are pictures of them. */
  readonly side: 'text' | 'picture';
  readonly editing: boolean;
}

type Listener = (state: State, former: State) => void;

/** The one place where the page's state is kept; everybody who draws listens to it. */
export class Store {
  private readonly listeners: Listener[] = [];

  constructor(private current: State) {}

  get state(): State {
    return this.current;
  }

  set(change: Partial<State>): void {
    const former = this.current;
    this.current = { ...former, ...change };
    for (const listener of this.listeners) listener(this.current, former);
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }
}

export const firstState = (language: Language): State => ({
  view: 'review',
  language,
  filter: NO_FILTER,
  docId: null,
  chosen: null,
  shown: null,
  pane: 'records',
  side: 'text',
  editing: false,
});
