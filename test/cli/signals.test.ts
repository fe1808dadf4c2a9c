import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import { datasetOf, documentOf, newFolder } from '../exports/fixtures/datasets.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = join(ROOT, 'dist/cli/main.js');

/** Says to the process that started it that signals are heard from here on. */
const SAYS_WHEN_HEARING = `data:text/javascript,${encodeURIComponent(
  "process.on('newListener', (name) => { if (name === 'SIGTERM') setImmediate(() => process.send?.('hears')); });",
)}`;

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Starts the built program and sends it a signal `at` milliseconds after it hears signals. */
function stopped(args: readonly string[], name: NodeJS.Signals, at: number): Promise<Ended> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', SAYS_WHEN_HEARING, PROGRAM, ...args], {
      cwd: ROOT,
      stdio: ['pipe', 'ignore', 'pipe', 'ipc'],
    });
    let stderr = '';
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.once('message', () => setTimeout(() => child.kill(name), at));
    child.on('close', (status, signal) => resolve({ status, signal, stderr }));
  });
}

const STOPPED: Ended = { status: 130, signal: null, stderr: 'gongwen: stopped\n' };
/** Milliseconds until a command is at its work, which takes it longer by far. */
const AT_WORK = 500;
const RESULTS = 10_000;

let dataset: string;
let earlier: string;
let text: string;

function documentsSaying(verb: string, count: number): ConvertedDocument[] {
  const texts = Array.from({ length: 200 }, (_, at) => `${verb}第${at}项亮码检查。`);
  return Array.from({ length: count }, (_, at) => documentOf(`d${at}`, texts));
}

beforeAll(() => {
  dataset = datasetOf(documentsSaying('推行', 400));
  // Lines that are equal are passed over at once: only a dataset with other ones keeps diff at work.
  earlier = datasetOf(documentsSaying('开展', 400));
  const options = { convert: { encoding: null, tokens: true, redactContacts: false } };
  const run = { fingerprint: 'f', options, inputs: [] };
  writeFileSync(join(dataset, 'run.json'), JSON.stringify(run));
  const shelf = join(dataset, '.gongwen/store/00');
  mkdirSync(shelf, { recursive: true });
  for (let at = 0; at < RESULTS; at++) {
    writeFileSync(join(shelf, `${at.toString(16).padStart(64, '0')}.ndjson`), '');
  }
  const line =
    '1.建设统一的平台，2025年6月底前完成，新增企业20家。（责任单位：市商务局、市财政局）\n';
  text = join(newFolder(), 'long.txt');
  writeFileSync(text, `关于做好工作的通知\n\n一、主要任务\n${line.repeat(60_000)}`);
}, 120_000);

test.each([
  ['SIGTERM', 'inspect a long text', () => ['inspect', 'tasks', text]],
  ['SIGINT', 'inspect a long text', () => ['inspect', 'tasks', text]],
  ['SIGTERM', 'inspect what is not given yet', () => ['inspect', 'tasks', '-']],
  ['SIGTERM', 'diff', () => ['diff', earlier, dataset]],
  ['SIGTERM', 'export', () => ['export', dataset, '--out', join(dataset, 'export')]],
  ['SIGTERM', 'report', () => ['report', dataset]],
  ['SIGTERM', 'validate', () => ['validate', dataset]],
] as const)('%s ends %s with a word, and nothing half-written stays', async (name, _, args) => {
  expect(await stopped(args(), name, AT_WORK)).toEqual(STOPPED);
  const left = readdirSync(dataset, { recursive: true, encoding: 'utf8' });
  expect(left.filter((path) => /\.staging-|index\.html/.test(path))).toEqual([]);
});

test('SIGTERM ends prune with a word', async () => {
  expect(await stopped(['prune', dataset, '--dry-run'], 'SIGTERM', 0)).toEqual(STOPPED);
});
