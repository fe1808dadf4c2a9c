import { createHash } from 'node:crypto';
import type {
  DocumentRecord,
  Role,
  Task,
  Unit,
  UnitLevel,
  UnitRecord,
} from '../../schemas/index.js';
import { NATION, regionNamed, regionOf } from '../lexicon/regions.js';
import { isUnitGroup } from '../lexicon/units.js';

/** What tells one body from another: its official name, else its place and the name it goes by. */
export type UnitIdentity = Pick<Unit, 'name' | 'canonical'>;

/** What is counted of a body; whole numbers, so that what was added can be taken away again. */
interface Tally {
  readonly id: string;
  readonly canonical: string | null;
  readonly region: string | null;
  readonly uses: Map<string, number>;
  readonly roles: Record<Role, number>;
  tasks: number;
  firstListed: number;
  documents: number;
  lastDocument: string;
}

/** What a tally keeps of a body. */
export interface BodyTotal extends Omit<Tally, 'uses' | 'lastDocument'> {
  /** How often each name is used for it. */
  readonly uses: Readonly<Record<string, number>>;
}

/**
 * The id of a body, the same in every dataset: `u` + hash of its canonical name, which tells it
 * alone, else of its region and name, since 市商务局 is another body in each city.
 */
export function unitId({ name, canonical }: UnitIdentity, documentRegion: string | null): string {
  const parts = canonical === null ? [ownRegion(name, documentRegion), name] : [canonical];
  return `u${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16)}`;
}

/**
 * Counts what each body does over the tasks of all documents, one document at a time. Memory grows
 * with the number of bodies and of the names used for them, not with tasks.
 */
export class UnitTally {
  private readonly tallies = new Map<string, Tally>();
  private readonly ids = new Map<string, string>();
  /** Bodies of which something was counted, or taken away, here. */
  readonly counted = new Set<string>();

  /** What was counted before goes on from what it came to. */
  constructor(totals: Iterable<BodyTotal> = []) {
    for (const { uses, ...total } of totals) {
      const own = { uses: new Map(Object.entries(uses)), roles: { ...total.roles } };
      const tally = { ...total, ...own, lastDocument: '' };
      this.tallies.set(total.id, tally);
    }
  }

  /** Counts one document; its tasks may come in several calls, one after another. */
  add(document: Pick<DocumentRecord, 'id' | 'region'>, tasks: readonly Task[]): void {
    for (const task of tasks) this.count(document, task, 1);
  }

  /** Takes away one document that was counted, with all its tasks. */
  remove({ id, region }: Pick<DocumentRecord, 'id' | 'region'>, tasks: readonly Task[]): void {
    for (const task of tasks) this.count({ id: `without ${id}`, region }, task, -1);
  }

  /** What was counted, in the order of the records, for a tally that goes on from it. */
  totals(): BodyTotal[] {
    return this.sorted().map(({ lastDocument: _, uses, ...total }) => ({
      ...total,
      uses: Object.fromEntries(uses),
    }));
  }

  /** Every body, sorted by id, so that equal tasks give equal records in any order. */
  records(): UnitRecord[] {
    return this.sorted().map(recordOf);
  }

  /** Ids of the bodies in that order. */
  unitIds(): string[] {
    return this.sorted().map(({ id }) => id);
  }

  /** The record of a body that was counted. */
  record(id: string): UnitRecord {
    return recordOf(this.tallies.get(id)!);
  }

  private sorted(): Tally[] {
    return [...this.tallies.values()].sort((a, b) => order(a.id, b.id));
  }

  private count(document: Pick<DocumentRecord, 'id' | 'region'>, task: Task, times: 1 | -1): void {
    const rolesOf = new Map<Tally, Set<Role>>();
    const firstListed = new Set<Tally>();
    for (const unit of task.units) {
      const tally = this.tallyOf(unit, document);
      const uses = (tally.uses.get(unit.name) ?? 0) + times;
      if (uses === 0) tally.uses.delete(unit.name);
      else tally.uses.set(unit.name, uses);
      const roles = rolesOf.get(tally) ?? new Set<Role>();
      rolesOf.set(tally, roles.add(unit.role));
      if (task.lead_basis === 'first-listed' && task.lead_units.includes(unit.name)) {
        firstListed.add(tally);
      }
    }
    for (const [tally, roles] of rolesOf) {
      this.counted.add(tally.id);
      tally.tasks += times;
      for (const role of roles) tally.roles[role] += times;
      if (firstListed.has(tally)) tally.firstListed += times;
      if (tally.lastDocument !== document.id) tally.documents += times;
      tally.lastDocument = document.id;
      if (tally.tasks === 0) this.tallies.delete(tally.id);
    }
  }

  private tallyOf(unit: Unit, { region }: Pick<DocumentRecord, 'region'>): Tally {
    const key = JSON.stringify(unit.canonical === null ? [unit.name, region] : [unit.canonical]);
    const id = this.ids.get(key) ?? unitId(unit, region);
    this.ids.set(key, id);
    const known = this.tallies.get(id);
    if (known) return known;
    const tally: Tally = {
      id,
      canonical: unit.canonical,
      region: unit.canonical === null ? ownRegion(unit.name, region) : regionOf(unit.canonical),
      uses: new Map(),
      roles: { lead: 0, support: 0, responsible: 0 },
      tasks: 0,
      firstListed: 0,
      documents: 0,
      lastDocument: '',
    };
    this.tallies.set(id, tally);
    return tally;
  }
}

/** Where a body without an official name is: what its name says, else the document's region. */
function ownRegion(name: string, documentRegion: string | null): string | null {
  const named = regionOf(name, documentRegion);
  if (named !== null) return named;
  const home = documentRegion === null ? null : regionNamed(documentRegion);
  if (home === null) return documentRegion;
  if (name.startsWith('省')) return home.province;
  if (name.startsWith('市') && home.level === 'county') return home.prefecture ?? documentRegion;
  return documentRegion;
}

function recordOf(tally: Tally): UnitRecord {
  const { id, canonical, region, uses, roles, tasks, firstListed, documents } = tally;
  const names = [...uses].sort(([a, m], [b, n]) => n - m || order(a, b)).map(([name]) => name);
  const name = canonical ?? names[0]!;
  return {
    id,
    name,
    canonical,
    names,
    region,
    level: levelOf(name, region),
    is_group: isUnitGroup(name) || names.every(isUnitGroup),
    tasks,
    leads: roles.lead,
    first_listed: firstListed,
    supports: roles.support,
    responsible: roles.responsible,
    documents,
  };
}

const TOWNSHIP = /(?:街道办事处|(?:乡|镇)(?:人民)?政府)$/;

function levelOf(name: string, region: string | null): UnitLevel | null {
  if (TOWNSHIP.test(name)) return 'township';
  if (region === NATION) return 'nation';
  return region === null ? null : (regionNamed(region)?.level ?? null);
}

/** By UTF-16 code units: the same on every machine. */
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
