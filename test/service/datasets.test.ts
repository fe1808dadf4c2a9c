import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentRecord, Quantity, Target, Task, UnitRecord } from '../../schemas/index.js';
import { rowsOf } from '../workers/fixtures/folders.js';
import { datasetOf, jsonOf, serviceWith } from './fixtures/service.js';

interface PageBody<Row> {
  readonly dataset: string;
  readonly version: string;
  readonly total: number | null;
  readonly next: string | null;
  readonly items: readonly Row[];
}

let dataset: string;
let url: string;
let documents: DocumentRecord[];
let tasks: Task[];
let targets: Target[];
let units: UnitRecord[];

beforeAll(async () => {
  dataset = await datasetOf(['samples']);
  ({ url } = await serviceWith({ datasets: [{ name: 'plans', folder: dataset }] }));
  documents = rowsOf<DocumentRecord>(dataset, 'documents');
  tasks = rowsOf<Task>(dataset, 'tasks');
  targets = rowsOf<Target>(dataset, 'targets');
  units = rowsOf<UnitRecord>(dataset, 'units');
}, 60_000);

const page = <Row>(
  collection: string,
  query: Readonly<Record<string, string>> = {},
): Promise<PageBody<Row>> =>
  jsonOf(`${url}/v1/datasets/plans/${collection}?${new URLSearchParams(query)}`);

/** All records of a list, page by page. */
async function everyPage<Row>(
  collection: string,
  query: Readonly<Record<string, string>>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const at: PageBody<Row> = await page(collection, { ...query, ...(cursor && { cursor }) });
    rows.push(...at.items);
    cursor = at.next;
  }
  return rows;
}

describe('a list', () => {
  test('gives the records of the dataset as they are, in its order', async () => {
    expect(await everyPage<Task>('tasks', { limit: '300', copies: 'true' })).toEqual(tasks);
    expect(await everyPage<DocumentRecord>('documents', { copies: 'true' })).toEqual(documents);
    expect(await everyPage<Target>('targets', { limit: '500' })).toEqual(targets);
    expect(await everyPage<UnitRecord>('units', { limit: '500' })).toEqual(units);
    const quantities = rowsOf<Quantity>(dataset, 'quantities');
    expect(await everyPage<Quantity>('quantities', { limit: '500' })).toEqual(quantities);
  });

  test('tells the next page in a header too, and gives JSON Lines', async () => {
    const response = await fetch(`${url}/v1/datasets/plans/tasks?limit=2`, {
      headers: { accept: 'application/x-ndjson' },
    });
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Task).id)).toEqual(
      tasks.slice(0, 2).map(({ id }) => id),
    );
    const [, link] = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '') ?? [];
    const { items } = await jsonOf<PageBody<Task>>(`${url}${link}`);
    expect(items.map(({ id }) => id)).toEqual(tasks.slice(2, 4).map(({ id }) => id));
  });

  test.each([
    ['documents', '-issued_on', (row: DocumentRecord) => row.issued_on],
    ['documents', 'title', (row: DocumentRecord) => row.title],
    [
      'tasks',
      'due',
      (row: Task) => row.deadlines.flatMap(({ end }) => end ?? []).sort()[0] ?? null,
    ],
    ['targets', '-value', (row: Target) => row.value],
    ['targets', 'due', (row: Target) => row.by],
    ['units', '-tasks', (row: UnitRecord) => row.tasks],
  ] as const)(
    'of %s sorted by %s has every record once, what has no value last',
    async (collection, sort, keyOf) => {
      const rows = await everyPage<never>(collection, { sort, limit: '97', copies: 'true' }).catch(
        () => everyPage<never>(collection, { sort, limit: '97' }),
      );
      const keys = rows.map(keyOf as (row: never) => string | number | null);
      const known = keys.filter((key) => key !== null) as (string | number)[];
      expect(keys.slice(known.length).every((key) => key === null)).toBe(true);
      const up = [...known].sort((a, b) =>
        typeof a === 'number'
          ? a - (b as number)
          : Buffer.compare(Buffer.from(a), Buffer.from(b as string)),
      );
      expect(known).toEqual(sort.startsWith('-') ? up.reverse() : up);
      const all = { documents, tasks, targets, units }[collection];
      expect(new Set(rows.map(({ id }) => id)).size).toBe(all.length);
    },
  );
});

