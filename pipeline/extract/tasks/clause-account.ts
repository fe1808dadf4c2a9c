import type { Passage } from '../../model/passage.js';
import { type Clause, clausesOf } from '../units/index.js';

/** A responsibility clause of the text, wherever it stands. */
export interface SeenClause {
  readonly passage: Passage;
  /** Whether a task was given it. */
  readonly attached: boolean;
  /** Labels of bodies by words that the vocabulary does not hold. */
  readonly unknownLabels: readonly Passage[];
  /** Words behind a label of bodies that read as no body. */
  readonly unreadNames: readonly Passage[];
}

/**
 * The account of responsibility clauses, kept while the sections are walked: each that stands in the text is
 * seen, and attached once a task has it. What is only seen is lost, and is said so.
 */
export class ClauseAccount {
  private readonly seen = new Map<number, Omit<SeenClause, 'attached'>>();
  private readonly attached = new Set<number>();

  /** Counts the clauses of a passage, read or passed over. */
  see(passage: Passage): void {
    for (const { start, end, unknownLabels, unreadNames } of clausesOf(passage)) {
      this.seen.set(passage.sourceOffset(start), {
        passage: passage.slice(start, end),
        unknownLabels: unknownLabels.map((label) => passage.slice(label.start, label.end)),
        unreadNames: unreadNames.map((name) => passage.slice(name.start, name.end)),
      });
    }
  }

  /** Says that a task has the clause of a passage. */
  attach({ start }: Clause, passage: Passage): void {
    this.attached.add(passage.sourceOffset(start));
  }

  /** All that was seen, in the order of the text. */
  all(): SeenClause[] {
    return [...this.seen]
      .sort(([one], [other]) => one - other)
      .map(([offset, clause]) => ({ ...clause, attached: this.attached.has(offset) }));
  }
}
