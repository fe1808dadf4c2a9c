import type { Contact, Unit } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';

/** A task as its rules leave it: not yet numbered, named or checked. */
export interface TaskDraft {
  readonly number: string | null;
  readonly part: number | null;
  readonly path: readonly string[];
  readonly title: string;
  /** The block without label and responsibility clause. */
  readonly body: Passage;
  /** The block with everything, for times that a clause gives. */
  readonly whole: Passage;
  readonly units: readonly Unit[];
  readonly et_al: boolean;
  /** Time cells of a table's row. */
  readonly periods: readonly Passage[];
  readonly contacts: readonly Contact[];
  /** Goal cells of a table's row; the same passages for every measure of the row. */
  readonly goals: readonly Passage[];
  /** True for a row of a table, whose texts name no bodies of their own. */
  readonly tabular: boolean;
}
