import type { At } from '../../../schemas/index.js';
import { partOf } from '../data/facts.js';
import type { Doc, Row } from '../data/model.js';

/** What a stretch of the text is to a record. */
export type SpanClass = 'task' | 'unit' | 'lead' | 'first' | 'deadline' | 'target' | 'warning';

/** A stretch of the text with the records that it is a value of. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: SpanClass;
  readonly rows: Row[];
}

/** Written and inferred leads are painted apart. */
const CLASS_OF = {
  lead: 'lead',
  first_listed: 'first',
  responsible: 'unit',
  support: 'unit',
} as const;

/** All that is highlighted in a document: sorted by start, of equal starts the longer first. */
export function spansOf(doc: Doc): Span[] {
  const spans = new Map<string, Span>();
  const add = (kind: SpanClass, { start, end }: At, row: Row | null): void => {
    if (end <= start) return;
    const key = `${kind} ${start} ${end}`;
    const known = spans.get(key);
    if (!known) spans.set(key, { kind, start, end, rows: row ? [row] : [] });
    else if (row) known.rows.push(row);
  };
  for (const task of doc.tasks) {
    const { record } = task;
    add('task', record.at, task);
    for (const unit of record.units) {
      add(CLASS_OF[partOf(task, unit)], unit.at, task);
    }
    for (const { at } of record.deadlines) add('deadline', at, task);
    for (const target of task.targets) add('target', target.record.at, task);
  }
  for (const target of doc.targets) {
    if (target.record.task_ids.length === 0) add('target', target.record.at, target);
  }
  for (const { at } of doc.record.warnings) if (at) add('warning', at, null);
  return [...spans.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** A piece of the text through which the same spans run. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly spans: readonly Span[];
}

/**
 * Cuts a stretch of the text at every border of a span. `spans` are sorted as `spansOf` gives them;
 * those that run into the stretch from before it count too.
 */
export function piecesOf(start: number, end: number, spans: readonly Span[]): Piece[] {
  const borders = new Set([start, end]);
  for (const span of spans) {
    if (span.start > start && span.start < end) borders.add(span.start);
    if (span.end > start && span.end < end) borders.add(span.end);
  }
  const ordered = [...borders].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let next = 0;
  let open: Span[] = [];
  for (let index = 1; index < ordered.length; index++) {
    const from = ordered[index - 1]!;
    open = open.filter((span) => span.end > from);
    for (; next < spans.length && spans[next]!.start <= from; next++) {
      if (spans[next]!.end > from) open.push(spans[next]!);
    }
    pieces.push({ start: from, end: ordered[index]!, spans: [...open] });
  }
  return pieces;
}
