import type { Passage } from '../../model/passage.js';
import type { ClauseAccount } from './clause-account.js';
import type { Conventions } from './conventions.js';
import type { ReadingContext } from './extraction.js';

/** What goes along while the sections of one notice are walked, in the order of the text. */
export interface WalkState {
  readonly context: ReadingContext;
  readonly conventions: Conventions;
  readonly account: ClauseAccount;
  /** Cells of bodies that were left out, as they may hold pieces of two cells. */
  readonly unclearCells: Passage[];
}
