import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DocumentRecord, Task } from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { listPage } from '../../service/review/list-page.js';
import { inChromium } from '../report/browser.js';
import { rowsOf } from '../workers/fixtures/folders.js';
import { datasetOf, serviceWith } from './fixtures/service.js';

let url: string;
let documents: DocumentRecord[];
let tasks: Task[];

beforeAll(async () => {
  await bundleReport();
  const dataset = await datasetOf(['samples']);
  const service = await serviceWith({ datasets: [{ name: 'plans', folder: dataset }] });
  url = `${service.url}/v1/datasets/plans/review`;
  documents = rowsOf<DocumentRecord>(dataset, 'documents').filter(
    ({ copy_of }) => copy_of === null,
  );
  tasks = rowsOf<Task>(dataset, 'tasks');
}, 120_000);

const listed = async (query: string) => {
  const response = await fetch(`${url}${query}`);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  const $ = load(await response.text());
  const rows = $('tbody tr').toArray();
  return {
    links: rows.map((row) => $('a', row).attr('href')!),
    tasks: rows.map((row) => Number($('td', row).eq(3).text())),
    next: $('a[rel=next]').attr('href'),
  };
};

describe('the list', () => {
  test('has every document once, page by page, and finds some', async () => {
    const links: string[] = [];
    const counts: number[] = [];
    for (let query: string | undefined = '?limit=4'; query !== undefined; ) {
      const page: Awaited<ReturnType<typeof listed>> = await listed(query);
      links.push(...page.links);
      counts.push(...page.tasks);
      query = page.next;
    }
    expect(documents.length).toBeGreaterThan(8);
    expect(links).toEqual(documents.map(({ id }) => `?document=${id}`));
    expect(counts).toEqual(documents.map(({ counts: { tasks: n } }) => n));
    const found = documents.filter(({ title }) => title.includes('涉企行政检查'));
    expect(found.length).toBeGreaterThan(0);
    expect((await listed('?q=涉企行政检查')).links).toEqual(
      found.map(({ id }) => `?document=${id}`),
    );
    expect((await listed('?q=')).links).toHaveLength(documents.length);
  });

  test('shows hostile words as words', () => {
    const title = '<script>alert(1)</script>"&';
    const document = { ...documents[0]!, title };
    const html = listPage({ name: 'a', documents: [document], total: 1, q: '"><b>', next: null });
    const $ = load(html);
    expect($('script, b').length).toBe(0);
    expect($('tbody a').text()).toBe(title);
    expect($('input').attr('value')).toBe('"><b>');
  });
});

test('an unknown document is told as such', async () => {
  expect((await fetch(`${url}?document=none`)).status).toBe(404);
});

inChromium('the page of a document in Chromium', (browser) => {
  test('shows its text and its tasks, and nothing of others', async () => {
    const most = documents.reduce((one, other) =>
      other.counts.tasks > one.counts.tasks ? other : one,
    );
    const page = await browser.visit(`${url}?document=${most.id}`, '.top');
    const own = tasks.filter(({ document_id }) => document_id === most.id);
    const text = await page.locator('#page').textContent();
    expect(text).toContain(own[0]!.title);
    expect(text).toContain(own[0]!.units[0]?.name ?? '');
    const other = tasks.find(
      ({ document_id, title }) => document_id !== most.id && title.length > 15,
    )!;
    expect(text).not.toContain(other.title);
    expect(browser.requests).toEqual([`${url}?document=${most.id}`]);
  });
});
