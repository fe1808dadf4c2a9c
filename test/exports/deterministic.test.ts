import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { exportDataset } from '../../workers/exports/export-dataset.js';
import { type ExportFormat, FORMATS } from '../../workers/exports/paths.js';
import { datasetOf, documentOf, HOSTILE, newFolder } from './fixtures/datasets.js';

let dataset: string;

beforeAll(() => {
  const documents = Array.from({ length: 30 }, (_, index) =>
    documentOf(`d${index}`, HOSTILE.slice(0, 8)),
  );
  dataset = datasetOf(documents);
});

/** Digests of all files that an export writes. */
async function digests(formats: readonly ExportFormat[], zone: string): Promise<object> {
  const out = newFolder();
  const former = process.env.TZ;
  process.env.TZ = zone;
  try {
    await exportDataset({ dataset, out, formats, bom: false });
  } finally {
    if (former === undefined) delete process.env.TZ;
    else process.env.TZ = former;
  }
  const files = readdirSync(out, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    files
      .filter((file) => file.isFile())
      .map((file) => {
        const path = join(file.parentPath, file.name);
        return [
          path.slice(out.length),
          createHash('sha256').update(readFileSync(path)).digest('hex'),
        ];
      }),
  );
}

test('CSV, Parquet and XLSX are the same bytes at every run and in every time zone', async () => {
  const formats = ['csv', 'parquet', 'xlsx'] as const;
  const once = await digests(formats, 'Asia/Shanghai');
  expect(Object.keys(once).length).toBeGreaterThan(20);
  expect(await digests(formats, 'America/New_York')).toEqual(once);
});

test('nothing but the formats is left, and a former export is replaced', async () => {
  const out = newFolder();
  mkdirSync(join(out, 'csv'));
  writeFileSync(join(out, 'csv', 'former.csv'), 'x');
  mkdirSync(join(out, '.staging-999999999'));
  writeFileSync(join(out, 'mine.txt'), 'x');
  await exportDataset({ dataset, out, formats: ['csv', 'duckdb'], bom: false });
  expect(readdirSync(out).sort()).toEqual(['csv', 'dataset.duckdb', 'mine.txt']);
  expect(existsSync(join(out, 'csv', 'former.csv'))).toBe(false);
});

test('after an error what stood before stands', async () => {
  const broken = datasetOf([documentOf('d1', ['文字'])]);
  const out = newFolder();
  await exportDataset({ dataset: broken, out, formats: ['csv'], bom: false });
  const before = readFileSync(join(out, 'csv', 'tasks.csv'), 'utf8');
  writeFileSync(join(broken, 'tasks.jsonl'), '{"id": "d1.t0"\n');
  const again = exportDataset({ dataset: broken, out, formats: FORMATS, bom: false });
  await expect(again).rejects.toThrow('tasks.jsonl:1: not JSON. See gongwen validate.');
  expect(readdirSync(out)).toEqual(['csv']);
  expect(readFileSync(join(out, 'csv', 'tasks.csv'), 'utf8')).toBe(before);
});

test('a link that leads nowhere is an error', async () => {
  const broken = datasetOf([documentOf('d1', ['文字'])]);
  writeFileSync(join(broken, 'targets.jsonl'), '');
  for (const formats of [['duckdb'], ['xlsx']] as const) {
    const out = newFolder();
    await expect(exportDataset({ dataset: broken, out, formats, bom: false })).rejects.toThrow();
    expect(readdirSync(out)).toEqual([]);
  }
});
