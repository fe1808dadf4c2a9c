import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { dictionaryWords } from '../lexicon/dictionary.js';
import type { DictionaryArrays } from './dictionary.js';
import { type Trie, trieOf } from './trie.js';

/** What the files of jieba tell of a word: the logarithm of its probability, its part of speech. */
interface Entry {
  readonly weight: number;
  readonly tag: string;
}

type Entries = Map<string, Entry>;

const IMPROBABLE = -3.14e100;

/**
 * Makes the dictionary from the files that nodejieba carries (jieba's words, their inverse document
 * frequencies, stop words and the model of unknown words: MIT licence, © 2013 Sun Junyi and Yanyi Wu),
 * and from the words of the lexicon that those would cut.
 */
export function compileDictionary(): DictionaryArrays {
  const { entries, least, median } = generalWords();
  addLexicon(entries, least, median);
  const trie = trieOf([...entries.keys()]);
  return { ...trie, ...valuesOf(entries, trie, least), ...unknownWords() };
}

/** Stands for all that the dictionary is made from, and for the way that it is made. */
export function sourcesDigest(): string {
  const hash = createHash('sha256').update(JSON.stringify(dictionaryWords()));
  hash.update(readFileSync(jiebaFile('../../package.json')));
  for (const name of ['compile', 'trie', 'dictionary', 'dictionary-file']) {
    const module = new URL(import.meta.url.replace(/compile(\.\w+)$/, `${name}$1`));
    hash.update(readFileSync(module));
  }
  return hash.digest('hex').slice(0, 16);
}

/** The words of jieba; a user's word without a frequency has the median of all. */
function generalWords(): { entries: Entries; least: number; median: number } {
  const rows = linesOf('jieba.dict.utf8').map((line) => line.split(' '));
  const sum = rows.reduce((total, [, frequency]) => total + Number(frequency), 0);
  const weightOf = (frequency: string | undefined): number => Math.log(Number(frequency) / sum);
  const entries: Entries = new Map();
  for (const [word, frequency, tag] of rows) {
    entries.set(word!, { weight: weightOf(frequency), tag: tag! });
  }
  const weights = Float64Array.from(rows, ([, frequency]) => weightOf(frequency)).sort();
  const median = weights[Math.floor(weights.length / 2)]!;
  for (const line of linesOf('user.dict.utf8')) {
    const [word, ...rest] = line.split(' ');
    const weight = rest.length === 2 ? weightOf(rest[0]) : median;
    entries.set(word!, { weight, tag: rest.at(-1) ?? '' });
  }
  return { entries, least: weights[0]!, median };
}

/** Adds what is cut without it, one word after another; a word that is known whole keeps its weight. */
function addLexicon(entries: Entries, least: number, weight: number): void {
  for (const { word, pos } of dictionaryWords()) {
    if (!isWhole(word, entries, least)) entries.set(word, { weight, tag: pos });
  }
}

/** Whether no way to cut a word is more probable than the word. */
function isWhole(word: string, entries: Entries, least: number): boolean {
  const best = new Float64Array(word.length + 1);
  let whole = false;
  for (let from = word.length - 1; from >= 0; from--) {
    best[from] = Number.NEGATIVE_INFINITY;
    for (let to = from + 1; to <= word.length; to++) {
      const entry = entries.get(word.slice(from, to));
      if (entry === undefined && to > from + 1) continue;
      const sum = best[to]! + (entry?.weight ?? least);
      if (sum <= best[from]!) continue;
      best[from] = sum;
      whole = to - from === word.length;
    }
  }
  return whole;
}

type Values = Pick<DictionaryArrays, 'weight' | 'tag' | 'rarity' | 'weights' | 'rarities' | 'tags'>;

/** What stands at each node, every value once. */
function valuesOf(entries: Entries, { nodes, unit }: Trie, least: number): Values {
  const rarityOf = raritiesOf();
  const weights = new Distinct(least);
  const tags = new Distinct('');
  const rarities = new Distinct(0);
  const weight = new Uint16Array(unit.length);
  const tag = new Uint8Array(unit.length);
  const rarity = new Uint16Array(unit.length);
  for (const [word, entry] of entries) {
    const node = nodes.get(word)!;
    weight[node] = weights.add(entry.weight);
    tag[node] = tags.add(entry.tag);
    rarity[node] = rarities.add(rarityOf(word));
  }
  return {
    ...{ weight, tag, rarity, tags: tags.values },
    ...{ weights: Float64Array.from(weights.values), rarities: Float64Array.from(rarities.values) },
  };
}

/** Values by their place in a list; the one of nothing stands first and is never another's. */
class Distinct<Value> {
  readonly values: Value[];
  private readonly places = new Map<Value, number>();

  constructor(nothing: Value) {
    this.values = [nothing];
  }

  add(value: Value): number {
    const place = this.places.get(value) ?? this.values.push(value) - 1;
    this.places.set(value, place);
    return place;
  }
}

/** Inverse document frequency of a word, the mean where it is not listed; 0 of a stop word. */
function raritiesOf(): (word: string) => number {
  const rows = linesOf('idf.utf8').map((line) => line.split(' '));
  const listed = new Map(rows.map(([word, rarity]) => [word!, Number(rarity)]));
  const mean = rows.reduce((sum, [, rarity]) => sum + Number(rarity), 0) / rows.length;
  const stopWords = new Set(linesOf('stop_words.utf8'));
  return (word) => {
    if ([...word].length < 2 || stopWords.has(word)) return 0;
    return listed.get(word) ?? mean;
  };
}

/** The model of words that no dictionary holds. */
function unknownWords(): Pick<DictionaryArrays, 'characters' | 'emission' | 'transition'> {
  const lines = linesOf('hmm_model.utf8').filter((line) => !line.startsWith('#'));
  const transition = Float64Array.from(
    lines.slice(0, 5).flatMap((line) => line.split(' ')),
    Number,
  );
  const places = lines.slice(5, 9).map((line) => {
    const pairs = line.split(',').map((pair) => pair.split(':') as [string, string]);
    return new Map(pairs.map(([character, emitted]) => [character.charCodeAt(0), Number(emitted)]));
  });
  const characters = Uint16Array.from(new Set(places.flatMap((place) => [...place.keys()]))).sort();
  const emission = Float64Array.from(
    [...characters].flatMap((unit) => places.map((place) => place.get(unit) ?? IMPROBABLE)),
  );
  return { characters, emission, transition };
}

/** The lines of one of jieba's files that hold anything. */
const linesOf = (name: string): string[] =>
  readFileSync(jiebaFile(`dict/${name}`), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

/** Path of a file of jieba, as nodejieba carries it. */
export function jiebaFile(name: string): string {
  const nodejieba = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
  return join(nodejieba, 'submodules/cppjieba', name);
}
