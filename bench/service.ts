/**
 * Measures the service: documents a second, posted by 32 clients at a time, against the embedded
 * engine on the same texts with as many child processes; then lists, filters and searches of a dataset
 * of 20,000 notices: `npm run bench -- service [--json] [--documents N] [--jobs N] [--tasks N]`.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { writeSyntheticDataset } from './synthetic-dataset.js';
import { LETTERS, writeDocuments } from './written-documents.js';

/** The bars that a release must keep: share of the embedded engine's rate, milliseconds. */
const BARS = { share: 0.8, question: 100 };
const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const CLIENTS = 32;
/** Milliseconds after which the children have loaded their code and dictionaries. */
const WARM = 5000;
const TASKS_A_NOTICE = 10;
/** Times that a question is asked. */
const TIMES = 15;

const QUESTIONS: Readonly<Record<string, string>> = {
  'tasks, first page': 'tasks',
  'tasks, counted': 'tasks?count=true',
  'tasks of a body that leads': 'tasks?unit=市数据局&role=lead',
  'tasks of a place due in a year': 'tasks?region=温州市&due_from=2025-01-01&due_to=2025-12-31',
  'tasks by due date, downwards': 'tasks?sort=-due',
  'search, in every task': 'tasks?q=改革',
  'search, in one task': 'tasks?q=事项199999',
  'search, in none': 'tasks?q=龙虾',
  'search, counted': 'tasks?q=场景&count=true',
  'targets by value': 'targets?sort=-value&value_from=22',
  'documents of a place': 'documents?region=福州市&sort=title',
  feed: 'feed.xml?limit=100',
  calendar: 'deadlines.ics?limit=1000&region=福州市',
};

interface Answered {
  readonly question: string;
  /** Median, milliseconds. */
  readonly time: number;
  readonly status: number;
}

interface ServiceFigures {
  readonly documents: number;
  readonly jobs: number;
  /** Documents a second. */
  readonly embedded: number;
  readonly service: number;
  readonly share: number;
  /** Answers by status. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds from the start to a dataset that can be asked. */
  readonly opened: number;
  /** MiB that the service has taken at most. */
  readonly memory: number;
  readonly questions: readonly Answered[];
}

export async function benchService(args: readonly string[]): Promise<void> {
  const number = (flag: string, otherwise: number): number =>
    Number(args[args.indexOf(flag) + 1]) || otherwise;
  const documents = number('--documents', 1000);
  const jobs = number('--jobs', 2);
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
  try {
    const texts = join(folder, 'texts');
    writeDocuments(resolve('samples'), texts, documents, LETTERS.average);
    const embedded = documents / (await embeddedSeconds(texts, join(folder, 'out'), jobs));
    const { rate: service, statuses } = await posted(texts, jobs);
    const dataset = join(folder, 'dataset');
    writeSyntheticDataset(dataset, number('--tasks', 200_000), TASKS_A_NOTICE);
    const { opened, memory, questions } = await asked(dataset);
    const figures: ServiceFigures = {
      ...{ documents, jobs, embedded, service, share: service / embedded, statuses },
      ...{ opened, memory, questions },
    };
    process.stdout.write(
      args.includes('--json') ? `${JSON.stringify(figures)}\n` : report(figures),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function embeddedSeconds(texts: string, out: string, jobs: number): Promise<number> {
  const started = performance.now();
  const command = spawn(
    process.execPath,
    [PROGRAM, 'extract', texts, '--out', out, '--jobs', String(jobs), '--quiet'],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  await new Promise((done) => command.once('exit', done));
  return (performance.now() - started) / 1000;
}

async function posted(
  texts: string,
  jobs: number,
): Promise<{ rate: number; statuses: Record<string, number> }> {
  const service = await started(['--jobs', String(jobs)]);
  try {
    await delay(WARM);
    const names = readdirSync(texts);
    const client = new Pool(service.url, { connections: CLIENTS });
    const statuses: Record<string, number> = {};
    const begun = performance.now();
    const lane = async (): Promise<void> => {
      for (let name = names.pop(); name !== undefined; name = names.pop()) {
        const { statusCode, body } = await client.request({
          method: 'POST',
          path: `/v1/extract?name=${name}`,
          body: readFileSync(join(texts, name)),
        });
        await body.dump({ limit: 2 ** 30 });
        statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
      }
    };
    const count = names.length;
    await Promise.all(Array.from({ length: CLIENTS }, lane));
    const rate = count / ((performance.now() - begun) / 1000);
    await client.close();
    return { rate, statuses };
  } finally {
    await ended(service.process);
  }
}

async function asked(dataset: string) {
  const begun = performance.now();
  const service = await started(['--jobs', '1', '--dataset', `plans=${dataset}`]);
  try {
    for (;;) {
      if ((await fetch(`${service.url}/ready`)).ok) break;
      await delay(50);
    }
    const opened = performance.now() - begun;
    const questions: Answered[] = [];
    for (const [question, path] of Object.entries(QUESTIONS)) {
      const url = new URL(`${service.url}/v1/datasets/plans/${path}`);
      const times: number[] = [];
      let status = 0;
      for (let time = 0; time < TIMES; time++) {
        const start = performance.now();
        const response = await fetch(url);
        await response.arrayBuffer();
        times.push(performance.now() - start);
        status = response.status;
      }
      const time = times.sort((a, b) => a - b)[Math.floor(TIMES / 2)]!;
      questions.push({ question, time, status });
    }
    const peak = readFileSync(`/proc/${service.process.pid}/status`, 'utf8');
    const memory = Number(/VmHWM:\s+(\d+)/.exec(peak)?.[1] ?? 0) / 1024;
    return { opened, memory, questions };
  } finally {
    await ended(service.process);
  }
}

function started(options: readonly string[]): Promise<{ process: ChildProcess; url: string }> {
  const args = [PROGRAM, 'serve', '--listen', '127.0.0.1:0', '--log-level', 'error', ...options];
  const service = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((found, failed) => {
    service.once('exit', (status) => failed(new Error(`gongwen serve ended with ${status}`)));
    service.stdout.setEncoding('utf8').once('data', (text: string) => {
      found({ process: service, url: text.trim() });
    });
  });
}

async function ended(service: ChildProcess): Promise<void> {
  const exit = new Promise((done) => service.once('exit', done));
  service.kill('SIGTERM');
  await exit;
}

function report(figures: ServiceFigures): string {
  const { documents, jobs, embedded, service, share, statuses, opened, memory, questions } =
    figures;
  const kept = (is: boolean): string => (is ? 'kept' : 'MISSED');
  const rate = (value: number): string => value.toFixed(1).padStart(8);
  return `${[
    `${documents} notices, ${jobs} child processes, ${CLIENTS} clients`,
    `embedded engine      ${rate(embedded)} documents a second`,
    `service              ${rate(service)} documents a second   ${share.toFixed(2)} times (at least ${BARS.share}: ${kept(share >= BARS.share)})`,
    `answers              ${JSON.stringify(statuses)}`,
    `dataset opened in    ${opened.toFixed(0).padStart(8)} ms`,
    `memory at most       ${memory.toFixed(0).padStart(8)} MiB`,
    ...questions.map(
      ({ question, time, status }) =>
        `${question.padEnd(34)}${time.toFixed(1).padStart(7)} ms   ${status} (at most ${BARS.question} ms: ${kept(time <= BARS.question)})`,
    ),
  ].join('\n')}\n`;
}
