import { describe, expect, it } from 'vitest';
import {
  noConventions,
  noteClauses,
  underConventions,
} from '../../pipeline/extract/tasks/conventions.js';
import { clauses } from '../../pipeline/extract/units/clauses.js';
import {
  clausesOf,
  clauseUnits,
  readRunningUnits,
  readUnitCell,
} from '../../pipeline/extract/units/index.js';
import { passageOf } from '../../pipeline/extract/units/inspect.js';
import { LINE_READINGS, ROLE_READINGS } from '../../pipeline/extract/units/role-readings.js';
import { BRACKET_RULES } from '../../pipeline/extract/units/rules/brackets.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';
import type { Unit } from '../../schemas/task.js';
import { casesOf } from './cases.js';

type Context = Readonly<Record<string, string>>;

/** A table's cell: ⏎ and spaces in it part what it holds. */
function cellOf(text: string): Passage {
  const source = new SourceText(text);
  const spans = Array.from(text.matchAll(/\S+/g), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  return Passage.of(source, spans);
}

/** Bodies of a text on one line, ⏎ a paragraph's end: a table's cell, clauses, or running text. */
function unitsOf(text: string, context: Context): Unit[] {
  const lines = text.replaceAll('⏎', '\n');
  if (context.cell) {
    return readUnitCell(cellOf(lines), context.cell === 'support' ? 'support' : null).units;
  }
  const passage = passageOf(lines);
  const found = clausesOf(passage);
  if (found.length === 0) return readRunningUnits(passage);
  const conventions = noConventions();
  noteClauses(conventions, found, passage);
  const etAl = found.some((clause) => clause.etAl);
  const own = clauseUnits(passage, found, conventions.leads);
  return [
    ...underConventions(own, etAl, conventions),
    ...conventions.forOthers.map(({ unit }) => unit),
  ];
}

const shown = (units: readonly Unit[]): string =>
  units.map(({ name, role }) => `${name} ${role}`).join(', ') || 'none';

/** The rule that decided on the first bracket or labelled line. */
function clauseRule(text: string): string {
  const { clauses: found, passed } = passageOf(text.replaceAll('⏎', '\n')).annotation(clauses);
  const [first] = [...found, ...passed].sort((one, other) => one.start - other.start);
  return first?.rule ?? 'none';
}

/** The rule that decided on a body: on the first, or on the one that the context `body=2` counts. */
function bodyRule(text: string, context: Context): string {
  return unitsOf(text, context)[Number(context.body ?? 1) - 1]?.rule ?? 'none';
}

const KINDS: readonly [
  string,
  readonly { readonly id: string }[],
  (text: string, context: Context) => string,
  (text: string, context: Context) => readonly Unit[],
][] = [
  ['brackets', BRACKET_RULES, clauseRule, clauseBodies],
  ['lines', LINE_READINGS, clauseRule, clauseBodies],
  ['bodies', ROLE_READINGS, bodyRule, unitsOf],
];

function clauseBodies(text: string, context: Context): readonly Unit[] {
  const found = clausesOf(passageOf(text.replaceAll('⏎', '\n')));
  return found.length === 0 ? [] : unitsOf(text, context);
}

describe.each(KINDS)('rules of %s', (_, rules, decidedBy, bodiesOf) => {
  describe.each(rules)('$id', ({ id }) => {
    const cases = casesOf(id);

    it.each(cases)('line $line: $text', ({ text, reads, rule, context }) => {
      expect(shown(bodiesOf(text, context))).toBe(reads);
      expect(decidedBy(text, context)).toBe(rule);
    });

    it('has a case that it decides, and one that another rule decides', () => {
      expect(cases.some(({ rule }) => rule === id)).toBe(true);
      expect(cases.some(({ rule }) => rule !== id)).toBe(true);
    });
  });
});
