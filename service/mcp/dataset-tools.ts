import { z } from 'zod';
import { IsoDate, type Quantity, type Target, type UnitRecord } from '../../schemas/index.js';
import type { CollectionName } from '../datasets/collections.js';
import { CursorError } from '../datasets/cursor.js';
import type { DatasetIndex, Page } from '../datasets/dataset-index.js';
import { clipped, fitting } from './bounded.js';
import { TaskLine, taskLines } from './task-lines.js';
import { askDataset, ToolError, tool } from './tool.js';

const dataset = z
  .string()
  .max(64)
  .optional()
  .describe('Name of the dataset; may be left out where there is one only.');
const cursor = z.string().max(2000).optional().describe('`next` of the answer before.');
const limit = z.int().min(1).max(50).default(20).describe('Most items of the answer.');
const next = z.string().nullable().describe('The cursor of what follows; null: that was all.');
const total = z.int().min(0).describe('How many there are in all.');

/** Bodies to choose from. */
const MOST_BODIES = 50;

/** What is found in other tables than that of tasks, in one line. */
const FoundLine = z.strictObject({
  id: z.string(),
  title: z.string().describe('A title, an indicator or a name.'),
  detail: z.string().describe('What else it says, in short.'),
  document_id: z.string().nullable(),
});
type FoundLine = z.infer<typeof FoundLine>;

export const searchDataset = tool({
  name: 'search_dataset',
  title: 'Search a dataset of notices',
  description:
    "Finds tasks, documents, targets, quantities or bodies of a dataset of Chinese government notices (公文) whose words hold all that is asked for, as written; two Chinese characters are enough; the short or full name of a body finds what is the body's. Page by page.",
  input: z.strictObject({
    dataset,
    query: z
      .string()
      .min(1)
      .max(200)
      .describe(
        'Words with blanks between, all of which must stand in it; "two words" as they stand, -word for what must not.',
      ),
    any: z.boolean().default(false).describe('Whether any of the words is enough.'),
    in: z
      .enum(['tasks', 'documents', 'targets', 'quantities', 'units'])
      .default('tasks')
      .describe('What is looked for.'),
    region: z.string().max(100).optional().describe('Only of this place: 温州市.'),
    limit,
    cursor,
  }),
  output: z.strictObject({
    dataset: z.string(),
    total,
    tasks: z.array(TaskLine).describe('Tasks that were found.'),
    found: z.array(FoundLine).describe('What was found of other kinds.'),
    next,
  }),
  run: (context, { dataset: asked, query, any, in: name, region, limit: most, cursor: at }) =>
    askDataset(context, asked, async (index, named) => {
      const filters = { q: query, any, ...(region !== undefined && { region }), ...noCopies(name) };
      const page = await pageOf(index, name, { filters, limit: most, cursor: at });
      const rows: readonly (TaskLine | FoundLine)[] =
        name === 'tasks' ? await taskLines(index, page.records) : page.records.map(foundLine(name));
      const { shown, next: following } = shownOf(rows, page);
      return {
        dataset: named,
        total: page.total ?? 0,
        tasks: name === 'tasks' ? (shown as TaskLine[]) : [],
        found: name === 'tasks' ? [] : (shown as FoundLine[]),
        next: following,
      };
    }),
});

export const listTasks = tool({
  name: 'list_tasks',
  title: 'List the tasks of a body',
  description:
    'Lists what a body must do, the earliest last day first: filtered by its part, by place, and by when it is due. Where the name stands for several bodies, they are given to choose from.',
  input: z.strictObject({
    dataset,
    body: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('A body: id, official name (温州市市场监督管理局), name in use, or part of one.'),
    role: z
      .enum(['lead', 'first_listed', 'support', 'responsible'])
      .optional()
      .describe('Only tasks in which it has this part.'),
    region: z.string().max(100).optional().describe('Only of documents of this place.'),
    due_from: IsoDate.optional().describe('Only what is due on this day or later.'),
    due_before: IsoDate.optional().describe('Only what is due before this day.'),
    limit,
    cursor,
  }),
  output: z.strictObject({
    dataset: z.string(),
    total,
    bodies: z
      .array(z.strictObject({ id: z.string(), name: z.string(), region: z.string().nullable() }))
      .describe(
        'What the name stands for; where there are several to choose from, no tasks are given.',
      ),
    tasks: z.array(TaskLine),
    next,
  }),
  run: (context, { dataset: asked, body, limit: most, cursor: at, due_before, ...narrowed }) =>
    askDataset(context, asked, async (index, named) => {
      const bodies = body === undefined ? [] : await index.bodies(body);
      if (body !== undefined && bodies.length !== 1) {
        const choice = fitting(bodies.slice(0, MOST_BODIES));
        return { dataset: named, total: 0, bodies: [...choice], tasks: [], next: null };
      }
      const unit = bodies[0]?.id;
      const filters = {
        ...Object.fromEntries(Object.entries(narrowed).filter(([, value]) => value !== undefined)),
        ...(unit !== undefined && { unit }),
        ...(due_before !== undefined && { due_to: dayBefore(due_before) }),
        copies: false,
      };
      const page = await pageOf(index, 'tasks', { filters, sort: 'due', limit: most, cursor: at });
      const { shown, next: following } = shownOf(await taskLines(index, page.records), page);
      return {
        dataset: named,
        total: page.total ?? 0,
        bodies: [...bodies],
        tasks: [...shown],
        next: following,
      };
    }),
});

const noCopies = (name: CollectionName): object => (name === 'units' ? {} : { copies: false });

const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

async function pageOf(
  index: DatasetIndex,
  name: CollectionName,
  asked: Omit<Parameters<DatasetIndex['page']>[1], 'count'>,
): Promise<Page> {
  try {
    return await index.page(name, { ...asked, count: true });
  } catch (error) {
    if (error instanceof CursorError) throw new ToolError(error.message);
    throw error;
  }
}

/** What of a page fits into an answer, and what leads on from there. */
function shownOf<Row>(rows: readonly Row[], page: Page) {
  const shown = fitting(rows);
  const next = shown.length < rows.length ? page.cursorAfter(shown.length) : page.next;
  return { shown: [...shown], next };
}

function foundLine(name: CollectionName) {
  return (record: Buffer): FoundLine => {
    const row = JSON.parse(record.toString()) as Record<string, unknown>;
    const [title, detail] = wordsOf(name, row);
    return {
      id: row.id as string,
      title: clipped(title, 200),
      detail: clipped(detail, 400),
      document_id: (row.document_id as string | undefined) ?? null,
    };
  };
}

function wordsOf(name: CollectionName, row: object): [title: string, detail: string] {
  const words = (...parts: (string | number | null)[]): string =>
    parts.filter((part) => part !== null && part !== '').join(' ');
  if (name === 'targets' || name === 'quantities') {
    const { indicator, op, value, unit, raw } = row as Target | Quantity;
    return [indicator ?? '', words(op, value, unit, `（${raw.replace(/\s+/g, '')}）`)];
  }
  if (name === 'units') {
    const unit = row as UnitRecord;
    return [
      unit.name,
      words(
        unit.region,
        `${unit.tasks} tasks`,
        `${unit.leads} led`,
        unit.names.slice(0, 5).join('、'),
      ),
    ];
  }
  const { title, doc_number, issued_on, region } = row as Record<string, string | null>;
  return [title ?? '', words(doc_number ?? null, issued_on ?? null, region ?? null)];
}
