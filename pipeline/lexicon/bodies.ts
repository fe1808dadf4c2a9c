import { NAMED_BODIES } from './data/named-bodies.js';
import { NATIONAL_BODIES } from './data/national-bodies.js';
import type { Region } from './divisions.js';

/** A body of the centre. */
export interface NationalBody {
  readonly name: string;
  readonly shortNames: readonly string[];
  /** Short names that mean it only in a document of the whole country. */
  readonly bareNames: readonly string[];
  /** First and last year under this name; null where open or before 2008. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
}

interface NamedBody {
  readonly name: string;
  /** Place in whose documents the short name means this body; null: everywhere. */
  readonly place: string | null;
}

const list = (text: string | undefined): string[] => (text ?? '').split(' ').filter(Boolean);
const year = (text: string | undefined): number | null => (text ? Number(text) : null);

function readNationalBodies(): NationalBody[] {
  return NATIONAL_BODIES.trim()
    .split('\n')
    .map((line) => {
      const [name = '', shorts, years = '', bare] = line.split('|').map((field) => field.trim());
      const [from, to] = years.split('–');
      const valid = { validFrom: year(from), validTo: year(to) };
      return { name, shortNames: list(shorts), bareNames: list(bare), ...valid };
    });
}

interface Index {
  readonly bodies: readonly NationalBody[];
  readonly national: ReadonlyMap<string, string>;
  readonly bare: ReadonlyMap<string, string>;
  readonly named: ReadonlyMap<string, readonly NamedBody[]>;
}

function buildIndex(): Index {
  const bodies = readNationalBodies();
  const national = new Map<string, string>();
  const bare = new Map<string, string>();
  for (const body of bodies) {
    for (const name of [body.name, ...body.shortNames]) national.set(name, body.name);
    for (const name of body.bareNames) bare.set(name, body.name);
  }
  const named = new Map<string, NamedBody[]>();
  for (const line of NAMED_BODIES.trim().split('\n')) {
    const [name = '', names, place] = line.split('|').map((field) => field.trim());
    for (const key of list(names)) {
      named.set(key, [...(named.get(key) ?? []), { name, place: place || null }]);
    }
    if (!named.has(name)) named.set(name, [{ name, place: null }]);
  }
  return { bodies, national, bare, named };
}

let loaded: Index | undefined;

function index(): Index {
  loaded ??= buildIndex();
  return loaded;
}

/** The bodies of the centre, with the years of each name. */
export function nationalBodies(): readonly NationalBody[] {
  return index().bodies;
}

/**
 * Official name of a body of the centre: 工信部 → 工业和信息化部. `nationwide` says that the document
 * binds the whole country, where a bare 发展改革委 is the centre's too. null if none is known.
 */
export function nationalBodyOf(name: string, nationwide: boolean): string | null {
  return index().national.get(name) ?? (nationwide ? (index().bare.get(name) ?? null) : null);
}

/** Official name of a company, exchange or zone: 上港集团; `place` is the document's. */
export function namedBodyOf(name: string, place: Region | null): string | null {
  for (const body of index().named.get(name) ?? []) {
    if (body.place === null) return body.name;
    const within = [place?.fullName, place?.prefecture, place?.province];
    if (within.includes(body.place)) return body.name;
  }
  return null;
}

/** Every name of such bodies, short and full. */
export function bodyNames(): string[] {
  return [...index().national.keys(), ...index().named.keys()];
}
