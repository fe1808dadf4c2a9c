/**
 * Small notices in numbers: embedded, with the time of one notice more at several sizes, and by the
 * queue with two workers and a Redis of its own: `npm run bench -- load [--json] [--embedded N] [--queue N]
 * [--more N,N,…] [--jobs N]`. `npm run test:load` does it at full size.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import { RedisServer } from '../scripts/redis-server.js';
import { TreeMemory } from './tree-memory.js';
import { LETTERS, writeDocuments } from './written-documents.js';

const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const FULL = { embedded: 100_000, queue: 20_000, more: '1000,10000,100000', jobs: 2 };
const WORKERS = 2;

/** A command that ended. */
interface Ran {
  readonly seconds: number;
  /** MiB of its process and all that it started. */
  readonly peak: number;
}

interface LoadFigures {
  readonly embedded: { documents: number; perSecond: number; peak: number };
  /** One notice more in a dataset that stands. */
  readonly more: readonly { documents: number; seconds: number; peak: number }[];
  readonly queue: { documents: number; perSecond: number; peak: number; redis: number };
}

export async function benchLoad(args: readonly string[]): Promise<void> {
  const given = (flag: string): string | undefined =>
    args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
  const embedded = Number(given('--embedded') ?? FULL.embedded);
  const queue = Number(given('--queue') ?? FULL.queue);
  const jobs = Number(given('--jobs') ?? FULL.jobs);
  const more = (given('--more') ?? FULL.more).split(',').map(Number);
  const sizes = more.filter((size) => size <= embedded);
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-load-'));
  try {
    const figures = {
      ...(await embeddedLoad(folder, embedded, sizes, jobs)),
      queue: await queueLoad(folder, queue),
    };
    process.stdout.write(
      args.includes('--json') ? `${JSON.stringify(figures)}\n` : report(figures),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A dataset that grows from size to size, with one notice more at each. */
async function embeddedLoad(
  folder: string,
  documents: number,
  sizes: readonly number[],
  jobs: number,
): Promise<Omit<LoadFigures, 'queue'>> {
  const [waiting, inputs] = [join(folder, 'waiting'), join(folder, 'in')];
  const reserve = sizes.length;
  writeDocuments(resolve('samples'), waiting, documents + reserve, LETTERS.small);
  mkdirSync(inputs);
  const names = readdirSync(waiting).sort();
  const give = (count: number): void => {
    for (const name of names.splice(0, count)) renameSync(join(waiting, name), join(inputs, name));
  };
  const extract = (): Promise<Ran> =>
    run(['extract', inputs, '--out', join(folder, 'out'), '--jobs', String(jobs), '-q']);
  const more: { documents: number; seconds: number; peak: number }[] = [];
  let seconds = 0;
  let peak = 0;
  let had = 0;
  for (const size of [...new Set([...sizes, documents])].sort((a, b) => a - b)) {
    give(size - had);
    had = size;
    const grown = await extract();
    seconds += grown.seconds;
    peak = Math.max(peak, grown.peak);
    if (!sizes.includes(size)) continue;
    give(1);
    const one = await extract();
    requireOneConverted(join(folder, 'out'));
    more.push({ documents: size, ...one });
  }
  return { embedded: { documents, perSecond: documents / seconds, peak }, more };
}

/** A program that is built anew meanwhile converts everything again: no figure of one notice more. */
function requireOneConverted(out: string): void {
  const { inputs } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as {
    inputs: { cached: boolean }[];
  };
  const converted = inputs.filter(({ cached }) => !cached).length;
  if (converted === 1) return;
  throw new Error(
    `${converted} notices were converted in the place of one: was the program built anew?`,
  );
}

async function queueLoad(folder: string, documents: number): Promise<LoadFigures['queue']> {
  const inputs = join(folder, 'queued');
  writeDocuments(resolve('samples'), inputs, documents, LETTERS.small);
  const redis = await RedisServer.start();
  const common = ['--redis', redis.url, '--store', join(folder, 'store')];
  const flags = [...common, '--jobs', '1', '--listen', '127.0.0.1:0'];
  const workers = Array.from({ length: WORKERS }, () => start(['worker', ...flags]));
  const memory = new TreeMemory(workers.map(({ pid }) => pid!));
  try {
    const out = join(folder, 'queue-out');
    const { seconds } = await run(['submit', inputs, '--out', out, '--wait', '-q', ...common]);
    const used = await peakOf(redis.url);
    return { documents, perSecond: documents / seconds, peak: memory.peak, redis: used };
  } finally {
    memory.stop();
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(workers.map(ended));
    await redis.remove();
  }
}

const start = (args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [PROGRAM, ...args], { stdio: 'ignore' });

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) done(child.exitCode);
    child.once('exit', (status) => done(status));
  });

/** Runs a command; status 1 tells of rejects and is no failure here. */
async function run(args: readonly string[]): Promise<Ran> {
  const started = performance.now();
  const command = start(args);
  const memory = new TreeMemory([command.pid!]);
  const status = await ended(command);
  memory.stop();
  if (status !== 0 && status !== 1) throw new Error(`gongwen ${args[0]} ended with ${status}`);
  return { seconds: (performance.now() - started) / 1000, peak: memory.peak };
}

/** MiB that a Redis held at most. */
async function peakOf(url: string): Promise<number> {
  const redis = new Redis(url);
  try {
    const info = await redis.info('memory');
    return Number(/^used_memory_peak:(\d+)/m.exec(info)?.[1]) / 2 ** 20;
  } finally {
    redis.disconnect();
  }
}

function report({ embedded, more, queue }: LoadFigures): string {
  const row = (what: string, value: string): string => `${what.padEnd(44)}${value}\n`;
  const speed = ({ perSecond, peak }: { perSecond: number; peak: number }): string =>
    `${perSecond.toFixed(1)} a second, at most ${peak.toFixed(0)} MiB`;
  return [
    row(`embedded, ${embedded.documents} notices`, speed(embedded)),
    ...more.map(({ documents, seconds, peak }) =>
      row(`one more in ${documents}`, `${seconds.toFixed(1)} s, at most ${peak.toFixed(0)} MiB`),
    ),
    row(`queue, ${queue.documents} notices, ${WORKERS} workers`, speed(queue)),
    row('Redis', `${queue.redis.toFixed(1)} MiB at most`),
  ].join('');
}
