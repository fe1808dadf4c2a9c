import { describe, expect, it } from 'vitest';
import { explainDeadlines } from '../../pipeline/extract/deadlines/index.js';
import { ALL_DEADLINE_RULES } from '../../pipeline/extract/deadlines/rules/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';
import { casesOf, type RuleCase } from './cases.js';

/** The year of the documents in the tables, where a case says none. */
const YEAR = '2025';

/** `by 2025-12-31`, `period 2025-01-01..2025-12-31 document`, `recurring P1M`, `ongoing`, `none`; and the rule. */
function decided({ text, start, end, context }: RuleCase): { reads: string; rule: string } {
  const { year = YEAR, issued = null, effective = null } = context;
  const passage = Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);
  const explained = explainDeadlines(passage, {
    documentYear: year === '' ? null : Number(year),
    issuedOn: issued,
    effectiveOn: effective,
  }).find(({ time }) => time.start < end && time.end > start);
  if (!explained) return { reads: 'no time', rule: '' };
  const { rule, value } = explained;
  if (value === null) return { reads: 'none', rule };
  const days = value.kind === 'period' ? `${value.start ?? ''}..${value.end}` : value.end;
  const basis = value.start_basis === 'document' ? 'document' : null;
  const words = [value.kind, days, value.every, basis].filter((word) => word !== null);
  return { reads: words.join(' '), rule };
}

describe.each(ALL_DEADLINE_RULES)('$id', ({ id, example }) => {
  const cases = casesOf(id);

  it('has an example that marks its time', () => {
    expect(example).toMatch(/【[^【】]+】/);
  });

  it('has a case that it decides, and one that it leaves to another or reads otherwise', () => {
    const own = cases.filter(({ rule }) => rule === id);
    expect(own.length).toBeGreaterThan(0);
    const told = new Set(cases.map(({ rule, reads }) => `${rule} ${reads.split(' ')[0]}`));
    expect(told.size).toBeGreaterThan(1);
  });

  it.each(cases)('line $line: $text', (line) => {
    expect(decided(line)).toEqual({ reads: line.reads, rule: line.rule });
  });
});
