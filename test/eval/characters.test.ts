import { expect, it } from 'vitest';
import { keptCharacters } from '../../scripts/eval/characters.js';

const LONG = Array.from({ length: 400 }, (_, n) => `第${n}条各部门应当落实第${n * 7}项任务。`).join(
  '\n',
);

it.each([
  ['the same', '到2025年底，达到95%。', '到 2025 年底，\n达到95%。', [], 6],
  ['full width', '２０２５年', '2025年', [], 4],
  ['a digit lost', '达到95%以上', '达到9%以上', ['5'], 1],
  ['more words', '一、总体要求', '— 1 —一、总体要求', [], 0],
  ['two parts swapped', '甲乙丙丁戊己', '丁戊己甲乙丙', ['甲乙丙'], 0],
])('%s', (_, expected, found, missing, digitsKept) => {
  expect(keptCharacters(expected, found)).toMatchObject({ missing, digitsKept });
});

it('finds a long text whose parts are cut and moved', () => {
  const moved = LONG.slice(3000) + LONG.slice(0, 3000);
  const { expected, kept } = keptCharacters(LONG, moved);
  expect(kept).toBe(LONG.slice(3000).replace(/\s/g, '').length);
  expect(keptCharacters(LONG, LONG.replace('第250条', '第条'))).toMatchObject({
    kept: expected - 3,
    missing: ['250'],
  });
});
