import type { Doc, Row, TaskRow } from './model.js';
import { tasksOf } from './model.js';

/** Why a row is worth a look. The order is that of the words beside it: the weightiest first. */
export const DOUBTS = {
  /** A warning stands at its place. */
  warning: 8,
  /** Its page was read from a picture. */
  ocr: 6,
  /** A rule made it that made few other values of the dataset. */
  rare_rule: 5,
  /** Numbers in it that no rule could place. */
  unexplained: 4,
  /** The official name of a body could not be told. */
  no_canonical: 3,
  first_listed: 2,
  year_inferred: 2,
  inherited: 1,
} as const;
export type Doubt = keyof typeof DOUBTS;

/** Warnings that say the words themselves may be wrong. */
const OF_OCR = new Set(['read_by_ocr', 'text_layer_of_ocr']);
/** A rule that made no more values than this is rare. */
const RARE = 5;

const known = new WeakMap<Row, readonly Doubt[]>();
const scenes = new WeakMap<Doc, { readonly ocr: boolean; readonly rare: ReadonlySet<string> }>();

/** Counts rules over all documents, once, so that rare ones are known. */
export function weighRules(docs: readonly Doc[]): void {
  const uses = new Map<string, number>();
  const count = (rule: string): void => void uses.set(rule, (uses.get(rule) ?? 0) + 1);
  for (const { tasks, targets } of docs) {
    for (const { record } of tasks) {
      for (const { rule } of [...record.units, ...record.deadlines]) count(rule);
    }
    for (const { record } of targets) count(record.rule);
  }
  const rare = new Set([...uses].filter(([, n]) => n <= RARE).map(([rule]) => rule));
  for (const doc of docs) {
    const ocr = doc.record.warnings.some(({ code }) => OF_OCR.has(code));
    scenes.set(doc, { ocr, rare });
  }
}

/** What speaks for a look at a row, the weightiest first. */
export function doubtsOf(row: Row): readonly Doubt[] {
  const kept = known.get(row);
  if (kept) return kept;
  const found = new Set<Doubt>();
  if (row.kind === 'warning') found.add('warning');
  const { ocr = false, rare = new Set<string>() } = scenes.get(row.doc) ?? {};
  if (ocr) found.add('ocr');
  if (row.kind === 'target' && rare.has(row.record.rule)) found.add('rare_rule');
  if (row.kind !== 'target') for (const task of tasksOf(row)) addTask(task, rare, found);
  const doubts = [...found].sort((a, b) => DOUBTS[b] - DOUBTS[a]);
  known.set(row, doubts);
  return doubts;
}

/** How much speaks for a look. */
export const doubtOf = (row: Row): number =>
  doubtsOf(row).reduce((sum, doubt) => sum + DOUBTS[doubt], 0);

function addTask(task: TaskRow, rare: ReadonlySet<string>, found: Set<Doubt>): void {
  const { units, deadlines, lead_basis: basis } = task.record;
  if (task.doc.warnings.some((warning) => warning.task === task)) found.add('warning');
  if ([...units, ...deadlines].some(({ rule }) => rare.has(rule))) found.add('rare_rule');
  if (task.doc.passed.some((each) => each.task_id === task.id && each.rule === UNEXPLAINED)) {
    found.add('unexplained');
  }
  // A group has no official name, and needs none.
  if (task.bodies.some((body) => body !== null && body.canonical === null && !body.is_group)) {
    found.add('no_canonical');
  }
  if (basis === 'first-listed') found.add('first_listed');
  if (deadlines.some(({ year_basis }) => year_basis === 'document' || year_basis === 'item')) {
    found.add('year_inferred');
  }
  if (units.some(({ inherited }) => inherited)) found.add('inherited');
}

/** Says that no word tells what the number is there for. */
const UNEXPLAINED = 'quantity.unaimed';
