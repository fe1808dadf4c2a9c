import type { At } from '../../schemas/index.js';
import type { ConvertedDocument } from '../converted.js';
import { firstIndex } from '../model/first-index.js';

/** How far from where they are expected words are looked for, in UTF-16 code units. */
const REACH = 20_000;
/** Longer words are found only where they are expected. */
const LONGEST = 400;

/** A stretch of a text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * Where words stand now that once stood at about `expected`: there, or nearest to it, even where
 * lines break otherwise. Null where they do not stand near it.
 */
export function placeOfWords(text: string, words: string, expected: number): Stretch | null {
  if (words === '') return null;
  if (text.startsWith(words, Math.max(0, expected))) {
    const start = Math.max(0, expected);
    return { start, end: start + words.length };
  }
  const letters = [...words.replace(/\s+/g, '')];
  if (letters.length === 0 || letters.length > LONGEST) return null;
  const from = Math.max(0, expected - REACH);
  const near = text.slice(from, expected + REACH);
  const pattern = new RegExp(letters.map(escaped).join('\\s{0,8}'), 'gu');
  let best: Stretch | null = null;
  for (const { index, 0: found } of near.matchAll(pattern)) {
    const start = from + index;
    if (best && Math.abs(best.start - expected) <= Math.abs(start - expected)) break;
    best = { start, end: start + found.length };
  }
  return best;
}

const escaped = (letter: string): string => letter.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&');

/** Tells the page of a place from the places that a document's records have. */
export class KnownPages {
  private readonly known: readonly At[];

  constructor({ document, tasks, targets }: ConvertedDocument) {
    const places: At[] = [];
    const collect = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { start, page } = value as Partial<At>;
      if (typeof start === 'number' && typeof page === 'number') places.push(value as At);
      for (const child of Object.values(value)) collect(child);
    };
    collect([document, tasks, targets]);
    this.known = places.sort((a, b) => a.start - b.start);
    this.first = document.source.page_start;
  }

  private readonly first: number | null;

  /** The page of the last known place up to `start`; null in a document without pages. */
  at(start: number): number | null {
    const behind = firstIndex(this.known, (place) => place.start > start);
    return this.known[behind - 1]?.page ?? this.first;
  }
}
