/**
 * Small notices as files and in each kind of container: the same records, time and memory:
 * `npm run bench -- containers [--documents N] [--jobs N] [--json]`. Each container holds one broken row or member,
 * which is to be one reject.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PACKED_FORMS, writeFiles } from './packed-notices.js';
import { TreeMemory } from './tree-memory.js';

const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url));
const FULL = { documents: 20_000, jobs: 2 };
/** The bars that a release must keep. */
const BARS = { ratio: 1.1, memory: 400 };

interface FormFigures {
  readonly form: string;
  readonly seconds: number;
  /** Seconds of processor that all its processes took. */
  readonly processor: number;
  /** Processor time in proportion to that of the files just before. */
  readonly ratio: number;
  /** MiB of the process that opens containers, at most. */
  readonly memory: number;
  /** MiB of all processes, at most. */
  readonly together: number;
  readonly same: boolean;
  readonly rejects: number;
}

export async function benchContainers(args: readonly string[]): Promise<void> {
  const given = (flag: string): string | undefined =>
    args.includes(flag) ? args[args.indexOf(flag) + 1] : undefined;
  const documents = Number(given('--documents') ?? FULL.documents);
  const jobs = Number(given('--jobs') ?? FULL.jobs);
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-containers-'));
  try {
    const files = join(folder, 'files');
    mkdirSync(files);
    writeFiles(files, documents);
    const inputs: [string, string][] = [];
    for (const { name, write } of PACKED_FORMS) {
      const path = join(folder, `notices.${name}`);
      await write(path, documents);
      inputs.push([name, path]);
    }
    const figures: FormFigures[] = [];
    let standard = { processor: 0, records: '' };
    // The files before each form, so that what else the machine does meets both.
    const pairs = inputs.flatMap((each) => [['files', files] as const, each]);
    for (const [form, path] of pairs) {
      const out = join(folder, 'out');
      const ran = await run(['extract', path, '--out', out, '--jobs', String(jobs), '-q']);
      const records = recordsOf(out);
      if (form === 'files') standard = { processor: ran.processor, records };
      const rejects = linesOf(join(out, 'rejects.jsonl')).length;
      const same = records === standard.records;
      const one = { ...ran, form, ratio: ran.processor / standard.processor, same, rejects };
      figures.push(one);
      process.stderr.write(rowOf(one));
      rmSync(out, { recursive: true, force: true });
    }
    if (args.includes('--json')) process.stdout.write(`${JSON.stringify(figures)}\n`);
    else process.stdout.write(report(documents, figures));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command; status 1 tells of rejects and is no failure here. */
async function run(args: readonly string[]) {
  const started = performance.now();
  // The shell tells the time of all that a command and what it has started took.
  const script = 'TIMEFORMAT="%U %S"; time "$@"';
  const command = spawn('bash', ['-c', script, 'bash', process.execPath, PROGRAM, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const memory = new TreeMemory([command.pid!]);
  let told = '';
  command.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  const status = await new Promise((done) => command.once('close', done));
  memory.stop();
  if (status !== 0 && status !== 1) throw new Error(`gongwen ${args[0]}: ${told}`);
  const [user, system] = told.trim().split('\n').at(-1)!.split(' ').map(Number);
  return {
    seconds: (performance.now() - started) / 1000,
    processor: user! + system!,
    memory: memory.firstPeak,
    together: memory.peak,
  };
}

/** Stands for all records of a dataset, but for where their documents come from. */
function recordsOf(folder: string): string {
  const digest = createHash('sha256');
  for (const table of ['tasks', 'targets', 'quantities', 'units']) {
    digest.update(readFileSync(join(folder, `${table}.jsonl`)));
  }
  for (const line of linesOf(join(folder, 'documents.jsonl'))) {
    const { source: _, ...document } = JSON.parse(line) as { source: unknown };
    digest.update(JSON.stringify(document));
  }
  return digest.digest('hex');
}

const linesOf = (path: string): string[] => readFileSync(path, 'utf8').split('\n').filter(Boolean);

const rowOf = ({ form, seconds, processor, ratio, memory, together, same, rejects }: FormFigures) =>
  `${form.padEnd(14)}${seconds.toFixed(1).padStart(7)} s${processor.toFixed(1).padStart(8)} s CPU` +
  `${ratio.toFixed(2).padStart(6)} times${memory.toFixed(0).padStart(6)} MiB (all processes ${together.toFixed(0)})` +
  `  ${same ? 'the same records' : 'OTHER RECORDS'}, ${rejects} rejects\n`;

function report(documents: number, figures: readonly FormFigures[]): string {
  const most = Math.max(...figures.map(({ ratio }) => ratio));
  const memory = Math.max(...figures.map((each) => each.memory));
  const bar = (value: number, bound: number): string =>
    `${value.toFixed(2)} (at most ${bound}: ${value <= bound ? 'kept' : 'MISSED'})`;
  return `${figures.map(rowOf).join('')}${documents} notices; ratio ${bar(most, BARS.ratio)}; MiB ${bar(memory, BARS.memory)}\n`;
}
