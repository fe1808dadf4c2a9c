import { describe, expect, it } from 'vitest';
import type { Target } from '../../schemas/index.js';
import { countNames, noCounts, rates } from '../../scripts/eval/counts.js';
import type { GoldTarget } from '../../scripts/eval/gold.js';
import { matchTasks } from '../../scripts/eval/match.js';
import { scoreTargets } from '../../scripts/eval/score-targets.js';
import { changes } from '../../scripts/eval/summary.js';

describe('counting', () => {
  it('counts each name as often as it stands there', () => {
    const counts = { found: 0, extra: 0, missed: 0 };
    const notes: string[] = [];
    countNames(counts, ['甲', '甲', '乙'], ['甲', '丙', '丙'], (...note) =>
      notes.push(note.join()),
    );
    expect(counts).toEqual({ found: 1, extra: 2, missed: 2 });
    expect(notes).toEqual(['missed,甲', 'missed,乙', 'extra,丙', 'extra,丙']);
  });

  it('gives precision, recall and F1; nothing to find is no fault', () => {
    expect(rates({ found: 3, extra: 1, missed: 2 })).toEqual({
      precision: 0.75,
      recall: 0.6,
      f1: (2 * 0.75 * 0.6) / 1.35,
    });
    expect(rates({ found: 0, extra: 0, missed: 0 }).f1).toBe(1);
    expect(rates({ found: 0, extra: 1, missed: 1 }).f1).toBe(0);
  });

  it('matches each task with the one that covers it best', () => {
    const gold = [
      { start: 0, end: 10 },
      { start: 10, end: 20 },
    ];
    const predicted = [
      [{ start: 0, end: 14 }],
      [{ start: 0, end: 9 }],
      [],
      [{ start: 11, end: 20 }],
    ];
    expect([...matchTasks(gold, predicted)].sort()).toEqual([
      [0, 1],
      [1, 3],
    ]);
  });
});

describe('targets', () => {
  const gold = (value: number, raw: string, optional = false): GoldTarget => ({
    raw,
    indicator: '办结率',
    op: '>=',
    value,
    unit: '%',
    by: '2025-12-31',
    optional,
  });
  const predicted = (value: number, raw: string, indicator: string): Target => ({
    id: raw,
    document_id: 'd',
    task_ids: [],
    indicator,
    op: '=',
    value,
    unit: '％',
    by: '2025-12-31',
    units: [],
    raw,
    rule: 'quantity.comparison',
    at: { page: null, start: 0, end: 1 },
  });

  it('are the same by value, unit and words; doubtful ones count neither way', () => {
    const counts = noCounts();
    scoreTargets(
      counts,
      [gold(95, '95%以上'), gold(80, '80%', true), gold(70, '70%')],
      [predicted(95, '达到95％', '办结率'), predicted(80, '80%', ''), predicted(60, '60%', '')],
      () => {},
    );
    expect(counts.targets).toEqual({ found: 1, extra: 1, missed: 1 });
    expect(counts.target_op).toEqual({ right: 0, of: 1 });
    expect(counts.target_by).toEqual({ right: 1, of: 1 });
  });
});

describe('changes between runs', () => {
  it('lists gains, then losses, and passes over what stayed', () => {
    expect(changes({ a: 90, b: 80, c: 70, d: null }, { a: 91.5, b: 80, c: 60, d: 50 })).toEqual([
      { figure: 'd', before: null, after: 50 },
      { figure: 'a', before: 90, after: 91.5 },
      { figure: 'c', before: 70, after: 60 },
    ]);
  });
});
