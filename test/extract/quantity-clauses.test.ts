import { describe, expect, it } from 'vitest';
import { clausesAt } from '../../pipeline/extract/quantities/clauses.js';
import { readQuantityLedger } from '../../pipeline/extract/quantities/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

const passageOf = (text: string): Passage =>
  Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);

/** The clause and the statement around each ▲, which is left out. */
function around(marked: string): [string, string][] {
  const pieces = marked.split('▲');
  const text = pieces.join('');
  let offset = 0;
  const offsets = pieces.slice(0, -1).map((piece) => (offset += piece.length));
  return clausesAt(passageOf(text), offsets).map((clause) => [
    text.slice(clause.start, clause.end),
    text.slice(clause.statementStart, clause.statementEnd),
  ]);
}

describe('clausesAt', () => {
  it('ends clauses at commas and statements at semicolons', () => {
    expect(around('甲，乙▲1；丙▲2，丁。')).toEqual([
      ['乙1', '甲，乙1'],
      ['丙2', '丙2，丁'],
    ]);
  });

  it('keeps to the enclosure that holds the offset, and goes on outside behind it', () => {
    expect(around('甲（乙，▲丙；丁）▲戊，己')).toEqual([
      ['丙', '乙，丙'],
      ['甲（乙，丙；丁）戊', '甲（乙，丙；丁）戊，己'],
    ]);
  });

  it('parts paragraphs, but for a line that a bracket opens or ends', () => {
    const source = new SourceText('推进培育\n新增5家\n（含）\n以上');
    const lines = [
      [0, 4],
      [5, 9],
      [10, 13],
      [14, 16],
    ].map(([start, end]) => Passage.of(source, [{ start: start!, end: end! }]));
    const joined = Passage.paragraphs(source, lines);
    const [clause] = clausesAt(joined, [6]);
    expect(joined.text.slice(clause!.start, clause!.end)).toBe('新增5家（含）以上');
  });
});

describe('readQuantityLedger', () => {
  it('says of every number with a measure what it is, and why', () => {
    const text =
      '到2027年，全市培育企业100家，对年产值超过1亿元的企业，给予最高50万元奖励；目前已有12家。落实“民营经济32条”。';
    const ledger = readQuantityLedger(passageOf(text), { documentYear: 2025 });
    expect(ledger.map(({ role, rule, raw }) => [role, rule, raw])).toEqual([
      ['target', 'quantity.achievement', '100家'],
      ['condition', 'quantity.opened-case', '超过1亿元'],
      ['parameter', 'quantity.subsidy', '最高50万元'],
      ['description', 'quantity.past', '12家'],
      ['reference', 'quantity.quoted', '32条'],
    ]);
  });

  it('looks at no more of a sentence for the last of many numbers than for the first', () => {
    const item = '新增甲5个、';
    const looked = (count: number): number => {
      const passage = passageOf(item.repeat(count));
      const ledger = readQuantityLedger(passage, { documentYear: 2025 });
      return new Set(ledger.map(({ role, indicator }) => `${role} ${indicator}`)).size;
    };
    expect(looked(5)).toBe(1);
    expect(looked(2000)).toBe(1);
  });

  it('reads a part of a passage from the annotation of the whole', () => {
    const whole = passageOf('一、目标。到2027年，覆盖率达到95%以上。');
    const ledger = readQuantityLedger(whole.slice(5), { documentYear: 2025 });
    expect(ledger.map(({ raw, start }) => [raw, start])).toEqual([['达到95%以上', 10]]);
  });
});
