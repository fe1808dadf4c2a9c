import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { EXPORT_TABLES } from '../../pipeline/emit/export-tables.js';
import { safeText } from '../../workers/exports/csv-files.js';
import { exportDataset } from '../../workers/exports/export-dataset.js';
import { FORMATS } from '../../workers/exports/paths.js';
import { query } from '../../workers/exports/query.js';
import { search } from '../../workers/exports/search.js';
import { MOST_CHARACTERS } from '../../workers/exports/xlsx-parts.js';
import { datasetOf, documentOf, HOSTILE, newFolder } from './fixtures/datasets.js';
import {
  asUtf8,
  csvRows,
  duckdbRows,
  expectedRows,
  parquetRows,
  wellFormed,
  xlsxSheets,
} from './fixtures/read-back.js';

let dataset: string;
let out: string;

beforeAll(async () => {
  dataset = datasetOf([documentOf('d1', HOSTILE), documentOf('d2', HOSTILE.slice(0, 1))]);
  out = newFolder();
  await exportDataset({ dataset, out, formats: FORMATS, bom: true });
});

describe.each(EXPORT_TABLES.map((table) => [table.name, table] as const))('%s', (name, table) => {
  test('reads the same from CSV, Parquet and DuckDB', async () => {
    const expected = asUtf8(await expectedRows(dataset, table));
    const ofCsv = csvRows(join(out, 'csv', `${name}.csv`), table);
    expect(asUtf8(ofCsv)).toEqual(expected);
    expect(await parquetRows(join(out, 'parquet', `${name}.parquet`))).toEqual(expected);
    const sql = `FROM ${name} ORDER BY rowid`;
    expect(await duckdbRows(join(out, 'dataset.duckdb'), sql)).toEqual(expected);
  });
});

describe('CSV', () => {
  test('no text begins as a formula does', () => {
    for (const file of readdirSync(join(out, 'csv')).filter((each) => each.endsWith('.csv'))) {
      const text = readFileSync(join(out, 'csv', file), 'utf8');
      const cells = text.match(/(?<=^|,|\r\n)"(?:[^"]|"")*"/g) ?? [];
      const operators = new Set(['">="', '"<="', '"="']);
      const formulas = cells.filter(
        (cell) => /^"[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u.test(cell) && !operators.has(cell),
      );
      expect(formulas).toEqual([]);
    }
  });

  test('begins with a byte order mark where one is asked for', () => {
    const bytes = readFileSync(join(out, 'csv', 'tasks.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-5', "'-5"],
    ['\t=1', "'\t=1"],
    ['\u200b=1', "'\u200b=1"],
    ['＝1', "'＝1"],
    ['2023-2025年', '2023-2025年'],
    ['一、=', '一、='],
    ['', ''],
  ])('%j is written as %j', (text, safe) => {
    expect(safeText(text)).toBe(safe);
  });
});

describe('XLSX', () => {
  test('holds texts as texts, cut where they are longer than a cell can be', async () => {
    const sheets = await xlsxSheets(join(out, 'dataset.xlsx'));
    const [head, ...rows] = sheets.get('tasks')!;
    const column = head!.indexOf('text');
    const cells = rows.map((row) => row[column]);
    for (const [index, text] of HOSTILE.slice(0, -1).entries()) {
      // The reader leaves out blanks around a text.
      expect(String(cells[index] ?? '').trim()).toBe(wellFormed(text).trim());
    }
    const cut = cells[HOSTILE.length - 1] as string;
    expect(cut).toHaveLength(MOST_CHARACTERS);
    expect(cut).toMatch(/^词{32000}.*… \[1048576 characters; all of them are in /);
  });
});

test('a query answers with the text as it is', async () => {
  const rows = await query(
    dataset,
    "SELECT text FROM tasks WHERE document_id = 'd1'",
    async (answer) => {
      const texts: unknown[] = [];
      for await (const [text] of answer.rows) texts.push(text);
      return texts;
    },
  );
  expect(rows).toEqual(HOSTILE.map(wellFormed));
});

test('a word of a million characters is found', async () => {
  const { hits } = await search(dataset, 'DROP', 5);
  expect(hits[0]).toMatchObject({ document_id: 'd1', page_start: 3 });
  expect((await search(dataset, '词', 1)).hits).toHaveLength(1);
});

test('what stands outside the dataset is not read for a document with a path as its id', async () => {
  const evil = datasetOf([documentOf('d1', ['文字'])]);
  const { Dataset } = await import('../../workers/exports/read-dataset.js');
  expect(() => Dataset.open(evil).text('../../etc/passwd')).toThrow('no name of a document');
});
