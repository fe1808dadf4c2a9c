import { unitOf } from '../../../units/index.js';
import { aboveChildren } from '../../above-children.js';
import { closingClauseOf } from '../../closing-clause.js';
import { noteClauses } from '../../conventions.js';
import { readParagraphs } from '../../plain-paragraph.js';
import { reading, type SectionRule } from './section-rule.js';

/** A clause line behind the items of a section covers each of them. */
export const closedByClause: SectionRule = {
  id: 'task.closed-by-clause',
  summary:
    'A responsibility clause on a line of its own behind items with headlines covers every one of them.',
  example:
    '三、扩大开放 （八）提升通关便利。推进… （九）拓展口岸功能。支持… 【牵头单位：市商务局，责任单位：市交通运输局】',
  read({ section, above, state }) {
    const closing = closingClauseOf(section);
    if (closing === null || section.kind === 'root') return null;
    const own =
      section.kind === 'labelled'
        ? { tasks: [], unassigned: [] }
        : readParagraphs(section.passages, above, state);
    const last = section.children.at(-1)!;
    for (const clause of closing.clauses) state.account.attach(clause, last.item);
    noteClauses(state.conventions, closing.clauses, last.item);
    const inherited = closing.clauses.flatMap(({ mentions }) =>
      mentions.map((mention) => unitOf(last.item, mention, true)),
    );
    return reading(above, {
      ...own,
      below: [...section.children.slice(0, -1), last.upTo(closing.paragraphs)],
      aboveBelow: {
        ...aboveChildren(section, above, state),
        inherited,
        inheritedEtAl: closing.clauses.some((clause) => clause.etAl),
      },
    });
  },
};
