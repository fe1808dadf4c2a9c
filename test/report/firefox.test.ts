import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Correction, type Task } from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { firefoxPath, NO_FIREFOX } from '../../scripts/ensure-firefox.js';
import { writeReport } from '../../workers/report/index.js';
import { rowsOf, runScript } from '../workers/fixtures/folders.js';
import { TestFirefox } from './firefox.js';

if (firefoxPath() === null) process.stderr.write(`${NO_FIREFOX}\n`);

describe.skipIf(firefoxPath() === null)('the review page in Firefox', () => {
  const out = join(mkdtempSync(join(tmpdir(), 'gongwen-report-')), 'data');
  let tasks: Task[];
  let browser: TestFirefox;
  let page: Page;

  beforeAll(async () => {
    await bundleReport();
    const args = ['extract', 'samples', '--out', out, '--report', '--quiet'];
    expect(await runScript('cli/main.ts', args)).toEqual({ status: 0, stdout: '', stderr: '' });
    tasks = rowsOf<Task>(out, 'tasks');
    browser = await TestFirefox.open();
    page = await browser.report(out);
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    expect(browser.complaints).toEqual([]);
    // Firefox itself loads a font of its own as data.
    expect(browser.requests.filter((url) => !/^(?:file|blob|data):/.test(url))).toEqual([]);
  });

  const textOf = (selector: string): Promise<string> =>
    page.$eval(selector, (element) => element.textContent ?? '');
  const inputOf = (selector: string): Promise<string> =>
    page.$eval(selector, (element) => (element as unknown as { value: string }).value);
  const fill = async (selector: string, text: string): Promise<void> => {
    await page.focus(selector);
    await page.keyboard.type(text);
  };
  const found = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return Number((await textOf('.found')).split(' ')[0]!.replace(/,/g, ''));
  };
  const inSight = (selector: string): Promise<unknown> =>
    page.evaluate(
      `(() => { const r = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
        return r.bottom > 0 && r.top < innerHeight; })()`,
    );

  test('a click on a record scrolls the text to it', async () => {
    const task = tasks.find(({ title }) => title === '开展“入市第一课”增值辅导')!;
    await fill('#search', task.title);
    await found();
    await page.click('#records .row');
    expect(await textOf('.detail-name')).toContain(task.title);
    expect(await inSight('.task.chosen')).toBe(true);
    expect(decodeURIComponent(page.url())).toContain(`#doc/${task.document_id}/task/${task.id}`);
    await page.click('.reset');
  });

  test('a click on the text opens the record that stands there', async () => {
    await page.click('mark.deadline');
    expect(await textOf('.facts .chip.deadline')).toMatch(/\d{4}年|每|长期/);
    expect(await page.$$('#records [aria-selected=true]')).toHaveLength(1);
  });

  test('filters and a search narrow the list', async () => {
    const all = await found();
    await page.select('#filter-region', '福州市');
    const narrowed = await found();
    expect(narrowed).toBeGreaterThan(0);
    expect(narrowed).toBeLessThan(all);
    await page.click('.reset');
    await page.locator('#filter-from').fill('2025-01-01');
    expect(await found()).toBeLessThan(all);
    await page.click('.reset');
    await fill('#search', '亮码检查');
    expect(await found()).toBeGreaterThan(0);
    expect(await found()).toBeLessThan(all);
    await page.click('.reset');
    expect(await found()).toBe(all);
  });

  test('the keyboard goes through the records and decides', async () => {
    await page.focus('#records');
    await page.keyboard.press('Home');
    const first = await textOf('.detail-name');
    await page.keyboard.press('j');
    expect(await textOf('.detail-name')).not.toBe(first);
    await page.keyboard.press('k');
    expect(await textOf('.detail-name')).toBe(first);
    await page.keyboard.press('a');
    expect(await textOf('.detail .status')).toBe('已通过');
  });

  test('the decisions are downloaded as the program reads them', async () => {
    await page.click('.download');
    const lines = (await browser.downloaded('corrections.jsonl')).trim().split('\n');
    const corrections = lines.map((line) => Correction.parse(JSON.parse(line)));
    expect(corrections).toMatchObject([{ action: 'accept', record: 'task', id: tasks[0]!.id }]);
    await page.keyboard.press('u');
  });

  test('the language changes', async () => {
    await page.click('.language');
    expect(await textOf('h1')).toBe('Notice review');
    await page.click('.language');
    expect(await textOf('h1')).toBe('公文校阅');
  });

  test('pictures are drawn and lead to what they stand for', async () => {
    await page.evaluate(`location.hash = '#charts'`);
    await page.waitForSelector('.picture svg');
    expect(await page.$$('.picture svg')).toHaveLength(4);
    await page.evaluate(`document.querySelector('.picture a[aria-label^="2025年12月"]').focus()`);
    await page.keyboard.press('Enter');
    expect(await inputOf('#filter-to')).toBe('2025-12-31');
    expect(await found()).toBeGreaterThan(0);
    await page.click('.reset');
  });

  test('a deep link opens its record, from a page whose data stands beside it too', async () => {
    const task = tasks.at(-1)!;
    const hash = `#doc/${task.document_id}/task/${task.id}`;
    for (const largestPage of [undefined, 100_000]) {
      const { parts } = await writeReport(out, largestPage ? { largestPage } : {});
      expect(parts > 0).toBe(largestPage !== undefined);
      const linked = await browser.report(out, hash);
      const name = await linked.$eval('.detail-name', (element) => element.textContent);
      expect(name).toContain(task.title);
      await linked.close();
    }
  });

  test('the policy lets no other script run', async () => {
    const hurt = await page.evaluate(`new Promise((resolve) => {
      const attempts = [
        () => document.body.append(Object.assign(document.createElement('script'), { text: 'hurt = 1' })),
        () => document.createElement('img').setAttribute('onerror', 'hurt = 2'),
        () => { document.createElement('div').innerHTML = '<img src=x onerror="hurt = 3">'; },
        () => setTimeout('hurt = 4'),
        () => document.body.append(Object.assign(new Image(), { src: 'https://example.org/x.png' })),
      ];
      for (const attempt of attempts) try { attempt(); } catch {}
      setTimeout(() => resolve(globalThis.hurt ?? null), 200);
    })`);
    expect(hurt).toBeNull();
    const refused = browser.complaints.splice(0).filter((each) => each.startsWith('policy:'));
    expect(refused.join()).toContain('require-trusted-types-for');
    expect(refused.join()).toContain('img-src');
  });
});
