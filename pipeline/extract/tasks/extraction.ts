import type { Nature } from '../../../schemas/document.js';
import type { TextTable } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import type { DeadlineContext } from '../deadlines/index.js';
import type { QuantityDraft } from '../quantities/index.js';
import type { SeenClause } from './clause-account.js';
import type { TaskDraft } from './draft.js';

/** What the head of a notice says of how its body is to be read. */
export interface ReadingContext extends DeadlineContext {
  /** It is made of articles, which set rules: `采购人…7个工作日内做出答复` is no aim. */
  readonly lawLike: boolean;
  /** What the document does; only a directive is searched for tasks as a whole. */
  readonly nature: Nature;
  /** As its title names it: 批复 orders what it approves. */
  readonly genre?: string | null;
  /** Its title names an account of what was done beside a plan: the account's part is no work. */
  readonly tellsPast?: boolean;
}

/** A quantity of the document's aims, with the bodies that an indicator table names for it. */
export interface GoalDraft {
  readonly quantity: QuantityDraft;
  readonly units: readonly string[];
}

/** What a section was taken for. */
export interface SectionDecision {
  /** Id of the rule that decided. */
  readonly rule: string;
  /** Its heading, else its own words; empty for a notice without words of its own. */
  readonly passage: Passage;
}

/** What the sections of a notice give. */
export interface Extraction {
  readonly tasks: readonly TaskDraft[];
  /** Numbers of aims, goals and indicator tables: targets of the document. */
  readonly goals: readonly GoalDraft[];
  /** All tables, those of aims and lists included. */
  readonly tables: readonly TextTable[];
  /** Paragraphs that are in no task, heading or aim: openings and closings. */
  readonly unassigned: readonly Passage[];
  readonly clauses: readonly SeenClause[];
  /** Cells of bodies that were left out, as they may hold pieces of two cells. */
  readonly unclearCells: readonly Passage[];
  /** Every section that was looked at, outermost first. */
  readonly sections: readonly SectionDecision[];
}
