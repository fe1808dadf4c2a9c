import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import nodejieba from 'nodejieba';
import { beforeAll, describe, expect, it } from 'vitest';
import { dictionaryWords } from '../../pipeline/lexicon/dictionary.js';
import { segmenter } from '../../pipeline/segment/index.js';

const SAMPLES = readdirSync('samples').filter((name) => name.endsWith('.txt'));

/** What nodejieba gives with the lexicon's words as a user's dictionary. */
const expected = (text: string): string[] =>
  nodejieba.tag(text).map(({ word, tag }) => `${word}/${tag}`);
const given = (text: string): string[] =>
  segmenter()
    .tag(text)
    .map(({ word, pos }) => `${word}/${pos}`);

beforeAll(() => {
  nodejieba.load();
  for (const { word, pos } of dictionaryWords()) {
    if (nodejieba.cut(word).length > 1) nodejieba.insertWord(word, pos);
  }
}, 60_000);

describe('words and their parts of speech are those of nodejieba', () => {
  it.each(SAMPLES)('%s', (name) => {
    const text = readFileSync(`samples/${name}`, 'utf8');
    expect(given(text)).toEqual(expected(text));
  });

  it('of any text of Chinese, letters, numbers and marks', () => {
    const unit = fc.constantFrom(...'市发展改革委推进一网通办云计算玥犇𠮷，。 \n（）GDP3.5%a1é');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        expect(given(text)).toEqual(expected(text));
      }),
    );
  });
});

it('weighs keywords as nodejieba does', () => {
  for (const word of ['平台经济', '选品', '直播', '营商环境', '知识产权', '一网通办']) {
    const [found] = nodejieba.extract(word, 1);
    expect(found?.word).toBe(word);
    expect(segmenter().keywords(word)).toEqual([word]);
  }
  const weight = (word: string): number => nodejieba.extract(word, 1)[0]!.weight;
  const words = ['平台经济', '选品', '直播', '知识产权'];
  const ranked = [...words].sort((a, b) => weight(b) - weight(a));
  expect(segmenter().keywords(words.join('，'))).toEqual(ranked);
});
