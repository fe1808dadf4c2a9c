import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Task } from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { chromiumPath, NO_CHROMIUM } from '../../scripts/ensure-chromium.js';
import { rowsOf, runScript } from '../workers/fixtures/folders.js';
import { inChromium } from './browser.js';

const chromium = chromiumPath();
if (chromium === null) process.stderr.write(`${NO_CHROMIUM}\n`);

const out = join(mkdtempSync(join(tmpdir(), 'gongwen-report-')), 'data');
const extract = (...more: string[]) =>
  runScript('cli/main.ts', ['extract', 'samples', '--out', out, '--report', '--quiet', ...more]);

beforeAll(async () => {
  await bundleReport();
  expect(await extract()).toEqual({ status: 0, stdout: '', stderr: '' });
}, 180_000);

test('the page of the five samples is one file under 8 MB', () => {
  expect(statSync(join(out, 'report/index.html')).size).toBeLessThan(8_000_000);
});

inChromium('the review page in Chromium', (browser) => {
  let page: Page;

  afterAll(() => {
    expect(browser.requests.filter((url) => !url.startsWith('file:'))).toEqual([]);
  });

  const found = async (): Promise<number> => {
    await page.waitForTimeout(250);
    const says = (await page.locator('.found').textContent())!;
    return Number(says.split(' ')[0]!.replace(/,/g, ''));
  };
  const detail = (): Promise<string | null> => page.locator('.detail-name').textContent();
  const chosenInText = (): Promise<string> =>
    page.evaluate(
      `[...document.querySelectorAll('.task.chosen')].map((e) => e.textContent).join('')`,
    );
  const inSight = (selector: string): Promise<boolean> =>
    page.evaluate(
      `(() => { const r = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
        return r.bottom > 0 && r.top < innerHeight; })()`,
    );

  test('all records are listed, and a click on one scrolls the text to it', async () => {
    page = await browser.report(out);
    const tasks = rowsOf<Task>(out, 'tasks');
    const own = rowsOf<{ task_ids: string[] }>(out, 'targets').filter(
      ({ task_ids: ids }) => ids.length === 0,
    );
    expect(await found()).toBe(tasks.length + own.length);
    await page.locator('#records .row', { hasText: '开展“入市第一课”增值辅导' }).click();
    expect(await detail()).toContain('开展“入市第一课”增值辅导');
    expect(await chosenInText()).toContain('面向各类经营主体推送审批许');
    expect(await inSight('.task.chosen')).toBe(true);
    const task = tasks.find(({ title }) => title === '开展“入市第一课”增值辅导')!;
    expect(decodeURIComponent(await page.evaluate('location.hash'))).toBe(
      `#doc/${task.document_id}/task/${task.id}`,
    );
  });

  test('a click on the text opens the record that stands there', async () => {
    await page.locator('mark.deadline').first().click();
    expect(await page.locator('.facts .chip.deadline').first().textContent()).toContain('每月');
    expect(await page.locator('#records [aria-selected=true]').count()).toBe(1);
  });

  test('values are shown in their place', async () => {
    await page.locator('.facts .show', { hasText: '市府办' }).first().click();
    expect(await page.locator('.lit').allTextContents()).toEqual(['市府办“两个健康”创建处']);
  });

  test('filters narrow the list together', async () => {
    const tasks = rowsOf<Task>(out, 'tasks');
    const led = tasks.filter(({ units, lead_units: leads }) =>
      units.some(
        ({ name, canonical }) =>
          leads.includes(name) && `${name} ${canonical}`.includes('市市场监管局'),
      ),
    );
    await page.fill('#filter-unit', '市市场监管局');
    await page.selectOption('#filter-role', 'any_lead');
    expect(await found()).toBe(led.length);
    await page.fill('#filter-from', '2025-01-01');
    await page.fill('#filter-to', '2025-12-31');
    const due = led.filter(({ deadlines }) => deadlines.some(({ end }) => end?.startsWith('2025')));
    expect(due.length).toBeGreaterThan(0);
    expect(await found()).toBe(due.length);
    await page.click('.reset');
    await page.selectOption('#filter-region', '福州市');
    expect(await found()).toBeLessThan(tasks.length);
    await page.click('.reset');
    await page.selectOption('#filter-mark', 'inherited');
    expect(await found()).toBe(
      tasks.filter(({ units }) => units.some(({ inherited }) => inherited)).length,
    );
    await page.click('.reset');
  });

  test('a document is opened by its filter, and a search finds words across it', async () => {
    const title = await page.locator('#filter-doc option').nth(3).textContent();
    await page.selectOption('#filter-doc', { index: 3 });
    expect(await page.locator('.doc-name').textContent()).toContain(title!.replace('…', ''));
    await page.click('.reset');
    await page.fill('#search', '亮码检查');
    const tasks = rowsOf<Task>(out, 'tasks');
    const having = tasks.filter((task) =>
      [task.title, task.text, ...task.path, ...task.keywords].join('\n').includes('亮码检查'),
    );
    expect(having.length).toBeGreaterThan(0);
    expect(await found()).toBeGreaterThanOrEqual(having.length);
    await page.click('.reset');
  });

  test('the keyboard goes through the records and decides', async () => {
    await page.locator('#records').focus();
    await page.keyboard.press('Home');
    const first = await detail();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('j');
    expect(await detail()).not.toBe(first);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await detail()).toBe(first);
    await page.keyboard.press('a');
    expect(await page.locator('.detail .status').textContent()).toBe('已通过');
    expect(await page.locator('.download').textContent()).toBe('下载校订（1）');
    await page.keyboard.press('u');
    expect(await page.locator('.download').isDisabled()).toBe(true);
    await page.keyboard.press('/');
    expect(await page.evaluate('document.activeElement.id')).toBe('search');
    await page.keyboard.type('j');
    expect(await page.inputValue('#search')).toBe('j');
    await page.click('.reset');
  });

  test('a deep link opens its record', async () => {
    const task = rowsOf<Task>(out, 'tasks').at(-1)!;
    const linked = await browser.report(out, `#doc/${task.document_id}/task/${task.id}`);
    expect(await linked.locator('.detail-name').textContent()).toContain(task.title);
    await linked.evaluate(`location.hash = '#attention'`);
    await linked.waitForSelector('.attention-row');
    await linked.close();
  });

  test('the language changes and the record stays open', async () => {
    const open = await detail();
    await page.click('.language');
    expect(await page.locator('h1').textContent()).toBe('Notice review');
    expect(await page.evaluate('document.documentElement.lang')).toBe('en');
    expect(await detail()).toBe(open);
    await page.click('.language');
    expect(await page.locator('h1').textContent()).toBe('公文校阅');
  });

  test('pictures lead to what they stand for', async () => {
    await page.locator('.views button').nth(2).click();
    expect(await page.locator('.picture svg').count()).toBe(4);
    await page.locator('.picture').first().locator('a[aria-label^="2025年12月"]').click();
    expect(await page.inputValue('#filter-to')).toBe('2025-12-31');
    expect(await found()).toBeGreaterThan(0);
    await page.click('.reset');
  });

  test('what needs eyes is counted and leads to its place', async () => {
    await page.locator('.views button').nth(3).click();
    const split = rowsOf<Task>(out, 'tasks').filter(({ part }) => part !== null).length;
    const kind = page.locator('.kinds button', { hasText: '一项多责的切分' });
    expect(await kind.locator('.count').textContent()).toBe(String(split));
    await kind.click();
    await page.locator('#attention-list .row').first().click();
    expect(await page.locator('.facts').textContent()).toContain('分项');
  });

  const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
  const tested = ['review', 'editing', 'charts', 'attention'].flatMap((view) =>
    (['desk', 'phone'] as const).flatMap((size) =>
      ['zh', 'en'].map((language) => [view, size, language] as const),
    ),
  );
  test.each([...tested, ['charts', 'print', 'zh'] as const, ['review', 'print', 'zh'] as const])(
    'axe finds no serious fault, and nothing stands out at the side: %s, %s, %s',
    async (view, size, language) => {
      const tested = await browser.report(out);
      if (language === 'en') await tested.click('.language');
      if (size === 'print') await tested.emulateMedia({ media: 'print' });
      else await tested.setViewportSize(sizes[size]);
      if (view === 'charts' || view === 'attention') {
        await tested.evaluate(`location.hash = '#${view}'`);
        await tested.waitForSelector(view === 'charts' ? '.picture svg' : '.attention-row');
      } else if (size !== 'print') {
        await tested.locator('#records .row').first().click();
        if (view === 'editing') await tested.keyboard.press('e');
      }
      const wider = 'document.documentElement.scrollWidth - innerWidth';
      expect(await tested.evaluate(wider)).toBeLessThanOrEqual(0);
      const axe = readFileSync(
        createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
        'utf8',
      );
      await tested.evaluate(axe);
      const faults = (await tested.evaluate(
        `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
      )) as string[];
      expect(faults).toEqual([]);
      await tested.close();
    },
  );

  test('a corrected record is downloaded, applied at the next run, and shown', async () => {
    const tasks = rowsOf<Task>(out, 'tasks');
    const [first, second] = tasks as [Task, Task];
    const third = tasks[2]!;
    const reviewing = await browser.report(out, `#doc/${first.document_id}/task/${first.id}`);
    await reviewing.fill('#reviewer', '王某');
    await reviewing.locator('.decide.correct').click();
    await reviewing.getByLabel('标题', { exact: true }).fill('高效办成一件事');
    await reviewing.locator('.editor .item select').nth(1).selectOption('support');
    await reviewing.evaluate(`(() => {
      const text = document.querySelector('.task.chosen .piece').firstChild;
      const start = text.data.indexOf('国务院');
      getSelection().setBaseAndExtent(text, start, text, start + 3);
    })()`);
    await reviewing.locator('.editor .add').first().click();
    await reviewing.locator('.decide.save').click();
    expect(await reviewing.locator('.corrected').first().textContent()).toContain('改为');
    await reviewing.locator('#records .row').nth(1).click();
    await reviewing.locator('.decide.reject').click();
    await reviewing.locator('#records .row').nth(2).click();
    await reviewing.locator('.decide.accept').click();
    const [download] = await Promise.all([
      reviewing.waitForEvent('download'),
      reviewing.locator('.download').click(),
    ]);
    expect(download.suggestedFilename()).toBe('corrections.jsonl');
    const file = join(out, '../corrections.jsonl');
    await download.saveAs(file);
    await reviewing.close();

    const again = await extract('--corrections', file);
    expect(again).toEqual({ status: 0, stdout: '', stderr: '' });
    const corrected = rowsOf<Task>(out, 'tasks');
    const changed = corrected.find(({ id }) => id === first.id)!;
    expect(changed.title).toBe('高效办成一件事');
    const kept = first.units.map(
      ({ name, role }, index) => `${name} ${index === 1 ? 'support' : role}`,
    );
    expect(changed.units.map(({ name, role }) => `${name} ${role}`)).toEqual([
      ...kept,
      '国务院 responsible',
    ]);
    expect(corrected.some(({ id }) => id === second.id)).toBe(false);
    expect(corrected.find(({ id }) => id === third.id)).toEqual(third);
    expect((await runScript('cli/main.ts', ['validate', out])).stdout).toContain('sound');
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'));
    expect(run.corrections).toMatchObject({ applied: 3, outdated: 0, unknown: 0 });

    const shown = await browser.report(out, `#doc/${first.document_id}/task/${first.id}`);
    expect(await shown.locator('.detail .status').first().textContent()).toBe('已改正');
    expect(await shown.locator('.detail-name').textContent()).toContain('高效办成一件事');
    await shown.close();
  }, 120_000);
});
