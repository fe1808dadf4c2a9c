import { Passage } from '../../model/passage.js';
import { SourceText } from '../../model/source-text.js';
import { clausesOf } from './clauses.js';
import type { Mention } from './mention.js';
import { readVerbUnits } from './running-text.js';
import { readSubjects } from './subjects.js';

/** A responsible body in a text, for people and tests. */
export interface InspectedUnit {
  readonly raw: string;
  readonly role: string;
  readonly basis: string;
  readonly rule: string;
}

/** The responsible bodies in a text, for people and tests; a line is a paragraph. */
export function inspectUnits(text: string): InspectedUnit[] {
  const passage = passageOf(text);
  const clauses = clausesOf(passage).flatMap((clause) => [
    ...clause.mentions,
    ...(clause.blanket?.mentions ?? []),
  ]);
  const mentions: readonly Mention[] =
    clauses.length > 0 ? clauses : [...readVerbUnits(passage), ...readSubjects(passage.reading)];
  return mentions.map(({ start, end, role, basis, rule }) => ({
    raw: passage.text.slice(start, end),
    role,
    basis,
    rule,
  }));
}

/** A text as a passage: each of its lines a paragraph. */
export function passageOf(text: string): Passage {
  const source = new SourceText(text);
  const paragraphs: Passage[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.length > 0) paragraphs.push(Passage.of(source, [{ start, end: start + line.length }]));
    start += line.length + 1;
  }
  return Passage.paragraphs(source, paragraphs);
}
