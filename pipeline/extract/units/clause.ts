import type { Span } from '../../model/source-text.js';
import type { Mention } from './mention.js';

/** Bodies that a clause makes responsible for other tasks, too: `以下任务均需…落实，不再一一列出`. */
export interface Blanket {
  readonly mentions: readonly Mention[];
  /** Tasks that it covers: this one and those behind it, those before it, or all of the notice. */
  readonly scope: 'later' | 'earlier' | 'all';
}

/** Which bodies of a list lead by what a clause says once and means from there on. */
export type LeadConvention = 'first' | 'before_comma';

/** A responsibility clause in a text; offsets in the passage. */
export interface Clause extends Span {
  /** Where its words stand, brackets left out. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly form: 'bracket' | 'label' | 'blanket';
  /** The rule that took it for a clause. */
  readonly rule: string;
  readonly mentions: readonly Mention[];
  readonly etAl: boolean;
  readonly blanket: Blanket | null;
  readonly leads: LeadConvention | null;
  /** Labels of bodies by words that nobody wrote down: `督战单位：`. */
  readonly unknownLabels: readonly Span[];
  /** Words behind a label of bodies that read as no body. */
  readonly unreadNames: readonly Span[];
}

/** A clause moved by so many characters. */
export function shiftedClause(clause: Clause, by: number): Clause {
  const move = <Found extends Span>(span: Found): Found => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  const { blanket } = clause;
  return {
    ...move(clause),
    innerStart: clause.innerStart + by,
    innerEnd: clause.innerEnd + by,
    mentions: clause.mentions.map(move),
    blanket: blanket && { ...blanket, mentions: blanket.mentions.map(move) },
    unknownLabels: clause.unknownLabels.map(move),
    unreadNames: clause.unreadNames.map(move),
  };
}
