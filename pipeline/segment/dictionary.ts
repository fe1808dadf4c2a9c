import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DictionaryWord, dictionaryWords } from '../lexicon/dictionary.js';
import { holdsFiller, partDictionary } from './part-dictionary.js';
import { VocabularyFilter } from './vocabulary-filter.js';

/** The library, with the places of its dictionaries, which its types leave out. */
export type Jieba = typeof import('nodejieba') & {
  readonly DEFAULT_DICT: string;
  readonly DEFAULT_IDF_DICT: string;
};

/** Parts that are loaded one after another before the whole is: together they take about as long. */
const MOST_PARTS = 8;

/** What is loaded: nothing, the words of the texts until now, or all. */
let loaded: 'whole' | VocabularyFilter | null = null;
let parts = 0;
let jieba: Jieba | undefined;

/**
 * nodejieba with its whole dictionary and the lexicon's words, which take about 1.3 s and 270 MB in each
 * process or thread; nothing is loaded at import.
 * @throws Error where nodejieba's binary is missing: `npm rebuild nodejieba` makes it
 */
export function wholeDictionary(): Jieba {
  const nodejieba = library();
  if (loaded === 'whole') return nodejieba;
  nodejieba.load();
  insertLexicon(nodejieba, dictionaryWords());
  loaded = 'whole';
  return nodejieba;
}

/**
 * nodejieba with at least the words of its dictionary that may stand in the texts: it cuts them, and
 * each part of them, as with its whole dictionary, and a small text's words load in a tenth of the
 * time and memory. What was loaded for former texts stays. After some such texts the whole is loaded.
 * @throws Error where nodejieba's binary is missing: `npm rebuild nodejieba` makes it
 */
export function dictionaryFor(texts: readonly string[]): Jieba {
  const there = loaded;
  if (there === 'whole' || (there !== null && texts.every((text) => there.passes(text)))) {
    return library();
  }
  if (parts >= MOST_PARTS || texts.some(holdsFiller)) return wholeDictionary();
  const filter = VocabularyFilter.of(texts, there);
  return filter !== null && loadPart(filter) ? library() : wholeDictionary();
}

function library(): Jieba {
  jieba ??= createRequire(import.meta.url)('nodejieba') as Jieba;
  return jieba;
}

/** False where the words are too many, or no temporary file can be written for nodejieba to read. */
function loadPart(filter: VocabularyFilter): boolean {
  const nodejieba = library();
  const part = partDictionary(filter, nodejieba.DEFAULT_DICT, nodejieba.DEFAULT_IDF_DICT);
  if (part === null) return false;
  let folder: string | undefined;
  try {
    folder = mkdtempSync(join(tmpdir(), `gongwen-words-${process.pid}-`));
    const [dict, idfDict] = [join(folder, 'words'), join(folder, 'frequencies')];
    writeFileSync(dict, part.words);
    writeFileSync(idfDict, part.frequencies);
    nodejieba.load({ dict, idfDict });
  } catch {
    return false;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  }
  insertLexicon(
    nodejieba,
    dictionaryWords().filter(({ word }) => filter.passes(word)),
  );
  loaded = filter;
  parts++;
  return true;
}

/** A word that is known keeps its weight. */
function insertLexicon(nodejieba: Jieba, words: readonly DictionaryWord[]): void {
  for (const { word, pos } of words) {
    if (nodejieba.cut(word).length > 1) nodejieba.insertWord(word, pos);
  }
}
