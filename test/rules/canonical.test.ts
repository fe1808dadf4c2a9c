import { describe, expect, it } from 'vitest';
import { readCanonical } from '../../pipeline/canonical/index.js';
import { CANONICAL_RULES } from '../../pipeline/canonical/rules/index.js';
import { casesOf } from './cases.js';

describe.each(CANONICAL_RULES)('$id', ({ id }) => {
  const cases = casesOf(id);

  it.each(cases)('line $line: $text', ({ text, reads, rule, context }) => {
    const canonical = readCanonical(text, context.region ?? null, context.issuer ?? null);
    expect(canonical?.name ?? 'none').toBe(reads);
    expect(canonical?.rule ?? 'none').toBe(rule);
  });

  it('has a case that it decides, and one that another rule or none decides', () => {
    expect(cases.some(({ rule }) => rule === id)).toBe(true);
    expect(cases.some(({ rule }) => rule !== id)).toBe(true);
  });
});
