import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { DocumentRecord, Task } from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { writeReport } from '../../workers/report/index.js';
import { pagesOf } from '../../workers/report/page-images/kept-pages.js';
import { inChromium } from '../report/browser.js';
import { rowsOf } from '../workers/fixtures/folders.js';
import { datasetOf, serviceWith } from './fixtures/service.js';

const PDF = resolve('test/fixtures/rendered/003_twocolumn.pdf');

let dataset: string;
let url: string;
let document: DocumentRecord;

beforeAll(async () => {
  await bundleReport();
  dataset = await datasetOf([PDF]);
  const pageImages = { most: 2 ** 27, password: null };
  expect((await writeReport(dataset, { pageImages })).pageImages).toMatchObject({ pictures: 4 });
  // The service needs the pictures, not the page around them.
  rmSync(join(dataset, 'report/index.html'));
  const service = await serviceWith({ datasets: [{ name: 'plans', folder: dataset }] });
  url = `${service.url}/v1/datasets/plans`;
  [document] = rowsOf<DocumentRecord>(dataset, 'documents') as [DocumentRecord];
}, 300_000);

test('a picture is given by its name, and no other file', async () => {
  const [first] = await pagesOf(dataset, document.id, await textOf());
  const name = first!.file!.replace('pages/', '');
  const answer = await fetch(`${url}/pages/${name}`);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
  for (const other of [`${document.id}.json`, '..%2F..%2Frun.json', name.replace('-1', '-99')]) {
    expect((await fetch(`${url}/pages/${other}`)).status).toBe(404);
  }
});

test('a browser that asks for an icon is told that there is none', async () => {
  expect((await fetch(new URL('/favicon.ico', url))).status).toBe(204);
});

test('pictures of a document whose text has changed are not shown with it', async () => {
  expect(await pagesOf(dataset, document.id, await textOf())).toHaveLength(4);
  expect(await pagesOf(dataset, document.id, 'other')).toEqual([]);
  expect(await pagesOf(dataset, '../x', 'other')).toEqual([]);
});

const textOf = async (): Promise<string> => (await fetch(`${url}/texts/${document.id}`)).text();

inChromium('the page of a document that is served', (browser) => {
  test('shows the picture of its page with the values boxed', async () => {
    const tasks = rowsOf<Task>(dataset, 'tasks');
    const task = tasks.find(({ units }) => units.length > 1)!;
    const at = `${url}/review?document=${document.id}#doc/${document.id}/task/${task.id}`;
    const loaded: number[] = [];
    const page = await browser.visit(at, '.top');
    page.on('response', (answer) => {
      if (answer.url().endsWith('.webp')) loaded.push(answer.status());
    });
    await page.locator('.sides button', { hasText: '原页' }).click();
    await page.waitForSelector('.page-sheet image');
    await expect.poll(() => loaded).toContain(200);
    expect(await page.locator('.own-box').count()).toBeGreaterThan(1);
  });
});
