import { expect, it } from 'vitest';
import { convert } from '../../pipeline/convert.js';

const TABLE = '| 指标 | 2022年 | 2027年 |\n|---|---|---|\n| 城镇化率（%） | 73.4 | 76 |\n';

/** The values of a plan's targets, whose title names its years. */
async function targets(years: string): Promise<number[]> {
  const text = `# 某省市民化实施方案（${years}）\n\n一、主要指标\n\n${TABLE}`;
  const input = { uri: 'a.md', bytes: new TextEncoder().encode(text), sha256: '0'.repeat(64) };
  const options = { encoding: null, tokens: false, redactContacts: false };
  const { documents } = await convert(input, options);
  return documents.flatMap((document) => document.targets.map(({ value }) => value));
}

it('takes a column of a year before the plan for what was', async () => {
  expect(await targets('2023—2027年')).toEqual([76]);
});

it('takes a column of each year of the plan for what is to be reached', async () => {
  expect(await targets('2022—2027年')).toEqual([73.4, 76]);
});
