import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folderOf, type Ran, runScript } from '../workers/fixtures/folders.js';
import { datasetOf, documentOf, newFolder } from './fixtures/datasets.js';

const gongwen = (...args: string[]): Promise<Ran> => runScript('cli/main.ts', args);

let dataset: string;

beforeAll(() => {
  dataset = datasetOf([documentOf('d1', ['推行亮码检查。', '=1+1', '\u202e反向\u001b[31m'])]);
});

describe('export', () => {
  test('writes the formats that are named', async () => {
    const out = newFolder();
    const { status, stdout } = await gongwen(
      'export',
      dataset,
      '--format',
      'jsonl,csv,XLSX',
      '--out',
      out,
      '--bom',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('csv     ');
    expect(stdout).toMatch(/\d+ rows in 14 tables\n$/);
    expect(readdirSync(out).sort()).toEqual(['csv', 'dataset.xlsx']);
    expect(readFileSync(join(out, 'csv', 'tasks.csv'), 'utf8').startsWith('\uFEFF"id"')).toBe(true);
  });

  test('prints a summary that a program can read', async () => {
    const out = newFolder();
    const { stdout } = await gongwen('export', dataset, '--format', 'csv', '--out', out, '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      out,
      files: [{ format: 'csv', path: 'csv' }],
      rows: { documents: 1, tasks: 3, task_units: 3 },
    });
  });

  test.each([
    [['export', 'nowhere-at-all'], 'holds no whole dataset: there is no datapackage.json in it.'],
    [['export', '.', '--format', 'ods'], 'Use jsonl, csv, parquet, duckdb, xlsx'],
    [['export'], "missing required argument 'dataset'"],
  ])('%j is wrong usage', async (args, says) => {
    const { status, stdout, stderr } = await gongwen(...args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain(says);
  });
});

test('export and report say which tables a dataset lacks and what to do', async () => {
  const broken = datasetOf([documentOf('d1', ['一'])]);
  const says = (command: string): Promise<Ran> => gongwen(command, broken);
  const [targets, units] = [join(broken, 'targets.jsonl'), join(broken, 'units.jsonl')];
  rmSync(targets);
  for (const command of ['export', 'report']) {
    const { status, stderr } = await says(command);
    expect(status).toBe(2);
    expect(stderr).toBe(
      `gongwen: ${broken} is not whole: targets.jsonl is missing. Run gongwen extract with --out ${broken} again, which writes what is missing.\n`,
    );
  }
  rmSync(units);
  expect((await says('export')).stderr).toContain('targets.jsonl, units.jsonl are missing.');
  writeFileSync(targets, '');
  writeFileSync(units, '');
  rmSync(join(broken, 'datapackage.json'));
  expect((await says('export')).stderr).toContain(
    'there is no datapackage.json in it. A run is writing it, or was stopped: wait for it, or run gongwen extract again.',
  );
  expect(existsSync(join(broken, 'export'))).toBe(false);
});

test('extract writes other formats too, and a later run says which of them tell of the former dataset', async () => {
  const folder = folderOf({ 'in/a.txt': '一、重点任务\n1.培育企业20家。（责任单位：市商务局）\n' });
  const [input, out] = [join(folder, 'in'), join(folder, 'out')];
  const first = await gongwen('extract', input, '--out', out, '--format', 'csv,duckdb', '--json');
  expect(first.status).toBe(0);
  expect(JSON.parse(first.stdout).stale).toEqual([]);
  expect(readdirSync(join(out, 'export')).sort()).toEqual(['csv', 'dataset.duckdb']);
  writeFileSync(join(input, 'b.txt'), '一、重点任务\n1.举办活动。（责任单位：市教育局）\n');
  const { stdout, stderr } = await gongwen('extract', input, '--out', out, '--json');
  const command = `gongwen export ${out} --format csv,duckdb`;
  const paths = [join(out, 'export', 'csv'), join(out, 'export', 'dataset.duckdb')];
  expect(JSON.parse(stdout).stale).toEqual(paths.map((path) => ({ path, command })));
  expect(stderr).toContain(
    `stale: ${paths[0]} tells of the dataset before; renew it: ${command}\n`,
  );
  expect(existsSync(join(out, 'export', 'csv', 'tasks.csv'))).toBe(true);
  await gongwen('export', out, '--format', 'csv,duckdb');
  const third = await gongwen('extract', input, '--out', out, '--json');
  expect(JSON.parse(third.stdout)).toMatchObject({ existing: true, stale: [] });
});

describe('query', () => {
  test('prints a table, what no terminal should obey in escapes', async () => {
    const { status, stdout } = await gongwen('query', dataset, 'SELECT number, at_page FROM tasks');
    expect(status).toBe(0);
    expect(stdout).toContain('│ number ');
    expect(stdout).toContain('推行亮码检查。');
    for (const mark of ['\u202e', '\u001b']) expect(stdout).not.toContain(mark);
  });

  test('prints JSON', async () => {
    const sql = 'SELECT number, path, at_page FROM tasks LIMIT 2';
    expect(JSON.parse((await gongwen('query', dataset, sql, '--json')).stdout)).toEqual([
      { number: '推行亮码检查。', path: ['推行亮码检查。', ''], at_page: 3 },
      { number: '=1+1', path: ['=1+1', ''], at_page: 3 },
    ]);
    expect((await gongwen('query', dataset, 'SELECT 1 WHERE false', '--json')).stdout).toBe('[]\n');
  });

  test('prints CSV in which nothing is a formula', async () => {
    const sql = 'SELECT number, -at_end AS n, NULL AS none FROM tasks LIMIT 2';
    expect((await gongwen('query', dataset, sql, '--csv')).stdout).toBe(
      '"number","n","none"\r\n"推行亮码检查。",-4,\r\n"\'=1+1",-4,\r\n',
    );
  });

  test('says when there are more rows than it shows', async () => {
    const { stderr } = await gongwen('query', dataset, 'FROM tasks', '--limit', '1');
    expect(stderr).toContain('Only the first 1 rows');
  });

  test('a wrong query is wrong usage', async () => {
    const { status, stdout, stderr } = await gongwen('query', dataset, 'SELECT x FROM tasks');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('Referenced column "x" not found');
  });
});

describe('search', () => {
  test('prints the sentence and its place', async () => {
    const { status, stdout, stderr } = await gongwen('search', dataset, '亮码检查');
    expect(status).toBe(0);
    expect(stdout).toContain('《推行亮码检查。》 d1, page 3–4, ');
    expect(stdout).toContain(', from 0, task d1.t0\n  推行亮码检查。\n');
    expect(stderr).toContain('1 of 1 sentences with 亮码检查');
  });

  test('prints JSON', async () => {
    const { stdout } = await gongwen('search', dataset, '亮码检查', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ sentences: 1, hits: [{ start: 0, end: 7 }] });
  });

  test('says which words are left out', async () => {
    const { stdout, stderr } = await gongwen('search', dataset, '亮码检查 -培训', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ words: ['亮码检查'], without: ['培训'] });
    expect(stderr).toBe('');
    const printed = await gongwen('search', dataset, '亮码检查 -培训');
    expect(printed.stderr).toContain('1 of 1 sentences with 亮码检查 without 培训\n');
  });

  test.each([['-培训'], ['，。']])(
    'nothing that must be there in %j is wrong usage',
    async (words) => {
      const { status, stderr } = await gongwen('search', dataset, words);
      expect(status).toBe(2);
      expect(stderr).toContain('Name a word that must be there');
    },
  );

  test('exit status 1 where nothing is found', async () => {
    expect(await gongwen('search', dataset, '银河系', '--json')).toMatchObject({ status: 1 });
  });
});

test.each([['export'], ['query'], ['search']])('%s --help has examples', async (command) => {
  const { status, stdout } = await gongwen(command, '--help');
  expect(status).toBe(0);
  expect(stdout).toContain(`Examples:\n  $ gongwen ${command} `);
});
