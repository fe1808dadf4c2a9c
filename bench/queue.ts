/**
 * Measures the queue against the embedded engine on the same small texts, with the same number of
 * child processes, each program in processes of its own; then what it costs to submit notices of
 * usual length again with nothing changed: `npm run bench -- queue [--json] [--documents N] [--jobs N]
 * [--rounds N]`. Starts a Redis of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { RedisServer } from '../scripts/redis-server.js';
import { LETTERS, writeDocuments } from './written-documents.js';

/** The bars that a release must keep: times of the embedded engine, share of the first run. */
const BARS = { ratio: 1.2, again: 0.02 };
const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** Milliseconds after which a worker's children have loaded their code and dictionaries. */
const STARTED = 3000;

interface QueueFigures {
  readonly documents: number;
  readonly jobs: number;
  /** Medians, milliseconds from the command's start to its end. */
  readonly embedded: number;
  readonly queue: number;
  readonly ratio: number;
  /** A batch of notices of usual length, and the same submitted again with nothing changed. */
  readonly first: number;
  readonly again: number;
  readonly share: number;
  readonly perSecond: number;
}

export async function benchQueue(args: readonly string[]): Promise<void> {
  const number = (flag: string, otherwise: number): number =>
    Number(args[args.indexOf(flag) + 1]) || otherwise;
  const documents = number('--documents', 500);
  const jobs = number('--jobs', 2);
  const rounds = number('--rounds', 3);
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
  const redis = await RedisServer.start();
  try {
    const [small, usual] = [join(folder, 'small'), join(folder, 'usual')];
    writeDocuments(resolve('samples'), small, documents, LETTERS.small);
    writeDocuments(resolve('samples'), usual, documents, LETTERS.average);
    const bench = { folder, jobs, url: redis.url };
    const times: Record<'embedded' | 'queue' | 'first' | 'again', number[]> = {
      ...{ embedded: [], queue: [], first: [], again: [] },
    };
    for (let round = 0; round < rounds; round++) {
      times.embedded.push(await embedded(bench, small, round));
      times.queue.push((await throughQueue(bench, small, `small${round}`)).first);
      const { first, again } = await throughQueue(bench, usual, `usual${round}`);
      times.first.push(first);
      times.again.push(again);
    }
    const [once, queue] = [median(times.embedded), median(times.queue)];
    const [first, again] = [median(times.first), median(times.again)];
    const figures: QueueFigures = {
      ...{ documents, jobs, embedded: once, queue, ratio: queue / once },
      ...{ first, again, share: again / first, perSecond: documents / (queue / 1000) },
    };
    process.stdout.write(
      args.includes('--json') ? `${JSON.stringify(figures)}\n` : report(figures),
    );
  } finally {
    await redis.remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

const median = (times: number[]): number =>
  times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;

interface Bench {
  readonly folder: string;
  readonly jobs: number;
  /** Of Redis. */
  readonly url: string;
}

function embedded({ folder, jobs }: Bench, documents: string, round: number): Promise<number> {
  const out = join(folder, `embedded-${round}`);
  return timed(['extract', documents, '--out', out, '--jobs', String(jobs), '--quiet']);
}

/** A new worker and an empty store each time, as the embedded engine begins anew too. */
async function throughQueue({ folder, jobs, url }: Bench, documents: string, name: string) {
  const store = join(folder, `store-${name}`);
  const common = ['--redis', url, '--store', store, '--prefix', `{bench-${name}}`];
  const worker = spawn(
    process.execPath,
    [PROGRAM, 'worker', ...common, '--jobs', String(jobs), '--listen', '127.0.0.1:0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    await takesJobs(worker);
    // Workers stand for days: their start, unlike that of the commands, is nobody's waiting.
    await delay(STARTED);
    const out = join(folder, `queue-${name}`);
    const submit = ['submit', documents, '--out', out, '--wait', '--quiet', ...common];
    return { first: await timed(submit), again: await timed(submit) };
  } finally {
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    worker.kill('SIGTERM');
    await ended;
  }
}

const takesJobs = (worker: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let log = '';
    worker.once('exit', () => reject(new Error(log)));
    worker.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes('taking jobs')) resolve();
    });
  });

/** Milliseconds of a command; status 1 tells of rejects and is no failure here. */
function timed(args: readonly string[]): Promise<number> {
  const started = performance.now();
  const command = spawn(process.execPath, [PROGRAM, ...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    command.once('exit', (status) => {
      if (status === 0 || status === 1) resolve(performance.now() - started);
      else reject(new Error(`gongwen ${args[0]} ended with ${status}`));
    });
  });
}

function report(figures: QueueFigures): string {
  const { documents, jobs, embedded: once, queue, ratio, perSecond } = figures;
  const { first, again, share } = figures;
  const kept = (is: boolean): string => (is ? 'kept' : 'MISSED');
  const ms = (time: number): string => `${time.toFixed(0).padStart(7)} ms`;
  return `${[
    `${documents} small documents, ${jobs} child processes`,
    `embedded engine      ${ms(once)}`,
    `through Redis        ${ms(queue)}   ${ratio.toFixed(2)} times (at most ${BARS.ratio}: ${kept(ratio <= BARS.ratio)})`,
    `jobs a second        ${perSecond.toFixed(0).padStart(7)}`,
    `${documents} notices of usual length`,
    `through Redis        ${ms(first)}`,
    `again, unchanged     ${ms(again)}   ${(share * 100).toFixed(1)} % (under ${BARS.again * 100} %: ${kept(share < BARS.again)})`,
  ].join('\n')}\n`;
}
