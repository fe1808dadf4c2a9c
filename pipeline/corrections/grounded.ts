import type { At } from '../../schemas/index.js';
import { type KnownPages, placeOfWords } from './place.js';

/** The text that corrected values are to stand in. */
export interface Ground {
  readonly text: string;
  /** How far the record has moved since the correction was made, in UTF-16 code units. */
  readonly moved: number;
  readonly pages: KnownPages;
}

/**
 * The values with every `raw` and `at` as the words stand now; null where a word cannot be found
 * near its place any more.
 */
export function grounded<Values extends object>(values: Values, ground: Ground): Values | null {
  const result: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(values)) {
    if (value === undefined) continue;
    const placed = Array.isArray(value) ? value.map((item) => placedItem(item, ground)) : value;
    if (Array.isArray(placed) && placed.includes(null)) return null;
    result[field] = placed;
  }
  return result as Values;
}

function placedItem(item: unknown, { text, moved, pages }: Ground): unknown {
  if (typeof item !== 'object' || item === null || !('at' in item)) return item;
  const { raw, at } = item as { raw: string; at: At };
  const place = placeOfWords(text, raw, at.start + moved);
  if (place === null) return null;
  const { start, end } = place;
  return { ...item, raw: text.slice(start, end), at: { page: pages.at(start), start, end } };
}
