import { describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../pipeline/lexicon/data/departments.js';
import { gazetteer } from '../../pipeline/lexicon/divisions.js';

const LEVELS = ['省', '直辖市', '市', '县'];

interface Row {
  readonly official: string;
  readonly names: readonly string[];
  readonly levels: readonly string[];
  readonly places: readonly string[];
}

const words = (text = ''): string[] => text.split(' ').filter(Boolean);

const rows: Row[] = DEPARTMENTS.split('\n')
  .filter(Boolean)
  .map((line) => {
    const [official = '', names, scope] = line.split('|').map((field) => field.trim());
    const own = /[-={]/.test(official) ? [] : [official];
    const levels = words(scope).filter((word) => LEVELS.includes(word));
    const places = words(scope).filter((word) => !LEVELS.includes(word));
    return { official, names: [...words(names), ...own], levels, places };
  });

/** What each name means in each place at each level, by the rows of exactly that scope. */
function meanings(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { official, names, levels, places } of rows) {
    for (const name of names) {
      for (const place of places.length > 0 ? places : ['everywhere']) {
        for (const level of levels.length > 0 ? levels : LEVELS) {
          const scope = `${name} in ${place} (${level})`;
          found.set(scope, (found.get(scope) ?? new Set()).add(official));
        }
      }
    }
  }
  return found;
}

describe('the registry of departments', () => {
  it('gives a name one meaning in one scope', () => {
    const several = [...meanings()].filter(([, officials]) => officials.size > 1);
    expect(several.map(([scope, officials]) => `${scope}: ${[...officials].join(', ')}`)).toEqual(
      [],
    );
  });

  it('names places that there are', () => {
    const places = new Set(rows.flatMap((row) => row.places));
    expect([...places].filter((place) => !gazetteer().byFullName.has(place))).toEqual([]);
    expect(places.size).toBeGreaterThan(100);
  });

  it('holds no row that names nothing', () => {
    expect(rows.filter((row) => row.names.length === 0)).toEqual([]);
    expect(rows.length).toBeGreaterThan(400);
  });
});
