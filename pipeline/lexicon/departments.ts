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
  /** The department's own name; empty where it is not `place` + name. */
  readonly name: string;
}

interface Registry {
  /** By every name, short and full. */
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Names that are short for another somewhere: 建设局 is 城乡建设局 in 福州市. */
  readonly shorts: ReadonlySet<string>;
  /** Short names by the department's own name. */
  readonly shortsOf: ReadonlyMap<string, readonly string[]>;
}

function readRows(): Registry {
  const rows = new Map<string, Row[]>();
  const shorts = new Set<string>();
  const shortsOf = new Map<string, string[]>();
  for (const line of DEPARTMENTS.split('\n').filter(Boolean)) {
    const [official = '', names = '', scope = ''] = line.split('|').map((field) => field.trim());
    const tokens = scope.split(' ').filter(Boolean);
    const row: Row = {
      official: templateOf(official),
      levels: new Set(tokens.filter((token) => LEVELS.has(token))),
      places: tokens.filter((token) => !LEVELS.has(token)),
      name: /[-={]/.test(official) ? '' : official,
    };
    const keys = names.split(' ').filter(Boolean);
    for (const key of keys) if (key !== official) shorts.add(key);
    if (row.name !== '') shortsOf.set(row.name, [...(shortsOf.get(row.name) ?? []), ...keys]);
    if (row.name !== '') keys.push(official);
    for (const key of new Set(keys)) rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  return { rows, shorts, shortsOf };
}

function templateOf(official: string): string | null {
  if (official === '-') return null;
  if (official.startsWith('=')) return official.slice(1);
  return official.includes('{') ? official : `{R}${official}`;
}

let loaded: Registry | undefined;

function registry(): Registry {
  loaded ??= readRows();
  return loaded;
}

/** All short and full names of departments that the lexicon knows, without a place in front. */
export function departmentNames(): string[] {
  return [...registry().rows.keys()];
}

/** Whether the lexicon says where this name holds; what it does not vouch for elsewhere is unknown. */
export function isDepartment(name: string): boolean {
  return registry().rows.has(name);
}

/** Short names that mean a place's department of this full name there: 发改委 of 温州市发展和改革委员会. */
export function shortNamesOf(place: Region, official: string): string[] {
  if (!official.startsWith(place.fullName)) return [];
  const shorts = registry().shortsOf.get(official.slice(place.fullName.length)) ?? [];
  return [...new Set(shorts)].filter((short) => departmentOf(place, short) === official);
}

/**
 * The full official name of a place's department: 发改委 in 温州市 → 温州市发展和改革委员会.
 * null where the lexicon vouches for none at that level or place.
 */
export function departmentOf(place: Region, name: string): string | null {
  let best: Row | null = null;
  let bestRank = NOWHERE;
  // 自治区党委组织部 is what 省委组织部 is elsewhere.
  const key = place.fullName.endsWith('自治区') ? name.replace(/^党委/, '委') : name;
  for (const row of registry().rows.get(key) ?? []) {
    const rank = rankOf(row, key, place);
    if (rank > bestRank) {
      best = row;
      bestRank = rank;
    }
  }
  if (best === null || best.official === null) return null;
  return templateIn(best.official, place)
    .replaceAll('{R}', place.fullName)
    .replaceAll('{U}', place.prefecture ?? place.province)
    .replaceAll('{N}', place.name)
    .replaceAll('{S}', place.shortName);
}

/** The party committee of an autonomous region signs as its 委员会: 中共宁夏回族自治区委员会组织部. */
function templateIn(official: string, place: Region): string {
  return place.fullName.endsWith('自治区') ? official.replace('{R}委', '{R}委员会') : official;
}

/** Ranks of a row: it does not hold, its name is whole although the row is of elsewhere, it holds everywhere. */
const NOWHERE = -2;
const ELSEWHERE = -1;

/** How closely a row's scope fits; higher for narrower places. */
function rankOf(row: Row, key: string, place: Region): number {
  if (row.levels.size > 0 && !row.levels.has(levelOf(place))) return NOWHERE;
  if (row.places.length === 0) return 0;
  if (row.places.includes(place.fullName)) return 3;
  if (place.prefecture !== null && row.places.includes(place.prefecture)) return 2;
  if (row.places.includes(place.province)) return 1;
  return row.name === key && !registry().shorts.has(key) ? ELSEWHERE : NOWHERE;
}

function levelOf(place: Region): Level {
  if (place.level === 'province') return isMunicipality(place) ? '直辖市' : '省';
  return place.level === 'prefecture' ? '市' : '县';
}
