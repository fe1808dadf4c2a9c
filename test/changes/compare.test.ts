import { describe, expect, test } from 'vitest';
import { type DocumentTraits, matchDocuments } from '../../pipeline/compare/match-documents.js';
import { matchTasks, type TaskTraits } from '../../pipeline/compare/match-tasks.js';
import { bigramsOf, dice } from '../../pipeline/compare/similarity.js';

test.each([
  ['甲乙丙', '甲乙丙', 1],
  ['甲乙丙', '丁戊己', 0],
  ['甲乙丙丁', '甲乙丙戊', 2 / 3],
  ['', '', 1],
  ['甲', '乙', 0],
])('%s and %s are alike at %d', (one, other, expected) => {
  expect(dice(bigramsOf(one), bigramsOf(other))).toBeCloseTo(expected);
});

describe('tasks', () => {
  /** `id:text` or `id@heading:text`. */
  const tasks = (...lines: string[]): TaskTraits[] =>
    lines.map((line) => {
      const [place, text] = line.split(':') as [string, string];
      const [id, heading] = place.split('@') as [string, string?];
      return { id, path: heading ? [heading] : [], title: text.slice(0, 4), text };
    });

  test.each([
    [
      'nothing changed',
      ['1:推进甲项目建设', '2:推进乙项目建设'],
      ['1:推进甲项目建设', '2:推进乙项目建设'],
      [0, 1],
    ],
    [
      'one that is much alike comes before',
      ['1:推进甲项目建设', '2:开展专项检查'],
      ['1:推进丙项目建设', '2:推进甲项目建设', '3:开展专项检查'],
      [-1, 0, 1],
    ],
    ['the first goes', ['1:推进甲项目建设', '2:开展专项检查'], ['1:开展专项检查'], [1]],
    ['widths and white space', ['1:达到80%以上'], ['1:达到 80％ 以上'], [0]],
    ['other words in the same place', ['1:推进政务服务标准化'], ['1:加快政务服务标准化建设'], [0]],
    ['other words altogether', ['1:推进政务服务标准化'], ['1:植树造林绿化荒山'], [-1]],
    [
      'two change places',
      ['1:推进甲项目建设', '2:开展专项检查'],
      ['1:开展专项检查', '2:推进甲项目建设'],
      [1, 0],
    ],
    [
      'the same words under two headings',
      ['1@甲:按月通报', '2@乙:按月通报'],
      ['2@乙:按月通报'],
      [1],
    ],
    ['the same words twice, the first goes', ['1:按月通报', '2:按月通报'], ['2:按月通报'], [1]],
    [
      'the same words twice, another comes before',
      ['1:按月通报', '2:按月通报'],
      ['1:建立台账', '2:按月通报', '3:按月通报'],
      [-1, 0, 1],
    ],
    ['all new', [], ['1:按月通报'], [-1]],
  ])('%s', (_, former, latter, pairs) => {
    expect(matchTasks(tasks(...latter), tasks(...former))).toEqual(pairs);
  });

  test('thousands of tasks that all are others end soon', () => {
    const many = (word: string): TaskTraits[] =>
      tasks(...Array.from({ length: 5000 }, (_, index) => `${index}:${word}第${index}项工作`));
    expect(new Set(matchTasks(many('推进'), many('检查'))).size).toBe(5000);
  });
});

describe('documents', () => {
  const traits = (given: Partial<DocumentTraits>): DocumentTraits => ({
    id: 'd1',
    uri: 'a.txt',
    title: '关于开展检查的通知',
    doc_number: null,
    issuers: [],
    issued_on: null,
    ...given,
  });
  const matched = (latter: Partial<DocumentTraits>[], former: Partial<DocumentTraits>[]) =>
    Object.fromEntries(matchDocuments(latter.map(traits), former.map(traits)));

  test.each([
    ['another source', [{ uri: 'b.pdf' }], [{}], { d1: 'd1' }],
    [
      'one of two sources goes',
      [{ uri: 'b.txt' }],
      [{}, { id: 'd1-0123abcd', uri: 'b.txt' }],
      { d1: 'd1-0123abcd' },
    ],
    [
      'another title, the number stays',
      [
        {
          id: 'd2',
          uri: 'b.txt',
          title: '关于开展专项检查的通知',
          doc_number: '某政办〔2025〕1号',
        },
      ],
      [{ doc_number: '某政办〔2025〕1号' }],
      { d2: 'd1' },
    ],
    [
      'the same title, another number',
      [{ id: 'd2', issuers: ['某市人民政府'], doc_number: '某政〔2025〕2号' }],
      [{ issuers: ['某市人民政府'], doc_number: '某政〔2025〕1号' }],
      {},
    ],
    [
      'a weak likeness takes nothing from one that has the id',
      [{ id: 'd2', issuers: ['某市人民政府'] }, { issuers: ['某市人民政府'] }],
      [{ issuers: ['某市人民政府'] }],
      { d1: 'd1' },
    ],
    ['another notice under the same name', [{ id: 'd2', title: '植树造林总体规划' }], [{}], {}],
    [
      'the same file, a title a little other',
      [{ id: 'd2', title: '关于开展检查的紧急通知' }],
      [{}],
      { d2: 'd1' },
    ],
  ])('%s', (_, latter, former, pairs) => {
    expect(matched(latter, former)).toEqual(pairs);
  });
});
