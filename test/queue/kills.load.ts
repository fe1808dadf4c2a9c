/** Thirty kills of everything that works on a dataset: `npm run test:load`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterEach, expect, test } from 'vitest';
import { LETTERS, writeDocuments } from '../../bench/written-documents.js';
import { RedisServer } from '../../scripts/redis-server.js';
import { isAlive } from '../../workers/is-alive.js';
import { datasetFiles, folderOf } from '../workers/fixtures/folders.js';
import { childrenOf } from './fixtures/children-of.js';
import { BUILT_WORKER, WorkerProcess } from './fixtures/worker-process.js';

const ending: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

const DOCUMENTS = 600;

function start(args: readonly string[], environment: Record<string, string> = {}): ChildProcess {
  const env = { ...process.env, ...environment };
  return spawn(process.execPath, [BUILT_WORKER[0]!, ...args], { env, stdio: 'ignore' });
}
const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    child.once('exit', (status) => resolve(status));
  });

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** Kills one of the processes that were started; nothing where all have ended by themselves. */
function killOne(children: readonly number[]): void {
  const victim = children[Math.floor(Math.random() * children.length)];
  if (victim !== undefined && isAlive(victim)) process.kill(victim, 'SIGKILL');
}

/** What killed processes have left in temporary folders. */
const temporary = (): string[] =>
  readdirSync(tmpdir()).filter((name) => {
    const pid = /^gongwen-(?:words|office)-(\d+)-/.exec(name)?.[1];
    return pid !== undefined && !isAlive(Number(pid));
  });
const partsOf = (store: string): string[] =>
  existsSync(join(store, 'parts')) ? readdirSync(join(store, 'parts')) : [];

async function undisturbed(folder: string): Promise<Record<string, string>> {
  const out = join(folder, 'undisturbed');
  await ended(start(['extract', join(folder, 'in'), '--out', out, '-q']));
  return datasetFiles(out);
}

test('embedded: the run and its children are killed fifteen times', async () => {
  const folder = folderOf({});
  writeDocuments('samples', join(folder, 'in'), DOCUMENTS, LETTERS.small);
  const out = join(folder, 'out');
  const extract = (): ChildProcess => start(['extract', join(folder, 'in'), '--out', out, '-q']);
  const seen = new Set<number>();
  let running = extract();
  for (let kill = 0; kill < 15; kill++) {
    await delay(800 + Math.random() * 1200);
    const children = childrenOf(running.pid!);
    for (const pid of children) seen.add(pid);
    if (kill % 3 === 2) killOne(children);
    else running.kill('SIGKILL');
    if (kill % 3 !== 2 || hasEnded(running)) {
      await ended(running);
      running = extract();
    }
  }
  expect([0, 1]).toContain(await ended(running));
  expect(datasetFiles(out)).toEqual(await undisturbed(folder));
  expect(readdirSync(join(out, '.gongwen')).filter((name) => /\d/.test(name))).toEqual([]);
  expect(partsOf(join(out, '.gongwen/store'))).toEqual([]);
  expect(temporary()).toEqual([]);
  await expect.poll(() => [...seen].filter(isAlive), { timeout: 5000 }).toEqual([]);
});

test('queue: workers, their children, the command and Redis are killed fifteen times', async () => {
  const folder = folderOf({});
  writeDocuments('samples', join(folder, 'in'), DOCUMENTS, LETTERS.small);
  const redis = await RedisServer.start();
  ending.push(() => redis.remove());
  const store = join(folder, 'store');
  const environment = {
    GONGWEN_REDIS_URL: redis.url,
    GONGWEN_STORE: store,
    GONGWEN_JOBS: '1',
    GONGWEN_LOCK: '5',
    GONGWEN_LISTEN: '127.0.0.1:0',
  };
  const workers = [0, 1].map(() => new WorkerProcess(BUILT_WORKER, environment));
  for (const worker of workers) ending.push(() => worker.kill('SIGKILL'));
  const out = join(folder, 'out');
  const submit = (): ChildProcess =>
    start(['submit', join(folder, 'in'), '--out', out, '--wait', '-q'], environment);
  let running = submit();
  for (let kill = 0; kill < 15; kill++) {
    await delay(800 + Math.random() * 1200);
    const worker = workers[kill % 2]!;
    if (kill % 4 === 0) killOne(childrenOf(worker.pid));
    else if (kill % 4 === 1) {
      await worker.kill('SIGKILL');
      worker.start();
    } else if (kill % 4 === 2) {
      running.kill('SIGKILL');
      await ended(running);
      running = submit();
    } else {
      await redis.kill('SIGKILL');
      await delay(300);
      await redis.run();
    }
  }
  expect([0, 1]).toContain(await ended(running));
  expect(datasetFiles(out)).toEqual(await undisturbed(folder));
  // What the last kill has left is taken away by who starts next.
  await workers[0]!.kill('SIGTERM');
  workers[0]!.start();
  await expect.poll(() => partsOf(store), { timeout: 15_000 }).toEqual([]);
  expect(temporary()).toEqual([]);
  expect(readdirSync(join(out, '.gongwen')).filter((name) => /\d/.test(name))).toEqual([]);
  const connection = new Redis(redis.url);
  ending.push(() => connection.disconnect());
  await expect.poll(() => connection.keys('*:lock'), { timeout: 15_000 }).toEqual([]);
  for (const queue of ['documents', 'batches']) {
    for (const state of ['active', 'wait', 'waiting-children']) {
      const key = `{gongwen}:${queue}:${state}`;
      const type = await connection.type(key);
      expect([key, type]).toEqual([key, 'none']);
    }
  }
});
