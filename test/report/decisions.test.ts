import { beforeEach, describe, expect, test } from 'vitest';
import type { Judged } from '../../report/src/data/model.js';
import { Decisions } from '../../report/src/review/decisions.js';
import { sentenceAt } from '../../report/src/text/sentence.js';
import { byWords, deadlineWords, endWords, everyWords } from '../../report/src/words/dates.js';
import { warningWords } from '../../report/src/words/warnings.js';
import { warningOf } from '../../schemas/codes.js';
import type { Correction, Deadline } from '../../schemas/index.js';

const judged = (id: string): Judged =>
  ({
    kind: 'document',
    id,
    digest: 'x',
    record: { title: id, issuers: [] },
  }) as unknown as Judged;

/** What another person's page gives for one record. */
const theirs = (id: string, decide: (decisions: Decisions, on: Judged) => void): Correction[] => {
  const decisions = new Decisions([], 'theirs');
  decide(decisions, judged(id));
  return decisions.all;
};

describe('decisions of two people', () => {
  let mine: Decisions;

  beforeEach(() => {
    mine = new Decisions([], 'mine');
  });

  test('are put together where only one has decided, or both alike', () => {
    mine.accept(judged('a'), '甲');
    mine.readIn([
      ...theirs('a', (other, on) => other.accept(on, '乙')),
      ...theirs('b', (other, on) => other.correct(on, { title: '新' }, null, '乙')),
    ]);
    expect(mine.conflicts).toEqual([]);
    expect(mine.all.map(({ id, action, made_by: by }) => [id, action, by])).toEqual([
      ['a', 'accept', '甲'],
      ['b', 'set', '乙'],
    ]);
  });

  test('are a conflict where they differ; nothing is lost until somebody chooses', () => {
    mine.correct(judged('a'), { title: '甲的题' }, null, '甲');
    mine.accept(judged('b'), '甲');
    mine.readIn([
      ...theirs('a', (other, on) => other.correct(on, { title: '乙的题' }, null, '乙')),
      ...theirs('b', (other, on) => other.correct(on, { region: '温州市' }, null, '乙')),
    ]);
    expect(mine.conflicts.map(({ key }) => key)).toEqual(['document a', 'document b']);
    expect(mine.set(judged('a'))).toEqual({ title: '甲的题' });
    mine.settle(mine.conflicts[0]!, 'theirs');
    mine.settle(mine.conflicts[0]!, 'mine');
    expect(mine.conflicts).toEqual([]);
    expect(mine.set(judged('a'))).toEqual({ title: '乙的题' });
    expect(mine.status(judged('b'))).toBe('accept');
  });

  test('the last one is taken back, on whatever record it was', () => {
    mine.accept(judged('a'), '甲');
    mine.correct(judged('b'), { title: '一' }, null, '甲');
    mine.correct(judged('b'), { title: '二' }, null, '甲');
    expect(mine.undoLast()).toEqual({ kind: 'document', id: 'b' });
    expect(mine.set(judged('b'))).toEqual({ title: '一' });
    expect(mine.undoLast()).toEqual({ kind: 'document', id: 'b' });
    expect(mine.status(judged('b'))).toBe('open');
    expect(mine.undoLast()).toEqual({ kind: 'document', id: 'a' });
    expect(mine.undoLast()).toBeNull();
    expect(mine.all).toEqual([]);
  });
});

describe('dates as a Chinese reader writes them', () => {
  test.each([
    ['2025-12-31', '2025年底'],
    ['2025-06-30', '2025年6月底'],
    ['2024-02-29', '2024年2月底'],
    ['2025-02-28', '2025年2月底'],
    ['2024-02-28', '2024年2月28日'],
    ['2025-06-15', '2025年6月15日'],
  ])('%s is %s', (day, said) => {
    expect(endWords(day)).toBe(said);
    expect(byWords(day)).toBe(`${said}前`);
  });

  test.each([
    ['P1M', '每月'],
    ['P3M', '每季度'],
    ['P2Y', '每2年'],
    ['P15D', '每15天'],
    ['PT1H', 'PT1H'],
  ])('%s is %s', (every, said) => {
    expect(everyWords(every)).toBe(said);
  });

  test.each<[Partial<Deadline>, string]>([
    [{ kind: 'by', end: '2025-06-30' }, '2025年6月底前'],
    [{ kind: 'period', start: '2023-01-01', end: '2027-12-31' }, '2023年1月1日至2027年底'],
    [{ kind: 'period', start: null, end: '2024-12-31' }, '至2024年底'],
    [{ kind: 'recurring', every: 'P3M' }, '每季度'],
    [{ kind: 'ongoing' }, '长期'],
  ])('%j is %s', (deadline, said) => {
    const whole = { start: null, end: null, every: null, ...deadline } as Deadline;
    expect(deadlineWords(whole)).toBe(said);
  });
});

test('a warning is said in one language, with what is particular to the case', () => {
  expect(warningWords(warningOf('damaged_page', null, '第 3 页'))).toBe(
    '该页已损坏，未读取：第 3 页',
  );
  expect(warningWords(warningOf('year_unknown', null))).toBe('日期没有年份，文件中也未写明');
});

test('a sentence ends at its marks, on both sides', () => {
  const text = '前一句。本句有\n20个。后一句';
  const start = text.indexOf('20');
  expect(sentenceAt(text, { start, end: start + 2 })).toBe('20个');
  expect(sentenceAt('甲，新增20家；乙', { start: 4, end: 6 })).toBe('甲，新增20家');
});
