import type { Response } from 'express';
import { z } from 'zod';
import { JSON_TYPE, LINES_TYPE, wantsLines } from '../http/accept.js';
import { Problem } from '../http/problem.js';
import type { Answer, Asked, Route } from '../http/route.js';
import { COLLECTION_NAMES, COLLECTIONS, type CollectionName } from './collections.js';
import { CursorError } from './cursor.js';
import { type DatasetIndex, type Page, SlowQueryError } from './dataset-index.js';
import { booleanText, filterSchemas, sortNames } from './filters.js';
import type { DatasetRegistry } from './registry.js';

/** Records of a page where nobody says how many, and at most. */
const PAGE = 50;
const LONGEST_PAGE = 500;

const Counts = z.strictObject(
  Object.fromEntries(COLLECTION_NAMES.map((name) => [name, z.int().min(0)])),
);

/** What is told of a dataset. */
export const DatasetBody = z
  .strictObject({
    name: z.string().describe('Under it the dataset is asked for.'),
    version: z.string().describe('Of its content: another version, other records.'),
    time: z.iso.datetime().describe('When it was made.'),
    counts: Counts.describe('Records of each collection, copies too.'),
  })
  .describe('A dataset that is served.');

const DatasetList = z
  .strictObject({ datasets: z.array(DatasetBody) })
  .describe('The datasets that are served.');

/** A page of records. */
export const pageBody = (name: CollectionName): z.ZodObject =>
  z
    .strictObject({
      dataset: z.string().describe('Name of the dataset.'),
      version: z.string().describe('Its version.'),
      total: z
        .int()
        .min(0)
        .nullable()
        .describe('Records of the whole list; null unless asked for.'),
      next: z.string().nullable().describe('The cursor of the next page; null on the last one.'),
      items: z.array(COLLECTIONS[name].schema).describe('The records.'),
    })
    .describe(`A page of ${name}.`);

export const PAGES = Object.fromEntries(
  COLLECTION_NAMES.map((name) => [name, pageBody(name)]),
) as Record<CollectionName, z.ZodObject>;

/** The parameters of a list. */
export const listQuery = (name: CollectionName): z.ZodObject =>
  z.strictObject({
    ...filterSchemas(name),
    sort: z
      .enum(sortNames(name) as [string, ...string[]])
      .optional()
      .describe('Order; with a minus the other way round. In that of the dataset where left out.'),
    limit: z
      .string()
      .regex(/^\d{1,4}$/, 'a whole number')
      .transform(Number)
      .pipe(z.int().min(1).max(LONGEST_PAGE))
      .default(PAGE)
      .describe('Records of the page.'),
    cursor: z.string().max(2000).optional().describe('`next` of the page before.'),
    count: booleanText.default(false).describe('Whether all records of the list are counted.'),
  });

/** Asks the edition of a dataset that is served now. @throws Problem */
export async function ask<Result>(
  registry: DatasetRegistry,
  name: string,
  question: (index: DatasetIndex) => Promise<Result>,
): Promise<Result> {
  if (!registry.has(name)) {
    throw new Problem('not_found', `There is no dataset of this name; /v1/datasets lists them.`);
  }
  const index = registry.get(name);
  if (index === null) {
    throw new Problem('not_ready', 'The dataset is being read.', { 'retry-after': '2' });
  }
  try {
    return await index.use(question);
  } catch (error) {
    if (error instanceof CursorError) throw new Problem(error.code, error.message);
    if (error instanceof SlowQueryError) {
      throw new Problem('busy', error.message, { 'retry-after': '5' });
    }
    throw error;
  }
}

const PLACES = { name: 'Name of the dataset.' };

