import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { raw } from 'jq-wasm';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_TABLES } from '../../pipeline/emit/export-tables.js';
import { datasetPage, PAGE } from '../../scripts/dataset-docs.js';
import { NO_PYTHON_DUCKDB, pythonWithDuckdb } from '../../scripts/ensure-python-duckdb.js';
import { query } from '../../workers/exports/query.js';
import { realDataset } from './fixtures/datasets.js';

const page = readFileSync(PAGE, 'utf8');

test('the page is what the schemas and the sample give (npm run docs)', async () => {
  expect(await datasetPage(page)).toBe(page);
});

test('every column of every table says what it is, and has an example where there can be one', () => {
  for (const { name, columns } of EXPORT_TABLES) {
    const section = page.split(`\n### ${name}\n`)[1]!.split('\n### ')[0]!;
    for (const column of columns) {
      const row = section.split('\n').find((line) => line.startsWith(`| \`${column.name}\` |`));
      expect(row, `${name}.${column.name}`).toBeDefined();
      expect(row!.split(' | ')[2]).not.toBe('');
    }
  }
});

/** The code of each question, by its language. */
const QUESTIONS = page
  .split('\n## Questions\n')[1]!
  .split('\n### ')
  .slice(1)
  .map((section) => {
    const code = (language: string): string =>
      section.split(`\`\`\`${language}\n`)[1]!.split('```')[0]!;
    return [
      section.split('\n')[0]!,
      { sql: code('sql'), python: code('python'), jq: code('sh') },
    ] as const;
  });

test('there are five questions', () => {
  expect(QUESTIONS).toHaveLength(5);
});

const hasJq = spawnSync('jq', ['--version']).status === 0;
const hasPython = spawnSync('python3', ['--version']).status === 0;
const pythonDuckdb = pythonWithDuckdb();
if (pythonDuckdb === null) process.stderr.write(`${NO_PYTHON_DUCKDB}\n`);

/** Prints the rows that a program has asked for, a line each: a list of them, or a relation. */
const PRINT_ROWS = `
import json
answers = [value for value in globals().values() if isinstance(value, (list, duckdb.DuckDBPyRelation))]
rows = answers[-1] if isinstance(answers[-1], list) else answers[-1].fetchall()
print("ROWS")
for row in rows:
    print(json.dumps(row, ensure_ascii=False, default=str))
`;

let dataset: string;
beforeAll(async () => {
  dataset = await realDataset();
});

describe.each(QUESTIONS)('%s', (_, { sql, python, jq }) => {
  let expected: string[];
  beforeAll(async () => {
    expected = await rowsOf(dataset, sql);
    expect(expected.length).toBeGreaterThan(0);
  });

  test('jq gives the rows of SQL', async () => {
    const output = hasJq ? jqOfShell(dataset, jq) : await jqOfWasm(dataset, jq);
    const lines = output.trim().split('\n');
    expect(sorted(lines.map((line) => JSON.parse(line) as unknown))).toEqual(expected);
  });

  test('the SQL in Python gives the same rows', async () => {
    expect(await rowsOf(dataset, /"""([\s\S]*?)"""/.exec(python)![1]!)).toEqual(expected);
  });

  test.runIf(hasPython)('the Python is Python', () => {
    const check = 'import ast, sys; ast.parse(sys.stdin.read())';
    const { status, stderr } = spawnSync('python3', ['-c', check], { input: python });
    expect(String(stderr)).toBe('');
    expect(status).toBe(0);
  });

  test.runIf(pythonDuckdb)('the Python gives the same rows', async () => {
    const { exportDataset } = await import('../../workers/exports/export-dataset.js');
    const out = join(dataset, 'export');
    await exportDataset({ dataset, out, formats: ['duckdb'], bom: false });
    const program = python.replace('output/export/dataset.duckdb', join(out, 'dataset.duckdb'));
    const { status, stdout, stderr } = spawnSync(pythonDuckdb!, ['-c', program + PRINT_ROWS], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
      maxBuffer: 64 * 2 ** 20,
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const lines = stdout.split('ROWS\n')[1]!.trimEnd().split('\n');
    expect(sorted(lines.map((line) => JSON.parse(line) as unknown))).toEqual(expected);
  });
});

/** Runs the command as it stands on the page. */
function jqOfShell(dataset: string, command: string): string {
  const { stdout, stderr } = spawnSync('sh', ['-c', command.replace('output/', `${dataset}/`)]);
  expect(String(stderr)).toBe('');
  return String(stdout);
}

/** Runs the filter where jq is not there: compiled to WebAssembly, which is slow with long texts. */
async function jqOfWasm(dataset: string, command: string): Promise<string> {
  const [, flags, filter, file] = /^jq -(\w+) '([^']*)' output\/(\w+\.jsonl)$/m.exec(command)!;
  const lines = readFileSync(join(dataset, file!), 'utf8').trimEnd().split('\n');
  const lean = lines.map((line) => {
    const {
      text: _,
      path: __,
      keywords: ___,
      ...rest
    } = JSON.parse(line) as Record<string, unknown>;
    return JSON.stringify(rest);
  });
  const options = [...flags!].map((flag) => `-${flag}`);
  return String(await raw(lean.join('\n'), filter!, options));
}

const rowsOf = (dataset: string, sql: string): Promise<string[]> =>
  query(dataset, sql, async ({ rows }) => {
    const all: unknown[] = [];
    for await (const row of rows) all.push(row);
    return sorted(all);
  });

/** Rows as text in an order of their own: a question may leave it open. */
const sorted = (rows: readonly unknown[]): string[] =>
  rows.map((row) => JSON.stringify(row)).sort();