describe('a filter', () => {
  test('by a body counts as its record does', async () => {
    const unit = units.find(({ name }) => name === '温州市市场监督管理局')!;
    expect(unit.leads).toBeGreaterThan(10);
    const parts = { lead: unit.leads, support: unit.supports, responsible: unit.responsible };
    const counts = { ...parts, first_listed: unit.first_listed };
    for (const [role, count] of Object.entries(counts)) {
      const found = await page<Task>('tasks', {
        unit: unit.id,
        role,
        count: 'true',
        copies: 'true',
      });
      expect([role, found.total]).toEqual([role, count]);
    }
    const named = await page<Task>('tasks', { unit: unit.name, count: 'true', copies: 'true' });
    expect(named.total).toBe(unit.tasks);
    for (const { units: all } of named.items) {
      expect(all.map(({ canonical }) => canonical)).toContain('温州市市场监督管理局');
    }
  });

  test('by every body counts as its record does, those without an official name too', async () => {
    const some = units.filter((_, index) => index % 40 === 0);
    expect(some.some(({ canonical }) => canonical === null)).toBe(true);
    for (const { id, tasks: count } of some) {
      const { total } = await page('tasks', {
        unit: id,
        count: 'true',
        limit: '1',
        copies: 'true',
      });
      expect([id, total]).toEqual([id, count]);
    }
  });

  test('by days wants one deadline between them', async () => {
    const [from, to] = ['2023-06-01', '2023-12-31'];
    const expected = tasks.filter(({ deadlines }) =>
      deadlines.some(({ end }) => end !== null && end >= from && end <= to),
    );
    expect(expected.length).toBeGreaterThan(3);
    const query = { due_from: from, due_to: to, limit: '500', copies: 'true' };
    const { items } = await page<Task>('tasks', query);
    expect(items.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  test.each([
    ['tasks', { deadline: 'none' }, (task: Task) => task.deadlines.length === 0],
    [
      'tasks',
      { deadline: 'recurring' },
      (task: Task) => task.deadlines.some(({ kind }) => kind === 'recurring'),
    ],
    ['tasks', { lead_basis: 'explicit' }, (task: Task) => task.lead_basis === 'explicit'],
    [
      'targets',
      { op: '>=', value_from: '100', measure: '家' },
      (target: Target) => target.op === '>=' && target.value >= 100 && target.unit === '家',
    ],
    ['documents', { region: '温州市' }, (document: DocumentRecord) => document.region === '温州市'],
    [
      'units',
      { region: '温州市', group: 'false' },
      (unit: UnitRecord) => unit.region === '温州市' && !unit.is_group,
    ],
  ] as const)('of %s by %j', async (collection, query, holds) => {
    const all = { documents, tasks, targets, units }[
      collection
    ] as readonly unknown[] as readonly never[];
    const expected = all.filter(holds as (row: never) => boolean);
    expect(expected.length).toBeGreaterThan(0);
    const more = collection === 'units' ? {} : { copies: 'true' };
    const { total } = await page(collection, { ...query, ...more, count: 'true' });
    expect(total).toBe(expected.length);
  });

  test('leaves copies of a notice out unless they are asked for', async () => {
    const originals = documents.filter(({ copy_of }) => copy_of === null);
    expect((await page('documents', { count: 'true' })).total).toBe(originals.length);
    const kept = new Set(originals.map(({ id }) => id));
    const { total } = await page('tasks', { count: 'true' });
    expect(total).toBe(tasks.filter(({ document_id }) => kept.has(document_id)).length);
  });
});

describe('one record', () => {
  test('is given by its id, as it stands in the dataset', async () => {
    expect(await jsonOf(`${url}/v1/datasets/plans/tasks/${tasks[7]!.id}`)).toEqual(tasks[7]);
    expect(await jsonOf(`${url}/v1/datasets/plans/units/${units[3]!.id}`)).toEqual(units[3]);
    expect((await fetch(`${url}/v1/datasets/plans/tasks/none`)).status).toBe(404);
  });

  test('stands in the text where it says', async () => {
    const task = tasks.find(({ units: named }) => named.length > 0)!;
    const path = `${url}/v1/datasets/plans/texts/${task.document_id}`;
    const text = await (await fetch(path)).text();
    const { raw, at } = task.units[0]!;
    expect(text.slice(at.start, at.end)).toBe(raw);
    expect((await fetch(`${url}/v1/datasets/plans/texts/..%2Frun`)).status).toBe(404);
  });
});

describe('what cannot be answered', () => {
  test.each([
    ['tasks?nothing=1', 400, 'bad_query', 'nothing'],
    ['tasks?limit=0', 400, 'bad_query', 'limit'],
    ['tasks?limit=501', 400, 'bad_query', 'limit'],
    ['tasks?due_to=soon', 400, 'bad_query', 'due_to'],
    ['tasks?sort=colour', 400, 'bad_query', 'sort'],
    ['tasks?q=a&q=b', 400, 'bad_query', 'twice'],
    ['tasks?q=%B6%BD', 400, 'bad_query', 'UTF-8'],
    ['tasks?cursor=abc', 400, 'bad_cursor', 'not given'],
    ['colours', 404, 'not_found', 'openapi'],
  ] as const)('%s is told as %i %s', async (path, status, code, says) => {
    const response = await fetch(`${url}/v1/datasets/plans/${path}`);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    const body = (await response.json()) as { code: string; status: number; detail: string };
    expect(body).toMatchObject({ code, status });
    expect(body.detail).toContain(says);
  });

  test('a cursor of another list is none of this one', async () => {
    const { next } = await page('tasks', { limit: '1', q: '监管' });
    const path = `${url}/v1/datasets/plans/tasks?cursor=${next}&q=协同`;
    expect(await jsonOf(path)).toMatchObject({ code: 'bad_cursor' });
  });

  test('an unknown dataset', async () => {
    expect((await fetch(`${url}/v1/datasets/none/tasks`)).status).toBe(404);
  });
});

test('datasets are listed with what they hold', async () => {
  const { datasets } = await jsonOf<{ datasets: object[] }>(`${url}/v1/datasets`);
  const run = JSON.parse(readFileSync(join(dataset, 'run.json'), 'utf8')) as { finished: string };
  expect(datasets).toEqual([
    {
      name: 'plans',
      version: expect.stringMatching(/^[0-9a-f]{16}$/),
      time: `${run.finished.slice(0, 19)}Z`,
      counts: expect.objectContaining({ documents: documents.length, tasks: tasks.length }),
    },
  ]);
});