/** The routes that ask datasets. */
export function datasetRoutes(registry: DatasetRegistry): readonly Route[] {
  const described = (name: string): object => {
    const { version, time, counts } = registry.get(name)!;
    return { name, version, time, counts };
  };
  const ready = (): readonly string[] => registry.names.filter((name) => registry.get(name));
  return [
    {
      method: 'get',
      path: '/v1/datasets',
      id: 'listDatasets',
      summary: 'The datasets that are served.',
      answers: {
        200: { description: 'Each with its counts.', content: { [JSON_TYPE]: DatasetList } },
      },
      handle: async () => json({ datasets: ready().map(described) }),
    },
    {
      method: 'get',
      path: '/v1/datasets/{name}',
      id: 'getDataset',
      summary: 'One dataset.',
      places: PLACES,
      answers: { 200: { description: 'Its counts.', content: { [JSON_TYPE]: DatasetBody } } },
      handle: async ({ path }) =>
        ask(registry, path.name!, async () => json(described(path.name!))),
    },
    {
      method: 'get',
      path: '/v1/datasets/{name}/texts/{id}',
      id: 'getText',
      summary: 'The text that every `at` of a document counts in, in UTF-16 code units.',
      places: { ...PLACES, id: 'Id of the document.' },
      answers: { 200: { description: 'The text.', content: { 'text/plain': null } } },
      handle: async ({ path }) =>
        ask(registry, path.name!, async (index) => {
          const body = await index.text(path.id!);
          if (body === null) throw new Problem('not_found', 'There is no such document.');
          return { type: 'text/plain; charset=utf-8', body };
        }),
    },
    ...COLLECTION_NAMES.flatMap((name) => collectionRoutes(registry, name)),
  ];
}

function collectionRoutes(registry: DatasetRegistry, name: CollectionName): readonly Route[] {
  const { schema } = COLLECTIONS[name];
  const what = name === 'quantities' ? 'quantity' : name.slice(0, -1);
  const title = what[0]!.toUpperCase() + what.slice(1);
  return [
    {
      method: 'get',
      path: `/v1/datasets/{name}/${name}`,
      id: `list${name[0]!.toUpperCase()}${name.slice(1)}`,
      summary: `The ${name} of a dataset: filtered, searched, sorted, page by page.`,
      places: PLACES,
      query: listQuery(name),
      answers: {
        200: {
          description: 'A page.',
          content: { [JSON_TYPE]: PAGES[name], [LINES_TYPE]: schema },
          headers: { link: 'The address of the next page, rel="next".' },
        },
      },
      handle: (asked, response) =>
        ask(registry, asked.path.name!, async (index) => listed(asked, name, index, response)),
    },
    {
      method: 'get',
      path: `/v1/datasets/{name}/${name}/{id}`,
      id: `get${title}`,
      summary: `One ${what}.`,
      places: { ...PLACES, id: `Id of the ${what}.` },
      answers: { 200: { description: 'The record.', content: { [JSON_TYPE]: schema } } },
      handle: ({ path }) =>
        ask(registry, path.name!, async (index) => {
          const body = await index.record(name, path.id!);
          if (body === null) throw new Problem('not_found', `There is no such ${what}.`);
          return { type: JSON_TYPE, body };
        }),
    },
  ];
}

async function listed(
  { path, query, request }: Asked,
  name: CollectionName,
  index: DatasetIndex,
  response: Response,
): Promise<Answer> {
  const asLines = wantsLines(request);
  const { sort, limit, cursor, count, ...filters } = query as {
    readonly sort?: string;
    readonly limit: number;
    readonly cursor?: string;
    readonly count: boolean;
  };
  const page = await index.page(name, { filters, sort, limit, cursor, count });
  if (page.next !== null) {
    const address = new URL(request.originalUrl, 'http://service');
    address.searchParams.set('cursor', page.next);
    response.links({ next: `${address.pathname}${address.search}` });
  }
  if (asLines) {
    const lines = page.records.flatMap((record) => [record, LINE_FEED]);
    return { type: LINES_TYPE, body: Buffer.concat(lines) };
  }
  return { type: JSON_TYPE, body: pageOf(path.name!, index, page) };
}

const LINE_FEED = Buffer.from('\n');
const COMMA = Buffer.from(',');

/** The records go out as they stand in the dataset. */
function pageOf(
  dataset: string,
  { version }: DatasetIndex,
  { records, next, total }: Page,
): Buffer {
  const head = JSON.stringify({ dataset, version, total, next });
  const items = records.flatMap((record, index) => (index === 0 ? [record] : [COMMA, record]));
  return Buffer.concat([
    Buffer.from(`${head.slice(0, -1)},"items":[`),
    ...items,
    Buffer.from(']}\n'),
  ]);
}

const json = (body: object): Answer => ({ type: JSON_TYPE, body: `${JSON.stringify(body)}\n` });
