import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundleReport } from '../../scripts/bundle-report.js';
import { writeReport } from '../../workers/report/index.js';
import { datasetOf, documentOf } from '../exports/fixtures/datasets.js';
import { inChromium } from './browser.js';

/** In the order of the dataset, which is not that of their days. */
const DAYS: readonly (string | null)[] = ['2023-05-01', null, '2025-01-31', '2024-02-29'];
const dataset = datasetOf(
  DAYS.map((issued_on, index) => {
    const converted = documentOf(`d${index}`, [`第${index}号通知。`]);
    return { ...converted, document: { ...converted.document, issued_on } };
  }),
);
beforeAll(async () => {
  await bundleReport();
}, 120_000);

const shownIds = (): string[] =>
  [
    ...readFileSync(join(dataset, 'report/index.html'), 'utf8').matchAll(
      /class="report-document">\{"id":"(\w+)"/g,
    ),
  ].map(([, id]) => id!);

test('a page that would be too large has the newest documents, and says how many are older', async () => {
  expect(await writeReport(dataset)).toMatchObject({ documents: 4, older: 0 });
  const ids = shownIds();
  expect(ids).toEqual(['d0', 'd1', 'd2', 'd3']);
  const size = readFileSync(join(dataset, 'report/index.html'), 'utf8').match(
    /report-document">(\{"id":"d2".*?)<\/script>/,
  )![1]!.length;
  const two = { largestOpened: Math.round(2.5 * size) };
  expect(await writeReport(dataset, two)).toMatchObject({ documents: 2, older: 2, copies: 0 });
  expect(shownIds()).toEqual(['d2', 'd3']);
  expect(await writeReport(dataset, { largestOpened: 1 })).toMatchObject({
    documents: 1,
    older: 3,
  });
  expect(shownIds()).toEqual(['d2']);
  expect(await writeReport(dataset, { ...two, all: true })).toMatchObject({ older: 0 });
});

inChromium('the page of the newest documents', (browser) => {
  test('says that others are left out, and where they are shown', async () => {
    await writeReport(dataset, { largestOpened: 1 });
    const page = await browser.report(dataset);
    expect(await page.locator('.summary').textContent()).toMatch(
      /1 篇.*更早的 3 篇.*gongwen serve/,
    );
  });
});
