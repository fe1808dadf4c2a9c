import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dictionaryFor, wholeDictionary } from '../../pipeline/segment/dictionary.js';
import { segmenter, segmenterOf } from '../../pipeline/segment/index.js';
import { VocabularyFilter } from '../../pipeline/segment/vocabulary-filter.js';

const SAMPLES = new URL('../../samples/', import.meta.url);
const sentencesOf = (name: string): string[] =>
  readFileSync(new URL(name, SAMPLES), 'utf8').split('\n').filter(Boolean);
const [small, other] = readdirSync(SAMPLES)
  .filter((name) => /^00[03].*\.txt$/.test(name))
  .map(sentencesOf) as [string[], string[]];
/** Words that the dictionary has, lexicon's words, words of no dictionary, Latin letters, other planes. */
const ODD = [
  '云计算和区块链韩玉鉴赏，温州市瓯海区市场监管局一网通办',
  'AT&T的B超c++ 3.14％ 𠀀𠮷 😀魑魅魍魉耄耋饕餮',
  '',
  '研究生命起源，结婚的和尚未结婚的，南京市长江大桥',
];

describe('a dictionary of the words of some texts', () => {
  const found = new Map<string, unknown>();
  let folder: string;
  const former = process.env.TMPDIR;
  const cutOf = (text: string, words: ReturnType<typeof segmenter>) => [
    words.tag(text),
    words.keywords(text, 1000),
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongwen-test-'));
    process.env.TMPDIR = folder;
    for (const texts of [small, other, ODD]) {
      const words = segmenterOf(texts);
      for (const text of texts) found.set(text, cutOf(text, words));
    }
  }, 60_000);

  afterAll(() => {
    if (former === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = former;
    rmSync(folder, { recursive: true, force: true });
  });

  it('is loaded again for words that it lacks, and not for a part of what it has', () => {
    const load = dictionaryFor(['魑魅魍魉']).cut('魑魅魍魉');
    expect(load).toEqual(['魑魅魍魉']);
    const jieba = dictionaryFor(['魑魅']);
    // 咖啡 stands in no text that it was made for, 工作 in one that was asked for before.
    expect(jieba.cut('咖啡')).toEqual(['咖', '啡']);
    expect(jieba.cut('工作')).toEqual(['工作']);
  });

  it('leaves no temporary file', () => {
    expect(readdirSync(folder)).toEqual([]);
  });

  it('cuts, tags and weighs them as the whole dictionary does', () => {
    const words = segmenter();
    expect(wholeDictionary().cut('咖啡')).toEqual(['咖啡']);
    expect(found.size).toBeGreaterThan(200);
    for (const [text, cut] of found) expect(cutOf(text, words)).toEqual(cut);
  }, 60_000);
});

describe('VocabularyFilter', () => {
  it('passes what has all its pairs in the texts, and every part of that', () => {
    const filter = VocabularyFilter.of(['市场监管', '管理局'])!;
    for (const word of ['市场', '监管理', '局', '监管理局']) expect(filter.passes(word)).toBe(true);
    for (const word of ['场市', '市局', '学', '管理处']) expect(filter.passes(word)).toBe(false);
  });

  it('passes what a former filter passes beside that, and no pair across the two', () => {
    const former = VocabularyFilter.of(['市场监管'])!;
    const filter = VocabularyFilter.of(['管理局'], former)!;
    for (const word of ['市场监管', '管理局', '监管理']) expect(filter.passes(word)).toBe(true);
    for (const word of ['场管', '局市']) expect(filter.passes(word)).toBe(false);
    expect(former.passes('管理')).toBe(false);
  });

  it('gives none for more characters than it has pairs for', () => {
    const all = Array.from({ length: 20_000 }, (_, index) => String.fromCharCode(0x3400 + index));
    expect(VocabularyFilter.of([all.join('')])).toBeNull();
  });
});
