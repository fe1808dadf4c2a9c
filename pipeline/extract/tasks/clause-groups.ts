import type { Passage } from '../../model/passage.js';
import { type Clause, clausesOf } from '../units/index.js';

/** Clauses this near to each other say one thing: `（牵头单位：甲）（完成时限：…）`. */
const SAME_CLAUSE = 4;

/** The clauses of a passage, those together that stand side by side: each group closes one task. */
export function clauseGroups(passage: Passage): Clause[][] {
  const groups: Clause[][] = [];
  let end = 0;
  for (const clause of clausesOf(passage)) {
    const between = passage.reading.slice(end, clause.start).replace(/[。；，、\s]/g, '').length;
    const group = groups.at(-1);
    if (group && between < SAME_CLAUSE) group.push(clause);
    else groups.push([clause]);
    end = clause.end;
  }
  return groups;
}
