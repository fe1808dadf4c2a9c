import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import readXlsxFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { calendarOf } from '../../pipeline/emit/calendar.js';
import { markdownOf } from '../../report/src/body/sheets.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { runScript } from '../workers/fixtures/folders.js';
import { inChromium } from './browser.js';
import { linesOf } from './fixtures/recount.js';
import { tenCities } from './fixtures/ten-cities.js';

describe('a calendar file', () => {
  const deadline = (end: string | null) =>
    ({ kind: 'by', start: null, end, every: null, raw: '', rule: '', at: { start: 0 } }) as never;
  const title = `${'推行综合监管“一件事”，建成场景；'.repeat(6)}a\\b`;
  const text = calendarOf(
    '市商务局 · 温州市',
    [
      { id: 'd1.t1.1', deadline: deadline('2024-02-29'), title, description: '甲,乙;丙\n丁' },
      { id: 'd1.t1.2', deadline: deadline(null), title: '每月', description: '' },
    ],
    new Date('2025-03-04T05:06:07Z'),
  );

  test('is one by RFC 5545: line ends, no line over 75 bytes, what it must have', () => {
    const lines = text.split('\r\n');
    expect(lines.at(-1)).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const calendar = new ICAL.Component(ICAL.parse(text));
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
    expect(calendar.getFirstPropertyValue('prodid')).toContain('gongwen');
  });

  test('a reader finds the whole last day and the words as they were', () => {
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    expect(events).toHaveLength(1);
    const event = new ICAL.Event(events[0]!);
    expect(event.uid).toBe('d1.t1.1@gongwen');
    expect([event.startDate.isDate, event.startDate.toString()]).toEqual([true, '2024-02-29']);
    expect(event.endDate.toString()).toBe('2024-03-01');
    expect(event.summary).toBe(title);
    expect(event.description).toBe('甲,乙;丙\n丁');
    expect(String(events[0]!.getFirstPropertyValue('dtstamp'))).toBe('2025-03-04T05:06:07Z');
  });
});

test('Markdown keeps a cell in its cell', () => {
  const sheet = {
    title: '任务',
    heads: ['a', 'b'],
    rows: [[{ value: '甲|乙\n丙' }, { value: 3 }]],
  };
  expect(markdownOf('市局', [sheet])).toBe(
    '# 市局\n\n## 任务\n\n| a | b |\n| --- | --- |\n| 甲\\|乙 丙 | 3 |\n',
  );
});

inChromium('the page of a body in Chromium', (browser) => {
  let page: Page;
  let out: string;

  beforeAll(async () => {
    await bundleReport();
    const folder = tenCities();
    out = join(folder, 'data');
    const args = ['extract', join(folder, 'in'), '--out', out, '--report', '--quiet'];
    expect(await runScript('cli/main.ts', args)).toMatchObject({ status: 0 });
    page = await browser.report(out);
    const bodies = linesOf<{ id: string; names: string[]; region: string }>(out, 'units');
    const body = bodies.find(
      ({ names, region }) => names.includes('市市场监管局') && region === '温州市',
    )!;
    await page.evaluate(`location.hash = '#bodies?body=${body.id}'`);
    await page.waitForSelector('.body-page .numbers');
  }, 900_000);

  const downloaded = async (button: string): Promise<Buffer> => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(button).click(),
    ]);
    return readFileSync(await download.path());
  };

  /** What the tables on the page say, cell by cell. */
  const shown = (): Promise<{ title: string; rows: string[][] }[]> =>
    page.locator('.body-page section:has(table)').evaluateAll((sections) =>
      sections.map((section) => ({
        title: section.querySelector('h3')!.textContent!.replace(/（[\d,]+）$/, ''),
        rows: [...section.querySelectorAll('tr')].map((row) =>
          [...row.querySelectorAll('th, td')].map((each) => each.textContent!),
        ),
      })),
    );

  test('it tells leads, support and responsibility apart, and targets from parameters', async () => {
    const titles = (await shown()).map(({ title }) => title);
    expect(titles).toEqual(['按季度到期的任务', '任务', '指标', '政策参数']);
    const tasks = (await shown())[1]!.rows.slice(1);
    expect(tasks.map(([part, number]) => `${number} ${part}`).sort()).toEqual([
      '1 牵头',
      '2 责任',
      '3 牵头（列首推断）',
      '4 牵头',
    ]);
    expect(tasks.find(([, number]) => number === '1')).toContain('2025年6月底前');
    expect((await shown())[3]!.rows[1]![1]).toBe('不高于 5万元');
  });

  test('CSV, XLSX and Markdown hold just what is shown', async () => {
    const sheets = await shown();
    const csv = (await downloaded('.save-csv')).toString('utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    const rows = parseCsv(csv, { bom: true, relax_column_count: true, skip_empty_lines: true });
    expect(rows).toEqual(sheets.flatMap(({ title, rows: all }) => [[title], ...all]));
    const xlsx = await downloaded('.save-xlsx');
    const read = await readXlsxFile(xlsx);
    expect(read.map(({ sheet }) => sheet)).toEqual(sheets.map(({ title }) => title));
    for (const [index, { rows: all }] of sheets.entries()) {
      const { data } = read[index]!;
      expect(data.map((row) => row.map((value) => String(value ?? '')))).toEqual(all);
    }
    const markdown = (await downloaded('.save-md')).toString('utf8');
    const lines = markdown.split('\n').filter((line) => /^\| (?!---)/.test(line));
    expect(lines).toEqual(
      sheets.flatMap(({ rows: all }) => all.map((row) => `| ${row.join(' | ')} |`)),
    );
  });

  test('the calendar has the deadlines that have a day', async () => {
    const text = (await downloaded('.save-ics')).toString('utf8');
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
    const days = events.map((each) => new ICAL.Event(each).startDate.toString()).sort();
    expect(days).toEqual(['2025-06-30', '2025-12-31']);
  });

  test('a search for the short or the full name finds the body under both', async () => {
    const found = async (query: string): Promise<string> => {
      await page.evaluate(`location.hash = '#?kind=task&q=' + ${JSON.stringify(query)}`);
      await page.waitForTimeout(200);
      return (await page.locator('.found').textContent())!.split(' ')[0]!;
    };
    expect(await found('温州市市场监督管理局')).toBe('4');
    expect(await found('市市场监管局 温州市')).toBe('4');
    expect(await found('市市场监管局 温州市 -融资')).toBe('3');
    expect(await found('“惠企资金直达，兑现率” 温州市')).toBe('1');
    expect(await found('温州市 杭州市')).toBe('0');
  });

  test('a view is kept under a name, and opens again', async () => {
    await page.evaluate(`location.hash = '#?kind=target&region=' + encodeURIComponent('福州市')`);
    await page.locator('.saved-views summary').click();
    await page.fill('#view-name', '福州指标');
    await page.locator('.saved-list button[type=submit]').click();
    await page.evaluate(`location.hash = '#charts'`);
    await page.locator('.saved-list a', { hasText: '福州指标' }).click();
    expect(await page.inputValue('#filter-kind')).toBe('target');
    expect(await page.inputValue('#filter-region')).toBe('福州市');
    await page.reload();
    await page.waitForSelector('.top');
    expect(await page.locator('.saved-list a').textContent()).toBe('福州指标');
  });
});
