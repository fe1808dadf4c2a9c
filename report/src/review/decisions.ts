import { comparableRecord } from '../../../pipeline/corrections/comparable.js';
import type { Correction, RecordKind } from '../../../schemas/index.js';
import { docOf, type Judged, startOf } from '../data/model.js';

export type Status = 'open' | 'accept' | 'set' | 'reject';

const keyOf = (kind: RecordKind, id: string): string => `${kind} ${id}`;

/**
 * What was decided on each record: what the dataset was made with, and on top of it what was
 * decided in this page, which the browser keeps for this page's address.
 */
export class Decisions {
  private readonly byRecord = new Map<string, Correction[]>();
  private readonly listeners: (() => void)[] = [];
  /** False where the browser lets the page keep nothing. */
  kept = true;

  constructor(
    made: readonly Correction[],
    private readonly storageKey: string,
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
    this.byRecord.delete(keyOf(kind, id));
    this.changed();
  }

  /** Reads decisions in; they take the place of earlier ones on the same records. */
  readIn(corrections: readonly Correction[]): void {
    for (const { record, id } of corrections) this.byRecord.delete(keyOf(record, id));
    this.add(corrections);
    this.changed();
  }

  listen(listener: () => void): void {
    this.listeners.push(listener);
  }

  private put({ kind, id }: Judged, corrections: readonly object[]): void {
    this.byRecord.delete(keyOf(kind, id));
    this.byRecord.set(keyOf(kind, id), corrections as Correction[]);
    this.changed();
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
      localStorage.setItem(this.storageKey, JSON.stringify(this.all));
    } catch {
      this.kept = false;
    }
    for (const listener of this.listeners) listener();
  }

  private load(): Correction[] | null {
    try {
      const stored = localStorage.getItem(this.storageKey);
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
