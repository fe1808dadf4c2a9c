import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { dictionaryWords } from '../../pipeline/lexicon/dictionary.js';
import { type Segmenter, segmenter } from '../../pipeline/segment/index.js';

let words: Segmenter;

beforeAll(() => {
  words = segmenter();
}, 60_000);

describe('tag', () => {
  it('cuts bodies, places and terms of the lexicon whole', () => {
    const text = '市发展改革委、市市场监管局推动“高效办成一件事”，温州市瓯海区推进一网通办。';
    const cut = words.tag(text).map(({ word, pos }) => `${word}/${pos}`);
    expect(cut).toEqual(
      expect.arrayContaining([
        '发展改革委/nt',
        '市场监管局/nt',
        '高效办成一件事/l',
        '温州市/ns',
        '瓯海区/ns',
        '一网通办/l',
      ]),
    );
  });

  it('gives positions in UTF-16 code units, whatever the text holds', () => {
    expect(words.tag('a\u0000中😀文\r\n').map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 5],
      [5, 6],
      [6, 7],
      [7, 8],
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const cut = words.tag(text);
        expect(cut.map(({ word }) => word).join('')).toBe(text);
        for (const { word, start, end } of cut) expect(text.slice(start, end)).toBe(word);
      }),
    );
  });

  it('gives no words for no text', () => {
    expect(words.tag('')).toEqual([]);
  });
});

describe('keywords', () => {
  const text =
    '支持平台经济高质量发展。大力实施“平台+产业”双向赋能工程，发展“平台+工厂”新业态模式，建设一批选品中心。' +
    '2025年底前培育20个直播基地。（市市场监管局、市商务局、温州市瓯海区政府）';

  it('names what the text is about', () => {
    const found = words.keywords(text);
    expect(found).toEqual(expect.arrayContaining(['平台', '平台经济', '选品', '直播']));
    expect(found.length).toBeLessThanOrEqual(8);
  });

  it.each([
    '市场监管局',
    '商务局',
    '2025',
    '20',
    '温州市',
    '瓯海区',
    '发展',
    '支持',
    '建设',
    '一批',
  ])('leaves out %s', (word) => {
    expect(words.keywords(text, 50)).not.toContain(word);
  });

  it('ranks the same in any order of calls, and cuts at the count', () => {
    const first = words.keywords(text, 50);
    words.keywords('推进数据要素市场化配置，深化数据知识产权改革。');
    expect(words.keywords(text, 50)).toEqual(first);
    expect(words.keywords(text, 3)).toEqual(first.slice(0, 3));
  });

  it('gives none for a text without content', () => {
    expect(words.keywords('')).toEqual([]);
    expect(words.keywords('2025年、12月。')).toEqual([]);
  });
});

describe('dictionaryWords', () => {
  it('holds each word once, bodies as nt and places as ns', () => {
    const list = dictionaryWords();
    expect(new Set(list.map(({ word }) => word)).size).toBe(list.length);
    expect(list).toContainEqual({ word: '发改委', pos: 'nt' });
    expect(list).toContainEqual({ word: '瓯海区', pos: 'ns' });
    expect(list).toContainEqual({ word: '一网通办', pos: 'l' });
  });
});
