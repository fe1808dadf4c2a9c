import { z } from 'zod';
import type { DocumentRecord, Quantity, Target, Task, UnitRecord } from '../../schemas/index.js';
import { documentPage } from '../../workers/report/document-page.js';
import { pagesOf, pictureOf } from '../../workers/report/page-images/kept-pages.js';
import type { CorrectionsFile } from '../corrections/corrections-file.js';
import type { DatasetIndex } from '../datasets/dataset-index.js';
import { filterSchemas, sortNames } from '../datasets/filters.js';
import type { DatasetRegistry } from '../datasets/registry.js';
import { ask } from '../datasets/routes.js';
import { Problem } from '../http/problem.js';
import type { Answer, Asked, Route } from '../http/route.js';
import { LIST_POLICY, listPage } from './list-page.js';

const HTML = 'text/html';
const WEBP = 'image/webp';
/** Documents of a page of the list where nobody says how many, and at most. */
const PAGE = 50;
const LONGEST_PAGE = 500;
/** The page brings its own policy, by which only its own script runs. */
const DOCUMENT_POLICY = "frame-ancestors 'none'";

/** The review page of a dataset of any size: a list of documents, and a page of each. */
export function reviewRoutes(
  registry: DatasetRegistry,
  corrections: ReadonlyMap<string, CorrectionsFile>,
): readonly Route[] {
  return [
    {
      method: 'get',
      path: '/v1/datasets/{name}/review',
      id: 'review',
      summary:
        'For a browser: the documents page by page, and each with its records to check and correct.',
      places: { name: 'Name of the dataset.' },
      query: z.strictObject({
        ...filterSchemas('documents'),
        // A form that was left empty asks for all.
        q: z.string().max(200).optional().describe('Words of title, number or issuers.'),
        sort: z
          .enum(sortNames('documents') as [string, ...string[]])
          .optional()
          .describe('Order of the list.'),
        limit: z
          .string()
          .regex(/^\d{1,3}$/, 'a whole number')
          .transform(Number)
          .pipe(z.int().min(1).max(LONGEST_PAGE))
          .default(PAGE)
          .describe('Documents of a page of the list.'),
        cursor: z.string().max(2000).optional().describe('Of the next page.'),
        document: z.string().max(200).optional().describe('Id of the document to be shown.'),
      }),
      answers: { 200: { description: 'The page.', content: { [HTML]: null } } },
      handle: (asked) =>
        ask(registry, asked.path.name!, (index) => {
          const { document } = asked.query as { readonly document?: string };
          const { name } = asked.path;
          return document === undefined
            ? listOf(asked, index)
            : pageOf(index, document, corrections.get(name!));
        }),
    },
    {
      method: 'get',
      path: '/v1/datasets/{name}/pages/{file}',
      id: 'pagePicture',
      summary: 'The picture of a page, as gongwen report --page-images has drawn it.',
      places: {
        name: 'Name of the dataset.',
        file: 'Name of the picture, as the review page has it.',
      },
      answers: { 200: { description: 'The picture.', content: { [WEBP]: null } } },
      handle: ({ path }) =>
        ask(registry, path.name!, async ({ folder }) => {
          const body = await pictureOf(folder, path.file!);
          if (body === null) throw new Problem('not_found', 'There is no such picture.');
          return { type: WEBP, body };
        }),
    },
  ];
}

async function listOf({ path, query, request }: Asked, index: DatasetIndex): Promise<Answer> {
  const {
    sort,
    limit,
    cursor,
    q = '',
    ...filters
  } = query as {
    readonly limit: number;
    readonly sort?: string;
    readonly cursor?: string;
    readonly q?: string;
  };
  const page = await index.page('documents', {
    filters: { ...filters, ...(q.trim() !== '' && { q }) },
    sort,
    limit,
    cursor,
    count: true,
  });
  const body = listPage({
    name: path.name!,
    documents: page.records.map((record) => JSON.parse(record.toString()) as DocumentRecord),
    total: page.total ?? 0,
    q,
    next: page.next === null ? null : nextOf(request.originalUrl, page.next),
  });
  return { type: HTML, body, headers: { 'content-security-policy': LIST_POLICY } };
}

function nextOf(url: string, cursor: string): string {
  const address = new URL(url, 'http://service');
  address.searchParams.set('cursor', cursor);
  return address.search;
}

async function pageOf(
  index: DatasetIndex,
  id: string,
  file: CorrectionsFile | undefined,
): Promise<Answer> {
  const [record] = await index.recordsOf('documents', [id]);
  const text = await index.text(id);
  if (record === undefined || text === null) {
    throw new Problem('not_found', 'There is no such document.');
  }
  const parsed = <Row>(records: readonly Buffer[]): Row[] =>
    records.map((each) => JSON.parse(each.toString()) as Row);
  const inIt = 'document_id = $1';
  const [tasks, targets, quantities, units, copies] = await Promise.all([
    index.recordsWhere('tasks', inIt, [id]),
    index.recordsWhere('targets', inIt, [id]),
    index.recordsWhere('quantities', inIt, [id]),
    index.recordsWhere(
      'units',
      'id IN (SELECT unit_id FROM task_units JOIN tasks USING (position) WHERE document_id = $1)',
      [id],
    ),
    index.recordsWhere('documents', 'copy_of = $1', [id]),
  ]);
  const body = documentPage(
    {
      document: JSON.parse(record.toString()) as DocumentRecord,
      text,
      tasks: parsed<Task>(tasks),
      targets: parsed<Target>(targets),
      quantities: parsed<Quantity>(quantities),
      copies: parsed<DocumentRecord>(copies).map(({ source }) => source.uri),
    },
    parsed<UnitRecord>(units),
    await pagesOf(index.folder, id, text),
    file?.read().filter((each) => each.document_id === id),
  );
  return { type: HTML, body, headers: { 'content-security-policy': DOCUMENT_POLICY } };
}
