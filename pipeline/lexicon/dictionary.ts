import { bodyNames } from './bodies.js';
import { TERMS } from './data/terms.js';
import { departmentNames } from './departments.js';
import { gazetteer } from './divisions.js';

/** A word for the segmenter: its part of speech as ICTCLAS tags it (nt body, ns place, n, l, nz). */
export interface DictionaryWord {
  readonly word: string;
  readonly pos: string;
}

const HAN_NAME = /^[一-龥“”·]{3,16}$/;

/**
 * What the lexicon adds to a general dictionary of Chinese: bodies, places, terms of official
 * documents. Each word once, in a fixed order; names shorter than three characters are left out, as a general
 * dictionary weighs them better.
 */
export function dictionaryWords(): DictionaryWord[] {
  const words = new Map<string, string>();
  const add = (pos: string, names: Iterable<string>): void => {
    for (const name of names) if (HAN_NAME.test(name) && !words.has(name)) words.set(name, pos);
  };
  for (const [pos, terms] of Object.entries(TERMS)) add(pos, terms.trim().split(/\s+/));
  add('nt', departmentNames());
  add('nt', bodyNames());
  add('ns', gazetteer().byName.keys());
  return [...words].map(([word, pos]) => ({ word, pos }));
}
