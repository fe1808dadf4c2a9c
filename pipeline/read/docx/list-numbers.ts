import type { ListDefinition, ListDefinitions, ListLevel } from './list-definitions.js';
import { formatNumber } from './number-formats.js';
import type { ListPlace } from './styles.js';

const DEEPEST_LEVEL = 8;

/** Counts the lists of a document from its beginning and gives each paragraph its number. */
export class ListNumbers {
  /** Numbers so far by level, of each set of counters. */
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly used = new Set<string>();

  constructor(private readonly definitions: ListDefinitions) {}

  /**
   * The number of the next paragraph as Word shows it, with what parts it from the words:
   * `（二）`, `1. `. Empty for bullets; null where the place is in no list.
   * @param style the paragraph's style, which may tell the level
   */
  next(place: ListPlace | null, style: string | null): string | null {
    if (place === null || place.list === '0' || place.list === '') return null;
    const list = this.definitions.list(place.list);
    if (list === null) return null;
    const number = Math.min(place.level ?? levelOfStyle(list, style), DEEPEST_LEVEL);
    const level = list.levels.get(number);
    if (level === undefined) return null;
    const counts = this.count(list, place.list, number);
    if (level.format === 'bullet') return '';
    const words = level.text.replace(/%([1-9])/g, (_, digit: string) =>
      shownNumber(list, counts, Number(digit) - 1, level),
    );
    return words === '' ? '' : words + level.gap;
  }

  private count(list: ListDefinition, id: string, number: number): (number | undefined)[] {
    const counts = this.counters.get(list.counters) ?? [];
    this.counters.set(list.counters, counts);
    if (!this.used.has(id)) {
      this.used.add(id);
      for (const [level, start] of list.startOverrides) counts[level] = start - 1;
    }
    for (let above = 0; above < number; above++) counts[above] ??= startOf(list, above);
    counts[number] = (counts[number] ?? startOf(list, number) - 1) + 1;
    for (let below = number + 1; below <= DEEPEST_LEVEL; below++) {
      const restart = list.levels.get(below)?.restart ?? null;
      if (restart === null || number < restart) counts[below] = undefined;
    }
    return counts;
  }
}

const startOf = (list: ListDefinition, level: number): number =>
  list.startOverrides.get(level) ?? list.levels.get(level)?.start ?? 1;

function levelOfStyle(list: ListDefinition, style: string | null): number {
  if (style === null) return 0;
  for (const [number, level] of list.levels) if (level.style === style) return number;
  return 0;
}

function shownNumber(
  list: ListDefinition,
  counts: readonly (number | undefined)[],
  shown: number,
  own: ListLevel,
): string {
  const level = list.levels.get(shown);
  const count = counts[shown] ?? level?.start ?? 1;
  const format = level?.format ?? 'decimal';
  return formatNumber(count, own.digits && format !== 'none' ? 'decimal' : format);
}
