import type { At } from '../../../schemas/index.js';
import { doubtsOf } from '../data/doubts.js';
import { type Inference, isInferred } from '../data/facts.js';
import {
  type Dataset,
  type Doc,
  type Judged,
  judgedOf,
  nameOf,
  type TaskRow,
} from '../data/model.js';
import { sorted } from '../filters/sort.js';
import type { Decisions } from '../review/decisions.js';
import { dayWords } from '../words/dates.js';
import { say } from '../words/language.js';
import { adviceWords, warningWords } from '../words/warnings.js';
import type { Word } from '../words/words.js';

/** One thing that needs eyes: what it is, and where it leads. */
export interface AttentionItem {
  readonly name: string;
  readonly says: string;
  /** Record that it opens. */
  readonly opens?: Judged;
  /** Place that it shows. */
  readonly place?: { readonly doc: Doc; readonly at: At };
}

export interface AttentionGroup {
  readonly title: Word;
  readonly items: readonly AttentionItem[];
}

const IN_REVIEW = /_in_review$/;

/** All that needs eyes in a dataset, kind by kind. */
export function attentionGroups(dataset: Dataset, decisions: Decisions): AttentionGroup[] {
  const { docs } = dataset;
  const tasks = docs.flatMap((doc) => doc.tasks);
  return [
    { title: 'attention_triage', items: triage(dataset, decisions) },
    { title: 'attention_warnings', items: warnings(docs, (code) => !IN_REVIEW.test(code)) },
    { title: 'attention_first_listed', items: inferred(tasks, 'first_listed', leads) },
    { title: 'attention_inherited', items: docs.flatMap(inheritedUnits) },
    {
      title: 'attention_document_year',
      items: inferred(tasks, 'document_year', years('document')),
    },
    { title: 'attention_item_year', items: inferred(tasks, 'item_year', years('item')) },
    { title: 'attention_part', items: inferred(tasks, 'part', part) },
    { title: 'attention_rejects', items: dataset.rejects.map(rejectItem) },
    { title: 'attention_review', items: warnings(docs, (code) => IN_REVIEW.test(code)) },
    { title: 'attention_decisions', items: decided(dataset, decisions) },
  ];
}

/** Undecided records by what speaks for a look at them, the most first. */
function triage({ rows }: Dataset, decisions: Decisions): AttentionItem[] {
  const open = rows.filter((row) => {
    const judged = judgedOf(row);
    return judged !== null && decisions.status(judged) === 'open' && doubtsOf(row).length > 0;
  });
  return sorted(open, 'doubt').map((row) => ({
    name: nameOf(row),
    says: [...doubtsOf(row).map((doubt) => say(`doubt_${doubt}`)), nameOf(row.doc)].join(' · '),
    opens: judgedOf(row)!,
  }));
}

function warnings(docs: readonly Doc[], has: (code: string) => boolean): AttentionItem[] {
  return docs.flatMap((doc) =>
    doc.record.warnings
      .filter(({ code }) => has(code))
      .map(({ code, message, at }) => ({
        name: warningWords({ code, message }),
        says: [adviceWords(code), nameOf(doc)].filter(Boolean).join(' · '),
        ...(at ? { place: { doc, at } } : { opens: doc }),
      })),
  );
}

function inferred(
  tasks: readonly TaskRow[],
  how: Inference,
  says: (task: TaskRow) => string,
): AttentionItem[] {
  return tasks
    .filter((task) => isInferred(task, how))
    .map((task) => ({
      name: titleOf(task),
      says: `${says(task)} · ${nameOf(task.doc)}`,
      opens: task,
    }));
}

const titleOf = (task: TaskRow): string =>
  [task.record.number, nameOf(task)].filter(Boolean).join(' ');

const leads = ({ record }: TaskRow): string =>
  record.units.map(({ name }, index) => (index === 0 ? `【${name}】` : name)).join('、');

const years =
  (basis: 'document' | 'item') =>
  ({ record }: TaskRow): string =>
    record.deadlines
      .filter(({ year_basis }) => year_basis === basis)
      .map(({ raw, end }) => `${raw} → ${end === null ? '' : dayWords(end)}`)
      .join('；');

const part = ({ record }: TaskRow): string =>
  `${say('part_n', { n: record.part ?? 0 })} · ${record.units.map(({ name }) => name).join('、')}`;

/** A unit that stands once and covers several tasks is one thing to look at. */
function inheritedUnits(doc: Doc): AttentionItem[] {
  const places = new Map<string, { name: string; at: At; tasks: number; role: string }>();
  for (const { record } of doc.tasks) {
    for (const { inherited, name, at, role } of record.units) {
      if (!inherited) continue;
      const key = `${at.start} ${name}`;
      const known = places.get(key);
      if (known) known.tasks++;
      else places.set(key, { name, at, tasks: 1, role: say(`role_${role}` as Word) });
    }
  }
  return [...places.values()].map(({ name, at, tasks, role }) => ({
    name: say('covers', { name, n: tasks }),
    says: `${role} · ${nameOf(doc)}`,
    place: { doc, at },
  }));
}

const rejectItem = ({ uri, code, message }: Dataset['rejects'][number]): AttentionItem => ({
  name: uri,
  says: [warningWords({ code, message }), adviceWords(code)].filter(Boolean).join(' · '),
});

function decided(dataset: Dataset, decisions: Decisions): AttentionItem[] {
  return decisions.all.map(({ record, id, action, note, made_by: by }) => {
    const judged = dataset.row(record, id);
    const says = [say(`status_${action}` as Word), note, by].filter(Boolean).join(' · ');
    return judged
      ? { name: nameOf(judged), says, opens: judged }
      : { name: `${id} ${say('gone')}`, says };
  });
}
