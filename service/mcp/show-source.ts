import { z } from 'zod';
import type { DocumentRecord, Quantity, Target, Task } from '../../schemas/index.js';
import type { CollectionName } from '../datasets/collections.js';
import type { DatasetIndex } from '../datasets/dataset-index.js';
import { clipped, fitting } from './bounded.js';
import { askDataset, ToolError, tool } from './tool.js';

/** A value and where it stands. */
const Value = z.strictObject({
  field: z.string().describe('Field of the record: units[0].'),
  value: z.string().describe('What was read.'),
  raw: z.string().describe('The words that it was read from.'),
  rule: z.string().nullable().describe('The rule that read it (docs/rules.md).'),
  page: z.int().nullable(),
  start: z.int().min(0).describe('UTF-16 code units of the text.'),
  end: z.int().min(0),
});
type Value = z.infer<typeof Value>;

interface Place {
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
}

const KINDS: readonly CollectionName[] = ['tasks', 'targets', 'quantities', 'documents'];

export const showSource = tool({
  name: 'show_source',
  title: 'Show where a value stands',
  description:
    'Shows the words that a task, target, quantity or document was read from: the passage of the source with what stands before and after it, its page, and each value with its words, place and rule.',
  input: z.strictObject({
    dataset: z
      .string()
      .max(64)
      .optional()
      .describe('Name of the dataset; may be left out where there is one only.'),
    id: z.string().min(1).max(200).describe('Id of a task, target, quantity or document.'),
    context: z.int().min(0).max(2000).default(200).describe('Characters before and after it.'),
  }),
  output: z.strictObject({
    dataset: z.string(),
    kind: z.enum(['tasks', 'targets', 'quantities', 'documents']),
    id: z.string(),
    document: z.strictObject({
      id: z.string(),
      title: z.string(),
      doc_number: z.string().nullable(),
      uri: z.string().describe('The file it was read from.'),
    }),
    page: z.int().nullable(),
    start: z.int().min(0),
    end: z.int().min(0),
    before: z.string(),
    passage: z.string().describe('The words; cut at … where they are many.'),
    after: z.string(),
    values: z.array(Value).describe('What was read in it; as many as an answer holds.'),
    values_total: z.int().min(0),
  }),
  run: (context, { dataset, id, context: around }) =>
    askDataset(context, dataset, async (index, name) => {
      const { kind, record } = await recordOf(index, id);
      const documentId = kind === 'documents' ? id : (record as Task).document_id;
      const bytes = await index.record('documents', documentId);
      const text = await index.text(documentId);
      if (bytes === null || text === null) throw new ToolError(`The text of ${id} is not there.`);
      const document = JSON.parse(bytes.toString()) as DocumentRecord;
      const { page, start, end } = placeOf(kind, record, text);
      const values = valuesOf(kind, record);
      if (values.some(({ raw, ...at }) => text.slice(at.start, at.end) !== raw)) {
        throw new ToolError('The dataset is just being replaced. Ask again.');
      }
      return {
        dataset: name,
        kind: kind as 'tasks',
        id,
        document: {
          id: document.id,
          title: document.title,
          doc_number: document.doc_number,
          uri: document.source.uri,
        },
        ...{ page, start, end },
        before: text.slice(Math.max(0, start - around), start),
        passage: clipped(text.slice(start, end), 8000),
        after: text.slice(end, end + around),
        values: [
          ...fitting(
            values.map((value) => ({
              ...value,
              raw: clipped(value.raw, 1000),
              value: clipped(value.value, 1000),
            })),
            24 * 1024,
          ),
        ],
        values_total: values.length,
      };
    }),
});

async function recordOf(
  index: DatasetIndex,
  id: string,
): Promise<{ kind: CollectionName; record: object }> {
  for (const kind of KINDS) {
    const bytes = await index.record(kind, id);
    if (bytes !== null) return { kind, record: JSON.parse(bytes.toString()) as object };
  }
  throw new ToolError(`There is no task, target, quantity or document ${id}.`);
}

/** A document's passage is its beginning. */
function placeOf(kind: CollectionName, record: object, text: string): Place {
  if (kind !== 'documents') return (record as { at: Place }).at;
  return {
    page: (record as DocumentRecord).source.page_start,
    start: 0,
    end: Math.min(text.length, 2000),
  };
}

function valuesOf(kind: CollectionName, record: object): Value[] {
  if (kind === 'tasks') return valuesOfTask(record as Task);
  if (kind === 'documents') {
    return (record as DocumentRecord).references.map(({ title, raw, at }, index) =>
      valueFrom(`references[${index}]`, title, { raw, rule: null, at }),
    );
  }
  const { op, value, unit, indicator, raw, rule, at } = record as Target | Quantity;
  const words = [indicator, op, value, unit].filter((part) => part !== null && part !== '');
  return [valueFrom('value', words.join(' '), { raw, rule, at })];
}

const valuesOfTask = ({ units, deadlines, contacts }: Task): Value[] => [
  ...units.map((unit, index) =>
    valueFrom(`units[${index}]`, `${unit.canonical ?? unit.name} (${unit.role})`, unit),
  ),
  ...deadlines.map((deadline, index) => {
    const { kind, start, end, every } = deadline;
    return valueFrom(
      `deadlines[${index}]`,
      [kind, start, end, every].filter(Boolean).join(' '),
      deadline,
    );
  }),
  ...contacts.map((contact, index) =>
    valueFrom(`contacts[${index}]`, [contact.name, contact.phone].filter(Boolean).join(' '), {
      ...contact,
      rule: null,
    }),
  ),
];

const valueFrom = (
  field: string,
  value: string,
  { raw, rule, at }: { readonly raw: string; readonly rule: string | null; readonly at: Place },
): Value => ({ field, value, raw, rule, page: at.page, start: at.start, end: at.end });
