import { comparableRecord } from '../../../pipeline/corrections/comparable.js';
import type { Correction, RecordKind } from '../../../schemas/index.js';
import { docOf, type Judged, startOf } from '../data/model.js';
import { storage } from '../storage.js';

export type Status = 'open' | 'accept' | 'set' | 'reject';

/** A record of which two people say something else. */
export interface Conflict {
  readonly key: string;
  readonly mine: readonly Correction[];
  readonly theirs: readonly Correction[];
}

/** What decisions come to, whoever made them and whenever. */
function saysOf(corrections: readonly Correction[]): string {
  const last = corrections.at(-1);
  const sets = corrections.flatMap((each) => ('set' in each ? [each.set] : []));
  const fields = last && 'fields' in last ? last.fields : [];
  return JSON.stringify([last?.action, fields, Object.assign({}, ...sets)]);
}

const keyOf = (kind: RecordKind, id: string): string => `${kind} ${id}`;

/**
 * What was decided on each record: what the dataset was made with, and on top of it what was
 * decided in this page, which the browser keeps for this page's address.
 */
export class Decisions {
  private readonly byRecord = new Map<string, Correction[]>();
  private readonly listeners: (() => void)[] = [];
  /** What stood on a record before each change, the latest last. */
  private readonly before: { readonly key: string; readonly corrections: readonly Correction[] }[] =
    [];
  /** Records on which a file that was read in says something else than this page. */
  private readonly open = new Map<string, Conflict>();
  /** False where the browser lets the page keep nothing. */
  kept = true;

  constructor(
    made: readonly Correction[],
    /** Under which the browser keeps them; null: a service does. */
    private readonly storageKey: string | null,
  ) {
    this.add(made);
    const stored = this.load();
    if (stored) {
      this.byRecord.clear();
      this.add(stored);
    }
  }

  /** All of them in the order in which they were made. */
  get all(): Correction[] {
    return [...this.byRecord.values()].flat();
  }

  get count(): number {
    return this.byRecord.size;
  }

  of(judged: Judged): readonly Correction[] {
    return this.byRecord.get(keyOf(judged.kind, judged.id)) ?? [];
  }

  /** What the last decision on a record was. */
  status(judged: Judged): Status {
    return this.of(judged).at(-1)?.action ?? 'open';
  }

  /** The values that were set, later ones before earlier ones. */
  set(judged: Judged): Record<string, unknown> {
    const sets = this.of(judged).filter(({ action }) => action === 'set');
    return Object.assign({}, ...sets.map((correction) => 'set' in correction && correction.set));
  }

  accept(judged: Judged, by: string): void {
    const sets = this.of(judged).filter(({ action }) => action === 'set');
    const values = comparableRecord(judged.kind, { ...judged.record, ...this.set(judged) });
    const accepted = { ...shared(judged, by), action: 'accept', fields: [], values };
    this.put(judged, [...sets, accepted]);
  }

  reject(judged: Judged, by: string): void {
    this.put(judged, [{ ...shared(judged, by), action: 'reject', fields: [] }]);
  }

  correct(judged: Judged, values: object, note: string | null, by: string): void {
    const set = { ...this.set(judged), ...values };
    this.put(judged, [{ ...shared(judged, by), note, action: 'set', set }]);
  }

  undo({ kind, id }: { readonly kind: RecordKind; readonly id: string }): void {
    this.replace(keyOf(kind, id), []);
    this.changed();
  }

  /** Takes the latest change back, on whatever record; gives that record, null where there is none. */
  undoLast(): { readonly kind: RecordKind; readonly id: string } | null {
    const last = this.before.pop();
    if (!last) return null;
    this.byRecord.delete(last.key);
    if (last.corrections.length > 0) this.byRecord.set(last.key, [...last.corrections]);
    this.changed();
    const [kind, id] = last.key.split(' ') as [RecordKind, string];
    return { kind, id };
  }

  /** What a file and this page say differently, until somebody chooses. */
  get conflicts(): readonly Conflict[] {
    return [...this.open.values()];
  }

