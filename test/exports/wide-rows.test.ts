import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportDataset } from '../../workers/exports/export-dataset.js';
import { datasetOf, documentOf, newFolder } from './fixtures/datasets.js';
import { duckdbRows } from './fixtures/read-back.js';

/** More than DuckDB handles together. */
const TASKS = 2500;
/** Characters of each of the texts of a task. */
const LONG = 1600;

test('many long rows are within the memory that DuckDB is given', async () => {
  const text = '推动事项标准统一、线上线下融合，'.repeat(LONG / 16);
  const texts = Array.from({ length: TASKS }, (_, number) => `${number}${text}`);
  const dataset = datasetOf([documentOf('d1', texts)]);
  const out = newFolder();
  await exportDataset({ dataset, out, formats: ['parquet', 'duckdb'], bom: false });
  const sql = 'SELECT count(*)::INTEGER AS tasks, sum(length(text))::INTEGER AS letters FROM';
  const letters = texts.reduce((sum, { length }) => sum + length, 0);
  const expected = [{ tasks: TASKS, letters }];
  expect(await duckdbRows(join(out, 'dataset.duckdb'), `${sql} tasks`)).toEqual(expected);
  const parquet = `read_parquet('${join(out, 'parquet/tasks.parquet')}')`;
  expect(await duckdbRows(join(out, 'dataset.duckdb'), `${sql} ${parquet}`)).toEqual(expected);
}, 120_000);
