import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundleReport } from '../../scripts/bundle-report.js';
import { writeReport } from '../../workers/report/index.js';
import { folderOf, rowsOf, runScript } from '../workers/fixtures/folders.js';
import { inChromium } from './browser.js';

const MARKUP = '</script><script>window.hurt=1</script><img src=x onerror="window.hurt=2">';
const HOSTILE = `关于${MARKUP}的通知

一、主要任务
1.办理${MARKUP}事项，2025年底前建成20个。（责任单位：市商务局、市<b onclick=alert(1)>局）
2.反转\u202e文字\u2066藏字\u200b零宽。（责任单位：市\u202e商务局）
3.<!--<script>${'{{constructor.constructor("window.hurt=3")()}}'}]]>\u0007。（责任单位：市数据局）
4.=HYPERLINK("javascript:window.hurt=4")。（责任单位：市公安局）
`;
const ENDLESS = `关于办事的通知\n\n一、主要任务\n1.${'办'.repeat(1_000_000)}。（责任单位：市商务局）\n2.${'x'.repeat(1_000_000)}\n`;

let folder: string;
const out = (): string => join(folder, 'data');

beforeAll(async () => {
  await bundleReport();
  folder = folderOf({ 'in/a.txt': HOSTILE, 'in/b.txt': ENDLESS, 'in/空.txt': '' });
  const args = ['extract', 'in', '--out', 'data', '--report', '--quiet'];
  expect((await runScript('cli/main.ts', args, { cwd: folder })).status).toBe(1);
}, 120_000);

test('nothing of a document is markup in the page', () => {
  const html = readFileSync(join(out(), 'report/index.html'), 'utf8');
  const data = html.split('<script type="application/json"').slice(1);
  expect(data).toHaveLength(3);
  for (const element of data) expect(element.split('</script>')[0]).not.toContain('<');
  expect(html).not.toContain('<img');
  expect(html.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)?.[1]).toMatch(
    /^default-src 'none'; script-src 'sha256-[^' ]+'; style-src 'sha256-[^' ]+'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'$/,
  );
});

test('the page stays, and a run that makes another dataset says that it is stale', async () => {
  const other = folderOf({ 'in/a.txt': HOSTILE });
  const run = async (...more: string[]) => {
    const ran = await runScript('cli/main.ts', ['extract', 'in', '--json', ...more], {
      cwd: other,
    });
    return JSON.parse(ran.stdout).stale;
  };
  expect(await run('--report')).toEqual([]);
  expect(readFileSync(join(other, 'output/report/index.html'), 'utf8')).toContain('report-head');
  expect(await run()).toEqual([]);
  writeFileSync(join(other, 'in/b.txt'), HOSTILE.replace('\n', '\n又一份\n'));
  expect(await run()).toEqual([
    { path: 'output/report/index.html', command: 'gongwen report output' },
  ]);
  expect(existsSync(join(other, 'output/report/index.html'))).toBe(true);
});

test.each([
  [['report', 'nowhere'], 'holds no dataset'],
  [['report', 'data', '--corrections', 'none.jsonl'], 'Cannot read the corrections none.jsonl'],
])('%j is wrong usage', async (args, says) => {
  const ran = await runScript('cli/main.ts', args, { cwd: folder });
  expect({ status: ran.status, stdout: ran.stdout }).toEqual({ status: 2, stdout: '' });
  expect(ran.stderr).toContain(says);
});

inChromium('hostile documents in Chromium', (browser) => {
  test('text stays text, in every view and form', async () => {
    const page = await browser.report(out());
    const [document] = rowsOf<{ id: string }>(out(), 'documents');
    const text = readFileSync(join(out(), `texts/${document!.id}.txt`), 'utf8');
    expect(await page.evaluate(`document.querySelector('.text-body').textContent`)).toBe(text);
    for (const row of await page.locator('#records .row').all()) {
      await row.click();
      await page.keyboard.press('e');
      await page.keyboard.press('Escape');
      await page.locator('.decide.accept').click();
    }
    for (const view of await page.locator('.views button').all()) await view.click();
    for (const kind of await page.locator('.kinds button').all()) await kind.click();
    await page.locator('.language').click();
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    expect(await page.locator('.text-body script, .text-body img, .detail b').count()).toBe(0);
    await page.close();
  });

  test('a mark that turns the direction is shown, and turns nothing', async () => {
    const page = await browser.report(out());
    const codes = await page.evaluate(
      `[...document.querySelectorAll('.text-body .unseen')].map((mark) => mark.dataset.code)`,
    );
    expect(codes).toEqual(expect.arrayContaining(['U+202E', 'U+2066', 'U+200B', 'U+0007']));
    const order = (await page.evaluate(`(() => {
      const walker = document.createTreeWalker(document.querySelector('.text-body'), NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.data.indexOf('文字');
        if (at < 0) continue;
        return [0, 1].map((step) => {
          const range = document.createRange();
          range.setStart(node, at + step);
          range.setEnd(node, at + step + 1);
          return range.getBoundingClientRect().left;
        });
      }
    })()`)) as [number, number];
    expect(order[0]).toBeLessThan(order[1]);
    await page.close();
  });

  test('words without an end are cut into lines', async () => {
    const [, endless] = rowsOf<{ id: string }>(out(), 'documents');
    const page = await browser.report(out(), `#doc/${endless!.id}`);
    const [inside, outside] = (await page.evaluate(
      `[document.querySelector('.text-body').scrollWidth, document.querySelector('#text').clientWidth]`,
    )) as [number, number];
    expect(inside).toBeLessThanOrEqual(outside);
    await page.keyboard.press('j');
    expect(await page.locator('.detail-name').count()).toBe(1);
    await page.close();
  });

  test('an input that was rejected is listed', async () => {
    const page = await browser.report(out(), '#attention');
    await page.locator('.kinds button', { hasText: '未收的输入' }).click();
    expect(await page.locator('.attention-row').allTextContents()).toEqual([
      expect.stringMatching(/^in\/空\.txt文件没有字节/),
    ]);
    await page.close();
  });

  test('a large dataset stands beside the page, which is the same', async () => {
    const written = await writeReport(out(), { largestPage: 1000 });
    expect(written.parts).toBe(1);
    const page = await browser.report(out());
    const documents = rowsOf(out(), 'documents').length;
    expect(await page.locator('.summary').textContent()).toContain(`${documents} 篇公文`);
    await page.locator('#records .row').first().click();
    expect(await page.evaluate('window.hurt')).toBeUndefined();
    await page.close();
    expect((await writeReport(out())).parts).toBe(0);
    expect(() => readFileSync(join(out(), 'report/data-1.js'))).toThrow('ENOENT');
  });
});
