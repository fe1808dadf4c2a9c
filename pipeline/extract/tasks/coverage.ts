import type { Passage } from '../../model/passage.js';
import type { SourceText } from '../../model/source-text.js';
import type { Section } from '../../outline/sections/index.js';
import { findClauses } from '../units/index.js';
import { itemText } from './item-text.js';

/** A responsibility clause of the text, wherever it stands. */
export interface SeenClause {
  readonly offset: number;
  readonly passage: Passage;
}

/** Every responsibility clause in the sections, those of aims and lists included. */
export function clausesSeen(source: SourceText, root: Section): SeenClause[] {
  const seen: SeenClause[] = [];
  const visit = (section: Section): void => {
    const { passage, breaks } = itemText(source, section.passages);
    for (const clause of findClauses(passage.reading, breaks)) {
      seen.push({
        offset: passage.sourceOffset(clause.start),
        passage: passage.slice(clause.start, clause.end),
      });
    }
    section.children.forEach(visit);
  };
  visit(root);
  return seen;
}
