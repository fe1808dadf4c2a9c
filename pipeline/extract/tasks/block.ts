import type { Passage } from '../../model/passage.js';
import type { Above } from './above.js';
import type { WalkState } from './walk-state.js';

/** A block that no label divides further, where its tasks are told apart. */
export interface Block {
  /** Its label as printed, without delimiter. */
  readonly number: string | null;
  /** Its first paragraph with its label, or the heading above it; null where it has neither. */
  readonly printed: Passage | null;
  readonly passage: Passage;
  readonly above: Above;
  readonly state: WalkState;
}
