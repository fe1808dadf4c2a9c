import type { Request } from 'express';
import { z } from 'zod';
import { calendarOf, type Entry } from '../../pipeline/emit/calendar.js';
import type { DocumentRecord, Task } from '../../schemas/index.js';
import type { DatasetIndex } from '../datasets/dataset-index.js';
import { filterSchemas } from '../datasets/filters.js';
import type { DatasetRegistry } from '../datasets/registry.js';
import { ask } from '../datasets/routes.js';
import { Problem } from '../http/problem.js';
import type { Answer, Asked, Route } from '../http/route.js';
import { atomOf } from './atom.js';

/** Entries where nobody says how many, and at most. */
const ENTRIES = 100;
const MOST_ENTRIES = 1000;
const EVENTS = 1000;
const MOST_EVENTS = 10_000;

const ATOM = 'application/atom+xml';
const CALENDAR = 'text/calendar';

const limit = (usual: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'a whole number')
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(usual)
    .describe('Most entries.');

const dataset = z
  .string()
  .optional()
  .describe('Name of the dataset; needed where several are served.');

/** The routes that other programs look at again and again: a feed of tasks, a calendar of deadlines. */
export function feedRoutes(
  registry: DatasetRegistry,
  linksOf: (request: Request) => string,
): readonly Route[] {
  const feed = {
    summary:
      'New and changed tasks, the last first, as an Atom feed; narrowed as the list of tasks is.',
    answers: { 200: { description: 'The feed.', content: { [ATOM]: null } } },
  };
  const calendar = {
    summary: 'Deadlines with a last day, as an iCalendar file; narrowed as the list of tasks is.',
    answers: { 200: { description: 'The calendar.', content: { [CALENDAR]: null } } },
  };
  const feedQuery = z.strictObject({
    ...filterSchemas('tasks'),
    limit: limit(ENTRIES, MOST_ENTRIES),
  });
  const calendarQuery = z.strictObject({
    ...filterSchemas('tasks'),
    limit: limit(EVENTS, MOST_EVENTS),
  });
  const places = { name: 'Name of the dataset.' };
  const giveFeed = (asked: Asked): Promise<Answer> =>
    answerOf(registry, asked, (name, index, filters, most) =>
      feedOf(name, index, filters, most, linksOf(asked.request), asked.request.originalUrl),
    );
  const giveCalendar = (asked: Asked): Promise<Answer> => answerOf(registry, asked, calendarAnswer);
  return [
    {
      ...feed,
      method: 'get',
      path: '/v1/datasets/{name}/feed.xml',
      id: 'getFeed',
      places,
      query: feedQuery,
      handle: giveFeed,
    },
    {
      ...calendar,
      method: 'get',
      path: '/v1/datasets/{name}/deadlines.ics',
      id: 'getDeadlines',
      places,
      query: calendarQuery,
      handle: giveCalendar,
    },
    {
      ...feed,
      method: 'get',
      path: '/feed.xml',
      id: 'getOnlyFeed',
      query: feedQuery.extend({ dataset }),
      handle: giveFeed,
    },
    {
      ...calendar,
      method: 'get',
      path: '/deadlines.ics',
      id: 'getOnlyDeadlines',
      query: calendarQuery.extend({ dataset }),
      handle: giveCalendar,
    },
  ];
}

type Give = (
  name: string,
  index: DatasetIndex,
  filters: Readonly<Record<string, unknown>>,
  limit: number,
) => Promise<Answer>;

function answerOf(registry: DatasetRegistry, { path, query }: Asked, give: Give): Promise<Answer> {
  const {
    dataset: asked,
    limit: most,
    ...filters
  } = query as {
    readonly dataset?: string;
    readonly limit: number;
  };
  const [only, ...others] = registry.names;
  const name = path.name ?? asked ?? (others.length === 0 ? only : undefined);
  if (name === undefined) {
    throw new Problem('bad_query', `dataset: name one of ${registry.names.join(', ') || 'none'}.`);
  }
  return ask(registry, name, (index) => give(name, index, filters, most));
}

async function feedOf(
  name: string,
  index: DatasetIndex,
  filters: Readonly<Record<string, unknown>>,
  limit: number,
  base: string,
  self: string,
): Promise<Answer> {
  const found = await index.changedTasks(filters, limit);
  const tasks = found.map(({ record }) => JSON.parse(record.toString()) as Task);
  const documents = await documentsOf(index, tasks);
  const body = atomOf({
    id: `urn:gongwen:dataset:${name}`,
    title: `${name}：任务`,
    updated: found[0]?.since ?? index.time,
    self: `${base}${self}`,
    entries: tasks.map((task, at) => {
      const { since, isChanged, told } = found[at]!;
      const document = documents.get(task.document_id);
      return {
        id: `urn:gongwen:task:${task.id}`,
        title: task.title || task.text.slice(0, 60),
        updated: since,
        link: `${base}/v1/datasets/${name}/tasks/${encodeURIComponent(task.id)}`,
        category: isChanged ? { term: 'changed', label: '有变化' } : { term: 'new', label: '新增' },
        summary: [
          ...(isChanged && told !== null ? [told] : []),
          [document?.title, document?.doc_number].filter(Boolean).join(' '),
          task.lead_units.join('、'),
          task.deadlines.map(({ raw }) => raw.replace(/\s+/g, '')).join('；'),
        ]
          .filter(Boolean)
          .join('\n'),
        content: task.text,
      };
    }),
  });
  return { type: ATOM, body };
}

async function calendarAnswer(
  name: string,
  index: DatasetIndex,
  filters: Readonly<Record<string, unknown>>,
  limit: number,
): Promise<Answer> {
  const { records } = await index.page('tasks', { filters, sort: 'due', limit });
  const tasks = records.map((record) => JSON.parse(record.toString()) as Task);
  const documents = await documentsOf(index, tasks);
  const entries = tasks.flatMap((task) =>
    entriesOf(task, documents.get(task.document_id), filters),
  );
  const body = calendarOf(name, entries.slice(0, limit), new Date(index.time));
  return { type: CALENDAR, body };
}

/** An entry a deadline, named as the review page names it, so that a calendar knows both for one. */
function entriesOf(
  task: Task,
  document: DocumentRecord | undefined,
  { due_from = '', due_to = '9999' }: { readonly due_from?: string; readonly due_to?: string },
): Entry[] {
  return task.deadlines.flatMap((deadline, index) => {
    const { end } = deadline;
    if (end === null || end < due_from || end > due_to) return [];
    const description = [
      deadline.raw.replace(/\s+/g, ''),
      task.lead_units.join('、'),
      task.text,
      document?.title ?? '',
      document?.doc_number ?? '',
    ];
    return {
      id: `${task.id}.${index + 1}`,
      deadline,
      title: task.title || task.text.slice(0, 60),
      description: description.filter(Boolean).join('\n'),
    };
  });
}

/** The documents that tasks stand in, each read once. */
async function documentsOf(
  index: DatasetIndex,
  tasks: readonly Task[],
): Promise<ReadonlyMap<string, DocumentRecord>> {
  const ids = [...new Set(tasks.map(({ document_id }) => document_id))];
  const records = await index.recordsOf('documents', ids);
  return new Map(
    records.map((record) => {
      const document = JSON.parse(record.toString()) as DocumentRecord;
      return [document.id, document];
    }),
  );
}
