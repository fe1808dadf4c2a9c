import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadCommand } from '../../cli/load.js';
import { postgresqlPrograms } from '../../scripts/ensure-postgresql.js';
import { POSTGRESQL_PAGE, postgresqlPage } from '../../scripts/postgresql-docs.js';
import { PostgresqlServer } from '../../scripts/postgresql-server.js';
import { query } from '../../workers/exports/query.js';
import { databasePlace } from '../../workers/postgresql/database-url.js';
import { loadDataset } from '../../workers/postgresql/load.js';
import { datasetOf, realDataset, sampleDocuments } from '../exports/fixtures/datasets.js';

const page = readFileSync(POSTGRESQL_PAGE, 'utf8');

test('the page is what the tables give (npm run docs)', () => {
  expect(postgresqlPage(page)).toBe(page);
});

test('the page tells every option', () => {
  const flags = loadCommand(new Command()).options.map((option) => option.long!);
  expect(flags.filter((flag) => !page.includes(flag))).toEqual([]);
});

const [of2025, busiest, moved] = page
  .split('\n## Questions\n')[1]!
  .split('```sql\n')
  .slice(1)
  .map((part) => part.split('```')[0]!) as [string, string, string];

/** Rows that DuckDB gives for the same question. */
async function asked(dataset: string, sql: string): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  await query(
    dataset,
    sql.replaceAll('gongwen.', '').replace('SELECT FROM', 'FROM').replace(' COLLATE "C"', ''),
    async (answer) => {
      for await (const row of answer.rows) rows.push([...row]);
    },
  );
  return rows;
}

describe.skipIf(postgresqlPrograms() === null)('the questions', () => {
  let server: PostgresqlServer;
  beforeAll(async () => {
    server = await PostgresqlServer.start();
  });
  afterAll(() => server?.remove());

  const load = (dataset: string) =>
    loadDataset({
      ...{ dataset, schema: 'gongwen', timeout: 60_000 },
      place: databasePlace(server.url()),
    });

  test('1 and 2 have the answers that the dataset gives', async () => {
    const dataset = await realDataset();
    await load(dataset);
    const rowsOf = async (sql: string): Promise<unknown[][]> =>
      (
        await server.query<{ row: string }>(`SELECT row_to_json(q)::text AS row FROM (${sql}) q`)
      ).map(({ row }) => Object.values(JSON.parse(row) as object));
    const due = await rowsOf(of2025);
    expect(due.length).toBeGreaterThan(5);
    expect(due).toEqual(await asked(dataset, of2025));
    const bodies = await rowsOf(busiest);
    expect(bodies).toHaveLength(10);
    expect(bodies).toEqual(await asked(dataset, busiest));
  });

  test('3 tells the deadline that was moved', async () => {
    const documents = await sampleDocuments('001_445cbee25541fbb5.txt');
    await load(datasetOf(documents));
    const task = documents[0]!.tasks.find(({ deadlines }) => deadlines[0]?.end)!;
    const former = task.deadlines[0]!.end;
    task.deadlines[0]!.end = '2031-06-30';
    await load(datasetOf(documents));
    expect(await server.query(moved)).toEqual([
      { title: task.title, former, latter: '2031-06-30' },
    ]);
  });
});
