import { looksLikeUnit } from '../lexicon/units.js';
import { characterLength, cutByWords, isSeparator } from './cut.js';
import { type Dictionary, NONE } from './dictionary.js';
import { loadDictionary } from './dictionary-file.js';
import { CONTENT_TAGS, STOP_WORDS } from './stop-words.js';
import { cutUnknown } from './unknown-words.js';

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

const NUMBER = /^[\d０-９.,，%％〇零一二三四五六七八九十百千万亿两年月日号]+$/;

let loaded: Segmenter | undefined;

/** The segmenter; the first call in a process or thread reads the dictionary, nothing is read at import. */
export function segmenter(): Segmenter {
  loaded ??= new WordSegmenter(loadDictionary());
  return loaded;
}

class WordSegmenter implements Segmenter {
  /** Weights of words as keywords, by their nodes in the dictionary. */
  private readonly keywordWeights = new Map<number, number>();

  constructor(private readonly dictionary: Dictionary) {}

  tag(text: string): Word[] {
    const words: Word[] = [];
    const add = (start: number, end: number): void => {
      const word = text.slice(start, end);
      words.push({ word, pos: this.posOf(word), start, end });
    };
    // Characters that follow one another and stand in no word of two are what the model is asked for.
    let from = 0;
    const unknownTo = (end: number): void => {
      if (from < end) cutUnknown(text, from, end, this.dictionary.arrays, add);
    };
    cutByWords(text, this.dictionary, (start, end) => {
      const separates = isSeparator(text.charCodeAt(start));
      if (end - start === characterLength(text, start, end) && !separates) return;
      unknownTo(start);
      add(start, end);
      from = end;
    });
    unknownTo(text.length);
    return words;
  }

  keywords(text: string, count = 8): string[] {
    const sums = new Map<number, number>();
    const words = new Map<number, string>();
    // Dictionary words only: what the model guesses beside them is seldom a word worth keeping.
    cutByWords(text, this.dictionary, (start, end, node) => {
      if (node === NONE || end - start < 2) return;
      const weight = this.keywordWeights.get(node) ?? this.weigh(node, text.slice(start, end));
      if (weight === 0) return;
      const sum = sums.get(node);
      if (sum === undefined) words.set(node, text.slice(start, end));
      sums.set(node, (sum ?? 0) + weight);
    });
    // Sorting is stable, and a map keeps the order in which words first stand.
    const ranked = [...sums].sort((a, b) => b[1] - a[1]);
    return ranked.slice(0, count).map(([node]) => words.get(node)!);
  }

  /** Inverse document frequency of a content word; 0 for any other word. */
  private weigh(node: number, word: string): number {
    const { dictionary } = this;
    const counts =
      !NUMBER.test(word) &&
      !STOP_WORDS.has(word) &&
      CONTENT_TAGS.has(dictionary.tag(node) || posByCharacters(word)) &&
      !looksLikeUnit(word);
    const weight = counts ? dictionary.rarity(node) : 0;
    this.keywordWeights.set(node, weight);
    return weight;
  }

  private posOf(word: string): string {
    const node = this.dictionary.find(word);
    return (node === NONE ? '' : this.dictionary.tag(node)) || posByCharacters(word);
  }
}

/** Part of speech of a word that the dictionary does not tell: number, foreign word, or none. */
function posByCharacters(word: string): string {
  const characters = [...word];
  let plain = 0;
  let digits = 0;
  for (const character of characters) {
    if (plain >= Math.floor(characters.length / 2)) break;
    if (character.charCodeAt(0) >= 0x80) continue;
    plain++;
    if (/\d/.test(character)) digits++;
  }
  if (plain === 0) return 'x';
  return plain === digits ? 'm' : 'eng';
}
