import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeSyntheticDataset } from '../../bench/synthetic-dataset.js';
import { postgresqlPrograms } from '../../scripts/ensure-postgresql.js';
import { PostgresqlServer } from '../../scripts/postgresql-server.js';
import { databasePlace } from '../../workers/postgresql/database-url.js';
import { type LoadSummary, loadDataset } from '../../workers/postgresql/load.js';
import { datasetOf, documentOf } from '../exports/fixtures/datasets.js';
import { folderOf, runScript } from '../workers/fixtures/folders.js';
import { rowVersions } from './fixtures/contents.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Each load here is a process of its own. */
vi.setConfig({ testTimeout: 240_000 });

let server: PostgresqlServer;
beforeAll(async () => {
  if (postgresqlPrograms() !== null) server = await PostgresqlServer.start();
});
afterAll(() => server?.remove());

const before = datasetOf([documentOf('d1', ['甲', '乙']), documentOf('d2', ['丙'])]);
const after = datasetOf([changed(), documentOf('d3', ['丁'])]);

/** The first document with another title of a task, and another quantity. */
function changed() {
  const document = documentOf('d1', ['甲', '乙']);
  document.tasks[1]!.title = '乙二';
  document.quantities[0]!.value = 7;
  return document;
}

const load = (dataset: string): Promise<LoadSummary> =>
  loadDataset({
    ...{ dataset, schema: 'gongwen', timeout: 60_000 },
    place: databasePlace(server.url()),
  });

/** Sessions of loads that the server has, and what they wait for. */
const sessions = () =>
  server.query<{ pid: number; wait: string | null }>(
    "SELECT pid, wait_event_type AS wait FROM pg_stat_activity WHERE application_name = 'gongwen'",
  );

async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

/** Starts a load in a process of its own. */
function started(args: readonly string[] = []): { child: ChildProcess; ended: Promise<Ended> } {
  const command = ['--import', 'tsx', 'cli/main.ts', 'load', after, server.url(), '-q', ...args];
  const child = spawn(process.execPath, command, {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([status]) => ({
    status: status as number | null,
    stderr,
  }));
  return { child, ended };
}

describe.skipIf(postgresqlPrograms() === null)('in the middle of a load', () => {
  let holder: Client;
  let stood: ReadonlyMap<string, string>;

  // A row of a late table is held by somebody else: the load has written the tables before it, and waits.
  beforeEach(async () => {
    await load(before);
    stood = await rowVersions(server, 'gongwen');
    holder = new Client({ connectionString: server.url() });
    holder.on('error', () => {});
    await holder.connect();
    await holder.query("BEGIN; SELECT FROM gongwen.quantities WHERE id = 'd1.q0' FOR UPDATE");
  });
  afterEach(() => holder.end().catch(() => {}));

  async function waiting(args: readonly string[] = []) {
    const running = started(args);
    await until(async () => (await sessions()).some(({ wait }) => wait === 'Lock'));
    return running;
  }

  async function nothingHasChanged(): Promise<void> {
    await until(async () => (await sessions()).length === 0);
    expect(await rowVersions(server, 'gongwen')).toEqual(stood);
  }

  test('kill -9 leaves nothing half, and the next load does it all', async () => {
    const { child, ended } = await waiting();
    child.kill('SIGKILL');
    await ended;
    await holder.query('ROLLBACK');
    await nothingHasChanged();
    const { tables } = await load(after);
    expect(tables.tasks).toEqual({ inserted: 1, updated: 1, deleted: 1, unchanged: 1 });
    expect(tables.quantities).toEqual({ inserted: 1, updated: 1, deleted: 1, unchanged: 0 });
  });

  test('kill -9 in the first load of a schema leaves none', async () => {
    const dataset = folderOf({});
    writeSyntheticDataset(dataset, 2000);
    let told = '';
    const ran = await runScript(
      'cli/main.ts',
      ['load', dataset, server.url(), '--schema', 'first'],
      {
        onOutput: (text, signal) => {
          told += text;
          signal('SIGKILL');
        },
      },
    );
    expect(ran.status).toBeNull();
    // It tells how far it is while it hands over records, long before it is through.
    expect(told).toMatch(/^\d+\/\d+ (documents|tasks)\n/);
    await until(async () => (await sessions()).length === 0);
    const sql = "SELECT FROM pg_namespace WHERE nspname = 'first'";
    expect(await server.query(sql)).toEqual([]);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s takes all back at once', async (name) => {
    const { child, ended } = await waiting();
    child.kill(name);
    expect(await ended).toEqual({ status: 130, stderr: 'gongwen: stopping\n' });
    // The row is still held: the server has given up by itself.
    await nothingHasChanged();
  });

  test('the end of the session is told, and nothing stays', async () => {
    const { ended } = await waiting();
    const [load] = (await sessions()).filter(({ wait }) => wait === 'Lock');
    await server.query(`SELECT pg_terminate_backend(${load!.pid})`);
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([2, expect.stringContaining('Nothing was changed.')]);
    await nothingHasChanged();
  });

  test('the death of the server is told, and nothing stays', async () => {
    const { ended } = await waiting();
    await server.stop('SIGQUIT');
    const { status, stderr } = await ended;
    expect([status, stderr]).toEqual([2, expect.stringMatching(/lost|shut down/)]);
    await server.run();
    await nothingHasChanged();
  });

  test('a wait that lasts too long is ended', async () => {
    const { status, stderr } = await started(['--timeout', '1']).ended;
    expect(status).toBe(2);
    expect(stderr).toMatch(/another session holds a lock|longer than --timeout allows/);
    await nothingHasChanged();
  });

  test('a server that does not answer any more is given up', async () => {
    const { ended } = await waiting(['--timeout', '2']);
    const [load] = (await sessions()).filter(({ wait }) => wait === 'Lock');
    process.kill(load!.pid, 'SIGSTOP');
    const { status, stderr } = await ended;
    process.kill(load!.pid, 'SIGCONT');
    expect([status, stderr]).toEqual([2, expect.stringContaining('does not answer')]);
    await nothingHasChanged();
  });

  test('another load of the same schema is refused', async () => {
    const { ended } = await waiting();
    await expect(load(after)).rejects.toThrow(/Another load of the schema gongwen is under way/);
    await holder.query('ROLLBACK');
    expect((await ended).status).toBe(0);
  });
});
