import { expect, it } from 'vitest';
import { SaidDeadlines } from '../../pipeline/extract/deadlines/index.js';

const yearly = (raw: string) => ({
  kind: 'recurring' as const,
  start: null,
  end: null,
  every: 'P1Y',
  raw,
});
const newOf = (...raws: string[]): boolean[] => {
  const said = new SaidDeadlines();
  return raws.map((raw) => said.add(yearly(raw)));
};

it('takes each day of a year for a deadline of its own', () => {
  expect(newOf('每年3月31日前', '9月30日前', '3月31日前')).toEqual([true, true, false]);
  expect(newOf('每年6月底', '12月底前')).toEqual([true, true]);
});

it('takes a day behind 每年 alone, and 每年 behind a day, for said before', () => {
  expect(newOf('每年', '9月30日前')).toEqual([true, false]);
  expect(newOf('每年9月30日前', '每年')).toEqual([true, false]);
});

it('takes the same last day said in other words once', () => {
  const until = { kind: 'by' as const, start: null, end: '2026-12-31', every: null };
  const said = new SaidDeadlines();
  expect(said.add({ ...until, raw: '2026年底前' })).toBe(true);
  expect(said.add({ ...until, raw: '12月31日前' })).toBe(false);
});
