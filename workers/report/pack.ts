import { digestOfDocument, digestOfRecord } from '../../pipeline/corrections/index.js';
import type { PackedAt, PackedDocument, PackedRecord } from '../../report/payload.js';
import type { At, DocumentRecord, Quantity, Target, Task } from '../../schemas/index.js';
import type { Bodies } from './bodies.js';

/** One document of a dataset, as it is read from its files. */
export interface DatasetDocument {
  readonly document: DocumentRecord;
  readonly text: string;
  readonly tasks: readonly Task[];
  readonly targets: readonly Target[];
  readonly quantities: readonly Quantity[];
  /** Sources of its copies that are left out. */
  readonly copies: readonly string[];
}

/** The document as the page carries it. */
export function packDocument(
  { document, text, tasks, targets, quantities, copies }: DatasetDocument,
  bodies: Bodies,
): PackedDocument {
  const { region } = document;
  const record = (value: Task | Target): PackedRecord => ({
    ...packed(value),
    digest: digestOfRecord(text, value),
  });
  return {
    id: document.id,
    record: packed(document),
    text,
    digest: digestOfDocument({ text }),
    tasks: tasks.map((task) => {
      const units = task.units.map((unit) => ({ ...unit, body: bodies.indexOf(unit, region) }));
      return { ...record(task), ...(units.length > 0 ? { units: units.map(packed) } : {}) };
    }),
    targets: targets.map((target) => ({
      ...record(target),
      ...packed({ bodies: bodiesOf(target, tasks, region, bodies) }),
    })),
    quantities: quantities.filter(({ role }) => role !== 'target').map(packed),
    copies,
  };
}

/** The bodies that a target's names mean: as the document's tasks name them, else by the name alone. */
function bodiesOf(
  { units }: Target,
  tasks: readonly Task[],
  region: string | null,
  bodies: Bodies,
): number[] {
  if (units.length === 0) return [];
  const named = new Map(tasks.flatMap((task) => task.units).map((unit) => [unit.name, unit]));
  const found = units.map((name) =>
    bodies.indexOf(named.get(name) ?? { name, canonical: null }, region),
  );
  return found.filter((index) => index !== null);
}

/** Told by the document, or read from its text at the record's place. */
const LEFT_OUT = new Set(['raw', 'document_id']);

/** A record without what the page can tell by itself. */
export function packed(record: object): PackedRecord {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (LEFT_OUT.has(key) || isNothing(value)) continue;
    result[key] = key === 'at' ? packedAt(value as At) : packedValue(value);
  }
  return result;
}

const isNothing = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

function packedValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(packedValue);
  return typeof value === 'object' && value !== null ? packed(value) : value;
}

const packedAt = ({ start, end, page }: At): PackedAt =>
  page === null ? [start, end] : [start, end, page];