  /**
   * Merges decisions of another: those on records that are undecided here are taken, equal ones are
   * one, and of different ones none is lost: they are conflicts, and what stands here stands on.
   */
  readIn(corrections: readonly Correction[]): void {
    const theirs = new Map<string, Correction[]>();
    for (const correction of corrections) {
      const key = keyOf(correction.record, correction.id);
      theirs.set(key, [...(theirs.get(key) ?? []), correction]);
    }
    for (const [key, list] of theirs) {
      const mine = this.byRecord.get(key) ?? [];
      if (mine.length === 0) this.replace(key, list);
      else if (saysOf(mine) !== saysOf(list)) this.open.set(key, { key, mine, theirs: list });
    }
    this.changed();
  }

  /** Puts back what was decided on a record before the page was opened. */
  restore(key: string, corrections: readonly Correction[]): void {
    this.replace(key, corrections);
  }

  /** Meets what another has decided on a record since; where it is something else, somebody chooses. */
  meet(key: string, theirs: readonly Correction[]): void {
    const mine = this.byRecord.get(key) ?? [];
    if (saysOf(mine) === saysOf(theirs)) this.replace(key, theirs);
    else this.open.set(key, { key, mine, theirs });
    this.changed();
  }

  /** Settles a conflict: what stands here, or what was read in. */
  settle({ key, theirs }: Conflict, whose: 'mine' | 'theirs'): void {
    this.open.delete(key);
    if (whose === 'theirs') this.replace(key, theirs);
    this.changed();
  }

  listen(listener: () => void): void {
    this.listeners.push(listener);
  }

  private put({ kind, id }: Judged, corrections: readonly object[]): void {
    this.replace(keyOf(kind, id), corrections as Correction[]);
    this.changed();
  }

  /** Puts decisions on a record in the place of what stood there, which is kept for a while. */
  private replace(key: string, corrections: readonly Correction[]): void {
    this.before.push({ key, corrections: this.byRecord.get(key) ?? [] });
    this.byRecord.delete(key);
    if (corrections.length > 0) this.byRecord.set(key, [...corrections]);
  }

  private add(corrections: readonly Correction[]): void {
    for (const correction of corrections) {
      const key = keyOf(correction.record, correction.id);
      const list = this.byRecord.get(key);
      if (list) list.push(correction);
      else this.byRecord.set(key, [correction]);
    }
  }

  private changed(): void {
    try {
      if (this.storageKey !== null) storage().setItem(this.storageKey, JSON.stringify(this.all));
    } catch {
      this.kept = false;
    }
    for (const listener of this.listeners) listener();
  }

  private load(): Correction[] | null {
    try {
      const stored = this.storageKey === null ? null : storage().getItem(this.storageKey);
      return stored === null ? null : correctionsOf(JSON.parse(stored) as unknown[]);
    } catch {
      return null;
    }
  }
}

function shared(judged: Judged, by: string): object {
  return {
    record: judged.kind,
    id: judged.id,
    document_id: docOf(judged).id,
    digest: judged.digest,
    start: judged.kind === 'document' ? 0 : startOf(judged),
    note: null,
    made_by: by.trim() || null,
    made_at: new Date().toISOString(),
  };
}

/** The file of all decisions: one a line. */
export const linesOf = (corrections: readonly Correction[]): string =>
  corrections.map((correction) => `${JSON.stringify(correction)}\n`).join('');

/** A line of a file that is no correction, counted from 1. */
export class NoCorrectionError extends Error {
  constructor(readonly line: number) {
    super(`line ${line}`);
  }
}

/** Reads a file of corrections. The program checks it whole; here only what the page needs. */
export function readLines(text: string): Correction[] {
  const corrections: Correction[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    try {
      corrections.push(...correctionsOf([JSON.parse(line) as unknown]));
    } catch {
      throw new NoCorrectionError(index + 1);
    }
  }
  return corrections;
}

const KINDS = ['document', 'task', 'target'];

function correctionsOf(values: readonly unknown[]): Correction[] {
  for (const value of values) {
    const { record, id, action, set, fields } = (value ?? {}) as Record<string, unknown>;
    const sound =
      KINDS.includes(record as string) &&
      typeof id === 'string' &&
      (action === 'set' ? typeof set === 'object' && set !== null : Array.isArray(fields)) &&
      (action === 'set' || action === 'accept' || action === 'reject');
    if (!sound) throw new NoCorrectionError(0);
  }
  return values as Correction[];
}
