import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Task, Unit } from '../../schemas/index.js';
import { search } from '../../workers/exports/search.js';
import { sentencesOf } from '../../workers/sentences.js';
import { datasetOf, documentOf, realDataset } from './fixtures/datasets.js';

describe('sentences', () => {
  test.each([
    ['一句。二句！三句', ['一句。', '二句！', '三句']],
    ['跨过\n行末。', ['跨过行末。']],
    ['标题\n一、第一\n（一）第二\n1.第三', ['标题', '一、第一', '（一）第二', '1.第三']],
    ['甲\n\n乙', ['甲', '乙']],
    ['率\t100\t局', ['率 100 局']],
    ['  空白  \n', ['空白']],
    ['', []],
    ['。。', ['。', '。']],
  ])('of %j', (text, expected) => {
    expect([...sentencesOf(text)].map((sentence) => sentence.text)).toEqual(expected);
  });

  test('stand where they say, in order, and leave nothing out but blanks', () => {
    const texts = fc.string({
      unit: fc.constantFrom('一', '、', '。', '\n', ' ', '甲', '1', '.', '（', '）'),
    });
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0;
        for (const { start, end, text: words } of sentencesOf(text)) {
          expect(text.slice(last, start).trim()).toBe('');
          expect(text.slice(start, end).replace(/\s+/g, '')).toBe(words.replace(/\s+/g, ''));
          last = end;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });
});

describe('in real texts', () => {
  let dataset: string;
  beforeAll(async () => {
    dataset = await realDataset();
  });

  test('亮码检查 is found with sentence, place and task', async () => {
    const { words, hits } = await search(dataset, '亮码检查', 10);
    expect(words).toEqual(['亮码检查']);
    expect(hits.length).toBeGreaterThanOrEqual(2);
    const tasks = readFileSync(join(dataset, 'tasks.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Task);
    for (const hit of hits) {
      const text = readFileSync(join(dataset, 'texts', `${hit.document_id}.txt`), 'utf8');
      expect(hit.sentence).toContain('亮码检查');
      expect(text.slice(hit.start, hit.end).replace(/\s/g, '')).toBe(
        hit.sentence.replace(/\s/g, ''),
      );
    }
    const within = hits.find(({ task_id }) => task_id !== null)!;
    expect(within.document).toContain('有感服务、无感监管');
    expect(tasks.find(({ id }) => id === within.task_id)!.text).toContain(within.sentence);
  });

  test.each([
    ['亮码', '亮码'],
    ['信用修复', '信用修复'],
    ['市市场监管局', '市市场监管局'],
    ['码', '码'],
  ])('%s is found as written, whatever the dictionary cuts', async (wanted, part) => {
    const { hits } = await search(dataset, wanted, 3);
    expect(hits).toHaveLength(3);
    for (const { sentence } of hits) expect(sentence).toContain(part);
  });

  test('best first, and no more than asked for', async () => {
    const { hits, sentences } = await search(dataset, '公平竞争 审查', 5, true);
    expect(hits).toHaveLength(5);
    expect(sentences).toBeGreaterThan(5);
    const scores = hits.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(hits[0]!.sentence).toContain('公平竞争审查');
  });

  test.each([['银河系漫游'], [''], ['。，、'], ['   ']])('%j is not found', async (wanted) => {
    expect((await search(dataset, wanted, 5)).hits).toEqual([]);
  });
});

const found = async (texts: string[], wanted: string, any = false): Promise<string[]> => {
  const dataset = datasetOf([documentOf('d1', texts)]);
  return (await search(dataset, wanted, 10, any)).hits.map(({ sentence }) => sentence);
};

describe('what is asked for', () => {
  const texts = ['推行亮码检查。', '推行亮码。', '开展检查培训。', '亮码　检查ＡＰＰ。'];

  test.each([
    ['亮码 检查', false, [0, 3]],
    ['亮码 检查', true, [0, 1, 2, 3]],
    ['检查 -培训', false, [0, 3]],
    ['亮码 培训 -检查', true, [1]],
    // Blanks beside Chinese characters make no difference.
    ['"亮码 检查"', false, [0, 3]],
    ['亮码检查', false, [0, 3]],
    ['"检查 亮码"', false, []],
    ['app', false, [3]],
    ['-检查', false, []],
  ])('%j, any %j', async (wanted, any, expected) => {
    const sentences = expected.map((index) => texts[index]!.replace(/\s/g, ' '));
    const hits = await found(texts, wanted, any);
    expect(hits.map((hit) => hit.replace(/\s/g, ' ')).sort()).toEqual(sentences.sort());
  });

  test('a body is found by its short and its full name, that of another place is not', async () => {
    const sentence = '由市市场监管局办理。';
    const unit = { role: 'lead', basis: 'verb', inherited: false, rule: 'unit.verb' } as const;
    const at = { page: null, start: 1, end: 7 };
    const documents = ['温州市', '杭州市'].map((region) => {
      const document = documentOf(`d${region}`, [sentence]);
      const canonical = `${region}市场监督管理局`;
      const units: Unit[] = [{ ...unit, name: '市市场监管局', canonical, raw: '市市场监管局', at }];
      const tasks = document.tasks.map((task) => ({ ...task, units }));
      return { ...document, document: { ...document.document, region }, tasks };
    });
    const dataset = datasetOf(documents);
    const ids = async (wanted: string): Promise<string[]> =>
      (await search(dataset, wanted, 10)).hits.map(({ document_id }) => document_id);
    expect(await ids('温州市市场监督管理局')).toEqual(['d温州市']);
    expect(await ids('"市市场监管局 · 杭州市"')).toEqual(['d杭州市']);
    expect(await ids('市市场监管局')).toEqual(['d温州市', 'd杭州市']);
    expect(await ids('办理 -温州市市场监督管理局')).toEqual(['d杭州市']);
  });
});

describe('ranking', () => {
  test('words together as written come before the same words apart', async () => {
    const apart = '开展检查时一律先亮出二维码。';
    const together = '推行亮码检查方式。';
    expect((await found([apart, '其他内容。', together], '亮码 检查'))[0]).toBe(together);
  });

  test('a rare word weighs more than a common one', async () => {
    const texts = ['企业服务。', '企业融资。', '企业登记。', '人才公寓建设。'];
    expect((await found(texts, '企业 公寓', true))[0]).toBe('人才公寓建设。');
  });

  test('a page is that of the record before it, or the range to the next', async () => {
    const dataset = datasetOf([documentOf('d1', ['推行亮码检查。'])]);
    const { hits } = await search(dataset, '亮码检查', 1);
    expect(hits[0]).toMatchObject({ page_start: 3, start: 0, end: 7, document: '推行亮码检查。' });
  });
});
