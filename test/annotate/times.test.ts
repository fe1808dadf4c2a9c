import { afterEach, expect, it, vi } from 'vitest';
import { times, timesIn } from '../../pipeline/annotate/times.js';
import {
  deadlineWarnings,
  governingDates,
  readDeadlines,
} from '../../pipeline/extract/deadlines/index.js';
import { Passage } from '../../pipeline/model/passage.js';
import { SourceText } from '../../pipeline/model/source-text.js';

const CONTEXT = { documentYear: 2025, issuedOn: '2025-03-05' };
const whole = (text: string): Passage =>
  Passage.of(new SourceText(text), [{ start: 0, end: text.length }]);

afterEach(() => vi.restoreAllMocks());

it('tells the times of a part from those of the whole, counted from where it begins', () => {
  const passage = whole('2026年启动，6月底前建成，年底前验收。');
  const part = passage.slice(8);
  expect(part.text).toBe('6月底前建成，年底前验收。');
  expect(timesIn(part, { year: 2025 })).toMatchObject([
    { start: 0, end: 4, raw: '6月底前', to: '2025-06-30' },
    { start: 7, end: 10, raw: '年底前', to: '2025-12-31' },
  ]);
});

it('settles a bare month by the year of an earlier paragraph of the same item', () => {
  const text = '2026年启动。6月底前建成。';
  const source = new SourceText(text);
  const parts = [
    Passage.of(source, [{ start: 0, end: 8 }]),
    Passage.of(source, [{ start: 8, end: text.length }]),
  ];
  expect(timesIn(Passage.paragraphs(source, parts), { year: 2025 })).toMatchObject([
    { raw: '2026年' },
    { raw: '6月底前', to: '2026-06-30', year_basis: 'item' },
  ]);
});

it('reads each character once, whatever is asked of the whole and of its parts', () => {
  const read = vi.spyOn(times, 'read');
  const passage = whole('2025年6月底前完成甲项，新增10家。（市局，每季度通报）年底前完成乙项。');
  readDeadlines(passage, CONTEXT);
  governingDates(passage, CONTEXT)(16);
  deadlineWarnings(passage, CONTEXT);
  for (let end = 5; end < passage.length; end += 5) {
    readDeadlines(passage.slice(0, end), CONTEXT);
    governingDates(passage.slice(end), CONTEXT)(0);
  }
  const characters = read.mock.calls.reduce((sum, [{ length }]) => sum + length, 0);
  expect(characters).toBe(passage.length);
});
