import { looksLikeUnit } from '../lexicon/units.js';
import { dictionaryFor, type Jieba, wholeDictionary } from './dictionary.js';
import { CONTENT_TAGS, STOP_WORDS } from './stop-words.js';

/** A word of a text; `start` and `end` are offsets in UTF-16 code units. */
export interface Word {
  readonly word: string;
  /** Part of speech, ICTCLAS tag: n, vn, ns, nt, m, x … */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

/** Cuts Chinese text into words. The same text gives the same words, always. */
export interface Segmenter {
  /** All words in order, blanks and marks included: their lengths add up to the text's. */
  tag(text: string): Word[];
  /**
   * The content words that set the text apart, by TF-IDF, at most `count` (8): nouns, verbal nouns
   * and set phrases; no stop words, numbers, places or bodies. Words of one weight in the order in
   * which they first stand.
   */
  keywords(text: string, count?: number): string[];
}

/** Distinct words whose weight is kept in mind, so that each is looked up once. */
const MOST_WEIGHTS_KEPT = 50_000;
const NUMBER = /^[\d０-９.,，%％〇零一二三四五六七八九十百千万亿两年月日号]+$/;

/** Cuts any text: with the whole dictionary, which is loaded when it is first asked for. */
export const segmenter = (): Segmenter => segmenterWith(wholeDictionary());

/**
 * Cuts the texts that are given, and parts of them, as `segmenter` cuts them; of the dictionary it
 * loads what they need. Good until the next call.
 */
export const segmenterOf = (texts: readonly string[]): Segmenter =>
  segmenterWith(dictionaryFor(texts));

/** A word weighs the same, whatever part of the dictionary is loaded. */
const weights = new Map<string, number>();

const segmenterWith = (nodejieba: Jieba): Segmenter => ({
  tag: (text) => tagWords(nodejieba, text),
  keywords: (text, count = 8) => keywordsOf(nodejieba, text, count),
});

function tagWords(nodejieba: Jieba, text: string): Word[] {
  let start = 0;
  return nodejieba.tag(text).map(({ word, tag }) => {
    const end = start + word.length;
    const found = { word: text.slice(start, end), pos: tag, start, end };
    start = end;
    return found;
  });
}

function keywordsOf(nodejieba: Jieba, text: string, count: number): string[] {
  if (weights.size > MOST_WEIGHTS_KEPT) weights.clear();
  const sums = new Map<string, number>();
  // Dictionary words only: what the model guesses beside them is seldom a word worth keeping.
  for (const word of nodejieba.cut(text)) {
    if (word.length < 2) continue;
    let weight = weights.get(word);
    if (weight === undefined) {
      weight = weightOf(nodejieba, word);
      weights.set(word, weight);
    }
    if (weight > 0) sums.set(word, (sums.get(word) ?? 0) + weight);
  }
  // Sorting is stable, and a map keeps the order in which words first stand.
  const ranked = [...sums].sort((a, b) => b[1] - a[1]);
  return ranked.slice(0, count).map(([word]) => word);
}

/** Inverse document frequency of a content word, from the dictionary; 0 for any other word. */
function weightOf(nodejieba: Jieba, word: string): number {
  if (NUMBER.test(word) || STOP_WORDS.has(word)) return 0;
  const tag = nodejieba.tag(word)[0]?.tag ?? 'x';
  if (!CONTENT_TAGS.has(tag) || looksLikeUnit(word)) return 0;
  const found = nodejieba.extract(word, 1)[0];
  return found?.word === word ? found.weight : 0;
}
