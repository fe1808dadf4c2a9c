import type { TimeRule } from './expression.js';

/** First and last year of the five-year plans (国民经济和社会发展五年规划). */
export const FIVE_YEAR_PLANS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['十一五', [2006, 2010]],
  ['十二五', [2011, 2015]],
  ['十三五', [2016, 2020]],
  ['十四五', [2021, 2025]],
  ['十五五', [2026, 2030]],
  ['十六五', [2031, 2035]],
]);

const PLAN =
  /(?:(到|至)\s{0,3})?[“"']?(十[一二三四五六]五)[”"']?\s{0,3}(?:(期末|末期|末|收官)(?:前|之前)?|(期间|时期))/y;

/** “十四五”期末, “十四五”时期; “十四五”规划 is a name and no time. A bare month behind it has no year from it. */
export const planRule: TimeRule = {
  name: 'five-year plan',
  anchor: `[到至]?\\s{0,3}[“"']?十[一二三四五六]五[”"']?\\s{0,3}(?:期|末|收官|时期)`,
  read(text, position) {
    PLAN.lastIndex = position;
    const match = PLAN.exec(text);
    const years = match && FIVE_YEAR_PLANS.get(match[2]!);
    if (!years) return null;
    const to = { year: years[1], month: 12, day: 31 };
    const shared = { end: PLAN.lastIndex, unit: 'plan' } as const;
    const days = { to, year_basis: 'explicit' } as const;
    return match[3]
      ? { ...shared, kind: 'by', days: { ...days, from: null }, bound: 'until' }
      : {
          ...shared,
          kind: 'period',
          days: { ...days, from: { year: years[0], month: 1, day: 1 } },
        };
  },
};
