/**
 * Measures the queue against the embedded engine on the same small texts, with the same number of
 * child processes, each program in processes of its own: `npm run bench -- queue [--json]
 * [--documents N] [--jobs N] [--rounds N]`. Starts a Redis of its own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { RedisServer } from '../scripts/redis-server.js';
import { writeSmallDocuments } from './small-documents.js';

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
  /** The batch submitted again with nothing changed. */
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
    writeSmallDocuments(resolve('samples'), join(folder, 'in'), documents);
    const times = { embedded: [] as number[], queue: [] as number[], again: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.embedded.push(await embedded(folder, jobs, round));
      const { first, again } = await throughQueue(folder, jobs, round, redis.url);
      times.queue.push(first);
      times.again.push(again);
    }
    const [once, queue, again] = Object.values(times).map(median) as [number, number, number];
    const figures: QueueFigures = {
      ...{ documents, jobs, embedded: once, queue, ratio: queue / once },
      ...{ again, share: again / queue, perSecond: documents / (queue / 1000) },
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

function embedded(folder: string, jobs: number, round: number): Promise<number> {
  const out = join(folder, `embedded-${round}`);
  return timed(['extract', join(folder, 'in'), '--out', out, '--jobs', String(jobs), '--quiet']);
}

/** A new worker and an empty store each time, as the embedded engine begins anew too. */
async function throughQueue(folder: string, jobs: number, round: number, url: string) {
  const store = join(folder, `store-${round}`);
  const common = ['--redis', url, '--store', store, '--prefix', `{bench${round}}`];
  const worker = spawn(
    process.execPath,
    [PROGRAM, 'worker', ...common, '--jobs', String(jobs), '--listen', '127.0.0.1:0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  try {
    await takesJobs(worker);
    // Workers stand for days: their start, unlike that of the commands, is nobody's waiting.
    await delay(STARTED);
    const out = join(folder, `queue-${round}`);
    const submit = ['submit', join(folder, 'in'), '--out', out, '--wait', '--quiet', ...common];
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
  const { documents, jobs, embedded: once, queue, ratio, again, share, perSecond } = figures;
  const kept = (is: boolean): string => (is ? 'kept' : 'MISSED');
  const ms = (time: number): string => `${time.toFixed(0).padStart(7)} ms`;
  return `${[
    `${documents} small documents, ${jobs} child processes`,
    `embedded engine      ${ms(once)}`,
    `through Redis        ${ms(queue)}   ${ratio.toFixed(2)} times (at most ${BARS.ratio}: ${kept(ratio <= BARS.ratio)})`,
    `again, unchanged     ${ms(again)}   ${(share * 100).toFixed(1)} % (under ${BARS.again * 100} %: ${kept(share < BARS.again)})`,
    `jobs a second        ${perSecond.toFixed(0).padStart(7)}`,
  ].join('\n')}\n`;
}
