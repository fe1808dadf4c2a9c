import { DEPARTMENTS } from './data/departments.js';
import type { Region } from './divisions.js';
import { isMunicipality } from './regions.js';

type Level = '省' | '直辖市' | '市' | '县';

const LEVELS: ReadonlySet<string> = new Set(['省', '直辖市', '市', '县']);

interface Row {
  /** With {R}, {U}, {S} for the place; null where no full name is vouched for. */
  readonly official: string | null;
  readonly levels: ReadonlySet<string>;
  readonly places: readonly string[];
}

function readRows(): Map<string, Row[]> {
  const rows = new Map<string, Row[]>();
  for (const line of DEPARTMENTS.trim().split('\n')) {
    const [official = '', names = '', scope = ''] = line.split('|').map((field) => field.trim());
    const tokens = scope.split(' ').filter(Boolean);
    const row: Row = {
      official: templateOf(official),
      levels: new Set(tokens.filter((token) => LEVELS.has(token))),
      places: tokens.filter((token) => !LEVELS.has(token)),
    };
    const keys = names.split(' ').filter(Boolean);
    if (!/[-={]/.test(official)) keys.push(official);
    for (const key of new Set(keys)) rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return rows;
}

function templateOf(official: string): string | null {
  if (official === '-') return null;
  if (official.startsWith('=')) return official.slice(1);
  return official.includes('{') ? official : `{R}${official}`;
}

let loaded: Map<string, Row[]> | undefined;

/** All short and full names of departments that the lexicon knows, without a place in front. */
export function departmentNames(): string[] {
  loaded ??= readRows();
  return [...loaded.keys()];
}

/** Whether the lexicon says where this name holds; what it does not vouch for elsewhere is unknown. */
export function isDepartment(name: string): boolean {
  loaded ??= readRows();
  return loaded.has(name);
}

/**
 * The full official name of a place's department: 发改委 in 温州市 → 温州市发展和改革委员会.
 * null where the lexicon vouches for none at that level or place.
 */
export function departmentOf(place: Region, name: string): string | null {
  loaded ??= readRows();
  let best: Row | null = null;
  let bestRank = -1;
  for (const row of loaded.get(name) ?? []) {
    const rank = rankOf(row, place);
    if (rank > bestRank) {
      best = row;
      bestRank = rank;
    }
  }
  if (best === null || best.official === null) return null;
  return best.official
    .replaceAll('{R}', place.fullName)
    .replaceAll('{U}', place.prefecture ?? place.province)
    .replaceAll('{S}', place.shortName);
}

/** How closely a row's scope fits: -1 not at all, 0 everywhere, higher for narrower places. */
function rankOf(row: Row, place: Region): number {
  if (row.levels.size > 0 && !row.levels.has(levelOf(place))) return -1;
  if (row.places.length === 0) return 0;
  if (row.places.includes(place.fullName)) return 3;
  if (place.prefecture !== null && row.places.includes(place.prefecture)) return 2;
  return row.places.includes(place.province) ? 1 : -1;
}

function levelOf(place: Region): Level {
  if (place.level === 'province') return isMunicipality(place) ? '直辖市' : '省';
  return place.level === 'prefecture' ? '市' : '县';
}
