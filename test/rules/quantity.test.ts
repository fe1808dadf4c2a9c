import { describe, expect, it } from 'vitest';
import {
  QUANTITY_RULES,
  type QuantityDraft,
  readQuantityLedger,
} from '../../pipeline/extract/quantities/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';
import { casesOf, type RuleCase } from './cases.js';

/** The quantity that the marks of a case stand around. */
function quantityAt({ text, start, end, context }: RuleCase): QuantityDraft | undefined {
  const passage = Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);
  const ledger = readQuantityLedger(passage, { documentYear: Number(context.year ?? 2025) });
  return ledger.find((quantity) => quantity.start < end && quantity.end > start);
}

/** `target 充电桩 >= 10 个`, `parameter 补助 <= 150 万元`; of other roles the role alone. */
function shown(quantity: QuantityDraft | undefined): string {
  if (quantity === undefined) return 'none';
  const { role, indicator, op, value, unit } = quantity;
  return indicator === null && op === null
    ? role
    : [role, indicator ?? '-', op, value, unit ?? '-'].join(' ');
}

describe.each(QUANTITY_RULES)('$id', ({ id, example }) => {
  const cases = casesOf(id);

  it.each(cases)('line $line: $text', (item) => {
    const quantity = quantityAt(item);
    expect(shown(quantity)).toBe(item.reads);
    expect(quantity?.rule ?? '-').toBe(item.rule);
  });

  it('has a case that it decides, and one that another rule decides', () => {
    expect(cases.some(({ rule }) => rule === id)).toBe(true);
    expect(cases.some(({ rule }) => rule !== id)).toBe(true);
  });

  it('decides on its own example', () => {
    const text = example.replace(/[【】]/g, '');
    const start = example.indexOf('【');
    const end = example.indexOf('】') - 1;
    const base = { reads: '', rule: id, context: {}, line: 0 };
    expect(quantityAt({ text, start, end, ...base })?.rule).toBe(id);
  });
});
