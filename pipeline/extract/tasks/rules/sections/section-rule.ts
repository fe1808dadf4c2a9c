import type { Passage } from '../../../../model/passage.js';
import type { Rule } from '../../../../model/rule.js';
import type { Section } from '../../../../outline/sections/index.js';
import type { Above } from '../../above.js';
import type { TaskDraft } from '../../draft.js';
import type { WalkState } from '../../walk-state.js';

/** A section with what stands above it. */
export interface SectionInput {
  readonly section: Section;
  readonly above: Above;
  readonly state: WalkState;
}

/** A paragraph whose numbers are the document's targets. */
export interface Goal {
  readonly passage: Passage;
  /** The paragraph above its items, whose date holds for them: 到2026年底，…：1.… 2.…; null where none is. */
  readonly lead: Passage | null;
}

/** What a section gives. */
export interface SectionReading {
  readonly tasks: readonly TaskDraft[];
  readonly goals: readonly Goal[];
  /** Paragraphs that are in no task. */
  readonly unassigned: readonly Passage[];
  /** The sections below that are still to be read, and what holds for them. */
  readonly below: readonly Section[];
  readonly aboveBelow: Above;
}

/** One kind of section. */
export type SectionRule = Rule<SectionInput, SectionReading>;

/** A reading with nothing but what is said of it. */
export function reading(above: Above, found: Partial<SectionReading>): SectionReading {
  return { tasks: [], goals: [], unassigned: [], below: [], aboveBelow: above, ...found };
}
