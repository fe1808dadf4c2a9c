import { widthNormalized } from '../../model/width.js';
import { findClauses } from './clauses.js';
import type { Mention } from './roles.js';
import { readVerbUnits } from './running-text.js';
import { readSubjects } from './subjects.js';

/** The responsible bodies in a text, for people and tests. */
export function inspectUnits(text: string): { raw: string; role: string; basis: string }[] {
  const reading = widthNormalized(text);
  const clauses = findClauses(reading).flatMap((clause) => [
    ...clause.mentions,
    ...clause.forLater,
  ]);
  const mentions: readonly Mention[] =
    clauses.length > 0 ? clauses : [...readVerbUnits(reading), ...readSubjects(reading)];
  return mentions.map(({ start, end, role, basis }) => ({
    raw: text.slice(start, end),
    role,
    basis,
  }));
}
