import { join } from 'node:path';
import type { DocumentRecord, Quantity, Target, Task } from '../../schemas/index.js';
import { jsonLines } from './predictions.js';

/** The values of each source's documents, one line a value, by the source's name. */
export type ValuesBySource = ReadonlyMap<string, readonly string[]>;

/** What one source gained and lost from one dataset to another. */
export interface Gains {
  readonly source: string;
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** Reads a dataset's values: `unit 3 市商务局 lead`. Ids, places and rules are none. */
export function documentValues(dataset: string): ValuesBySource {
  const rows = <Row>(table: string): Row[] => jsonLines<Row>(join(dataset, `${table}.jsonl`));
  const documents = rows<DocumentRecord>('documents');
  const sources = new Map(documents.map(({ id, source }) => [id, nameOf(source.uri)]));
  const values = new Map<string, string[]>();
  const add = (id: string, lines: readonly string[]): void => {
    const source = sources.get(id) ?? '';
    values.set(source, [...(values.get(source) ?? []), ...lines]);
  };
  for (const document of documents) add(document.id, valuesOfHead(document));
  for (const task of rows<Task>('tasks')) add(task.document_id, valuesOfTask(task));
  for (const target of rows<Target>('targets')) add(target.document_id, [valueOfTarget(target)]);
  for (const quantity of rows<Quantity>('quantities')) {
    add(quantity.document_id, valuesOfQuantity(quantity));
  }
  return values;
}

/** Compares two datasets source by source; each value as often as it stands there. */
export function gainsOf(former: ValuesBySource, latter: ValuesBySource): Gains[] {
  const sources = [...new Set([...former.keys(), ...latter.keys()])].sort();
  return sources.flatMap((source) => {
    const then = former.get(source) ?? [];
    const now = latter.get(source) ?? [];
    const gained = without(now, then);
    const lost = without(then, now);
    return gained.length + lost.length > 0 ? [{ source, gained, lost }] : [];
  });
}

function without(values: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const value of others) left.set(value, (left.get(value) ?? 0) + 1);
  return values.filter((value) => {
    const count = left.get(value) ?? 0;
    if (count > 0) left.set(value, count - 1);
    return count === 0;
  });
}

const nameOf = (uri: string): string => uri.slice(uri.lastIndexOf('/') + 1);

const HEAD = ['title', 'doc_number', 'issuers', 'issued_on', 'region', 'genre', 'nature'] as const;

function valuesOfHead(document: DocumentRecord): string[] {
  return HEAD.flatMap((field) => {
    const value = document[field] as string | readonly string[] | null | undefined;
    const shown = typeof value === 'object' && value !== null ? value.join('、') : value;
    return shown ? [`head ${field} ${shown}`] : [];
  });
}

function valuesOfTask({ number, title, units, deadlines, lead_units }: Task): string[] {
  const name = number ?? title;
  return [
    `task ${number ?? ''} ${title}`,
    ...units.map((unit) => `unit ${name} ${unit.name} ${unit.role}`),
    ...lead_units.map((unit) => `lead ${name} ${unit}`),
    ...deadlines.map(
      ({ kind, start, end, every, raw }) =>
        `deadline ${name} ${compact(raw)} ${[kind, start, end, every].map((part) => part ?? '-').join(' ')}`,
    ),
  ];
}

const valueOfTarget = ({ indicator, op, value, unit, by, raw }: Target): string =>
  `target ${compact(raw)} ${indicator} ${op} ${value}${unit ?? ''} ${by ?? '-'}`;

/** What is a target stands among the targets. */
function valuesOfQuantity({ role, indicator, op, value, unit, raw }: Quantity): string[] {
  if (role === 'target') return [];
  return [`${role} ${compact(raw)} ${indicator ?? '-'} ${op ?? '-'} ${value}${unit ?? ''}`];
}

const compact = (raw: string): string => raw.replace(/\s+/g, '');
