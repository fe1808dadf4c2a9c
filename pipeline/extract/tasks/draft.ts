import type { Contact, Unit } from '../../../schemas/task.js';
import type { Passage } from '../../model/passage.js';
import type { DeadlineDraft } from '../deadlines/index.js';
import type { QuantityDraft } from '../quantities/index.js';

/** A task as its rules leave it: not yet numbered, its bodies without official names, not checked. */
export interface TaskDraft {
  /** Id of the rule that made it a task. */
  readonly rule: string;
  readonly number: string | null;
  readonly part: number | null;
  readonly path: readonly string[];
  readonly title: string;
  /** The block without label and responsibility clause. */
  readonly body: Passage;
  /** The block with everything. */
  readonly whole: Passage;
  readonly units: readonly Unit[];
  readonly et_al: boolean;
  readonly deadlines: readonly DeadlineDraft[];
  /** Cells of its row's time column. */
  readonly timeCells: readonly Passage[];
  /** Of its own text. */
  readonly quantities: readonly QuantityDraft[];
  /** Of its row's goal cells; the same for every measure of the row. */
  readonly rowQuantities: readonly QuantityDraft[];
  readonly contacts: readonly Contact[];
}
