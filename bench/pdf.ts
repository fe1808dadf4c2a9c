import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pdfReader } from '../pipeline/read/pdf/pdf-reader.js';
import { ReaderInput } from '../pipeline/read/reader.js';
import { documentPages, writtenPdf } from './text-pdf.js';

/** The bars that a release must keep. */
const BARS = { pagesASecond: 15, ratio: 1.3, timesPdfplumber: 3, memory: 500 };
const PAGES = 350;
const MANY_PAGES = 3000;

interface Figures {
  readonly file: string;
  readonly pages: number;
  /** Least times, milliseconds: pdf.js alone, and the whole reading. */
  readonly bare: number;
  readonly read: number;
  readonly ratio: number;
  readonly pagesASecond: number;
  /** Least time of pdfplumber for text and tables, milliseconds; null where it is not installed. */
  readonly pdfplumber: number | null;
  /** Highest memory of a process that reads a file of `MANY_PAGES`, MiB. */
  readonly peakMemory: number;
}

/**
 * Measures the reading of PDF files: `npm run bench -- pdf [--file PATH] [--rounds N] [--json]`.
 * Without a file, a text of 350 pages is written for it.
 */
export async function benchPdf(args: readonly string[]): Promise<void> {
  const at = args.indexOf('--memory');
  if (at >= 0) return readOnce(args[at + 1]!);
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-bench-'));
  try {
    const figures = await measure(args, folder);
    const text = args.includes('--json') ? JSON.stringify(figures) : report(figures);
    process.stdout.write(`${text}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(args: readonly string[], folder: string): Promise<Figures> {
  const rounds = Number(args[args.indexOf('--rounds') + 1]) || 5;
  const given = args.indexOf('--file') >= 0 ? resolve(args[args.indexOf('--file') + 1]!) : null;
  const file = given ?? write(folder, PAGES);
  const bytes = new Uint8Array(readFileSync(file));
  const [bare, read]: [number[], number[]] = [[], []];
  let pages = 0;
  const plumbed: (number | null)[] = [];
  for (let round = 0; round <= rounds; round++) {
    const alone = await timed(() => bareReading(bytes));
    const whole = await timed(() => reading(bytes));
    pages = alone.result;
    // The first round loads the code and lets it get warm.
    if (round > 0) {
      bare.push(alone.time);
      read.push(whole.time);
    }
    if (round > 0 && round <= PDFPLUMBER_ROUNDS) plumbed.push(pdfplumberTime(file));
  }
  const once = Math.min(...read);
  const least = Math.min(...bare);
  return {
    file,
    pages,
    bare: least,
    read: once,
    ratio: once / least,
    pagesASecond: (pages / once) * 1000,
    pdfplumber: plumbed.includes(null) ? null : Math.min(...(plumbed as number[])),
    peakMemory: peakMemory(write(folder, MANY_PAGES)),
  };
}

function write(folder: string, pages: number): string {
  const samples = resolve('samples');
  const name = readdirSync(samples).find((one) => one.endsWith('.txt'))!;
  const path = join(folder, `${pages}.pdf`);
  const text = readFileSync(join(samples, name), 'utf8');
  writeFileSync(path, writtenPdf({ pages: documentPages(text, pages) }));
  return path;
}

/** What pdf.js costs alone: the text and the operators of each page; gives the number of pages. */
async function bareReading(bytes: Uint8Array): Promise<number> {
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const document = await library.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${root}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${root}/standard_fonts/`,
    wasmUrl: `${root}/wasm/`,
    isEvalSupported: false,
    verbosity: library.VerbosityLevel.ERRORS,
  }).promise;
  const { numPages } = document;
  for (let number = 1; number <= numPages; number++) {
    const page = await document.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  await document.loadingTask.destroy();
  return numPages;
}

async function reading(bytes: Uint8Array): Promise<void> {
  await pdfReader.read(new ReaderInput(bytes, 'bench.pdf', { encoding: null }));
}

async function timed<Result>(
  work: () => Promise<Result>,
): Promise<{ readonly time: number; readonly result: Result }> {
  const started = performance.now();
  const result = await work();
  return { time: performance.now() - started, result };
}

/** It is slow: two rounds tell the least well enough. */
const PDFPLUMBER_ROUNDS = 2;

const PDFPLUMBER = `
import sys, time, pdfplumber
started = time.time()
with pdfplumber.open(sys.argv[1]) as pdf:
    for page in pdf.pages:
        page.extract_text()
        page.extract_tables()
        page.close()
print((time.time() - started) * 1000)
`;

/** The system's own Python may have packages that the first one in the path has not. */
const PYTHONS = ['python3', '/usr/bin/python3'];

/** Milliseconds that pdfplumber takes for the text and the tables; null where it is not installed. */
function pdfplumberTime(file: string): number | null {
  for (const python of PYTHONS) {
    const run = spawnSync(python, ['-c', PDFPLUMBER, file], { encoding: 'utf8' });
    if (run.status === 0) return Number(run.stdout);
  }
  return null;
}

/** Reads a file in a process of its own, which prints the most memory that it held. */
function peakMemory(file: string): number {
  const args = [...process.execArgv, process.argv[1]!, 'pdf', '--memory', file];
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' });
  return Number(run.stdout);
}

async function readOnce(file: string): Promise<void> {
  await reading(new Uint8Array(readFileSync(file)));
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
}

function report({ pages, bare, read, ratio, pagesASecond, ...rest }: Figures): string {
  const kept = (is: boolean): string => (is ? 'kept' : 'MISSED');
  const speed = `at least ${BARS.pagesASecond}: ${kept(pagesASecond >= BARS.pagesASecond)}`;
  const { pdfplumber, peakMemory: memory } = rest;
  return [
    `${pages} pages`,
    `pdf.js alone          ${bare.toFixed(0).padStart(6)} ms`,
    `read                  ${read.toFixed(0).padStart(6)} ms   ${ratio.toFixed(2)} times (at most ${BARS.ratio}: ${kept(ratio <= BARS.ratio)})`,
    `pages a second        ${pagesASecond.toFixed(0).padStart(6)}      (${speed})`,
    pdfplumberLine(pdfplumber, read),
    `${MANY_PAGES} pages            ${memory.toFixed(0).padStart(6)} MiB  (at most ${BARS.memory}: ${kept(memory <= BARS.memory)})`,
  ].join('\n');
}

function pdfplumberLine(time: number | null, read: number): string {
  if (time === null) {
    return 'pdfplumber            is not installed (python3 -m pip install pdfplumber)';
  }
  const times = time / read;
  const kept = times >= BARS.timesPdfplumber ? 'kept' : 'MISSED';
  return `pdfplumber            ${time.toFixed(0).padStart(6)} ms   ${times.toFixed(1)} times (at least ${BARS.timesPdfplumber}: ${kept})`;
}
