import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { UnitRecord } from '../../schemas/index.js';
import { validateDataset } from '../../workers/validate-dataset.js';
import { datasetOf, documentOf } from './fixtures/datasets.js';

let folder: string;

beforeEach(() => {
  folder = datasetOf([documentOf('d1', ['甲局', '乙局']), documentOf('d2', ['甲局'])]);
});

async function problems(): Promise<string[]> {
  const found: string[] = [];
  await validateDataset(folder, ({ file, line, message }) =>
    found.push(`${file}:${line} ${message}`),
  );
  return found.filter((each) => each.startsWith('units.jsonl'));
}

const units = (): UnitRecord[] =>
  readFileSync(join(folder, 'units.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as UnitRecord);

const writeUnits = (records: readonly object[]): void =>
  writeFileSync(
    join(folder, 'units.jsonl'),
    records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  );

test('every dataset has its bodies', async () => {
  const [first, second] = units().sort((a, b) => b.tasks - a.tasks);
  expect(first).toMatchObject({
    name: '甲局',
    region: '温州市',
    level: 'prefecture',
    tasks: 2,
    leads: 2,
    documents: 2,
  });
  expect(second).toMatchObject({ name: '乙局', tasks: 1, documents: 1 });
  expect(await problems()).toEqual([]);
});

describe('validate finds', () => {
  test('a body counted wrongly', async () => {
    writeUnits(units().map((unit, index) => (index === 0 ? { ...unit, leads: 7 } : unit)));
    expect(await problems()).toEqual([expect.stringContaining('units.jsonl:1 ')]);
    expect((await problems())[0]).toContain('the tasks say otherwise');
  });

  test('a body that is missing', async () => {
    const [first, ...others] = units();
    writeUnits(others);
    expect(await problems()).toEqual([`units.jsonl:null ${first!.name}: the body is missing`]);
  });

  test('a body that no task names', async () => {
    const [first, ...others] = units();
    writeUnits([first!, ...others, { ...first, id: `u${'0'.repeat(16)}` }]);
    expect(await problems()).toEqual([expect.stringContaining('no task names this body')]);
  });
});
