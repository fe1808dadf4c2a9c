import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import type { PackedDocument } from '../../report/payload.js';
import { rectanglesOf, runsOf } from '../../report/src/picture/page-places.js';
import type { Target, Task } from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { ofd, textAt } from '../read/ofd-input.js';
import { folderOf, rowsOf, runScript } from '../workers/fixtures/folders.js';
import { inChromium } from './browser.js';

const RENDERED = 'test/fixtures/rendered';
const OFD = ofd({
  pages: [
    textAt(20, 30, '某市人民政府关于做好有关工作的通知') +
      textAt(20, 45, '一、重点任务') +
      textAt(20, 55, '（一）２０２５年８月底前建成网点２０个。（责任单位：市财政局）'),
  ],
});

let folder: string;
const out = (): string => join(folder, 'data');
const run = (...args: readonly string[]) => runScript('cli/main.ts', args, { cwd: folder });
const drawnPictures = (): string[] =>
  readdirSync(join(out(), 'report/pages')).filter((name) => name.endsWith('.webp'));
const documents = (): PackedDocument[] => {
  const html = readFileSync(join(out(), 'report/index.html'), 'utf8');
  const found = html.matchAll(
    /<script type="application\/json" class="report-document">(.*?)<\/script>/g,
  );
  return [...found].map(([, json]) => JSON.parse(json!) as PackedDocument);
};
const ofName = (name: string): PackedDocument =>
  documents().find(({ record }) => (record.source as { uri: string }).uri.endsWith(name))!;

beforeAll(async () => {
  await bundleReport();
  folder = folderOf({
    'in/two.pdf': readFileSync(join(RENDERED, '003_twocolumn.pdf')),
    'in/fonts.pdf': readFileSync(join(RENDERED, '003_gbk_euc_h.pdf')),
    'in/pages.ofd': OFD,
    'in/plain.txt': '关于做好工作的通知\n\n一、做好服务。（责任单位：市财政局）\n',
  });
  const made = await run('extract', 'in', '--out', 'data', '--keep-copies', '--page-images');
  expect(made.status).toBe(0);
  expect(made.stderr).toContain('Pictures of 4 pages');
  expect(made.stderr).toContain(
    '10 pages show their words without a picture, since the file lacks fonts',
  );
}, 300_000);

test('pictures stand beside the page, one a page of a file that can be drawn', () => {
  expect(drawnPictures()).toHaveLength(4);
  const two = ofName('two.pdf').pages!;
  expect(two.map(({ page, file, words }) => [page, file !== undefined, words])).toEqual([
    [1, true, undefined],
    [2, true, undefined],
    [3, true, undefined],
    [4, true, undefined],
  ]);
  expect(ofName('fonts.pdf').pages).toHaveLength(10);
  expect(ofName('fonts.pdf').pages![0]).toMatchObject({ none: 'fonts', words: true });
  expect(ofName('pages.ofd').pages).toMatchObject([{ page: 1, words: true, rulings: [] }]);
  expect(ofName('plain.txt').pages).toBeUndefined();
});

test('each value of a drawn page lies on ink, and beside it is paper', async () => {
  const { id, pages = [] } = ofName('two.pdf');
  const values = [
    ...rowsOf<Task>(out(), 'tasks').flatMap(({ document_id, units, deadlines }) =>
      [...units, ...deadlines].map(({ at }) => ({ document_id, at })),
    ),
    ...rowsOf<Target>(out(), 'targets'),
  ].filter((value) => value.document_id === id);
  expect(values.length).toBeGreaterThan(30);
  let looked = 0;
  for (const page of pages) {
    const image = await loadImage(readFileSync(join(out(), 'report', page.file!)));
    const canvas = createCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const scale = image.width / page.width;
    const dark = (x: number, y: number, width: number, height: number): number => {
      const place = [x, y, width, height].map((side) => Math.round(side * scale));
      const { data } = context.getImageData(...(place as [number, number, number, number]));
      let count = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at]! < 128) count++;
      return count / (data.length / 4);
    };
    for (const { at } of values) {
      for (const { x, y, width, height } of rectanglesOf(runsOf(page), at)) {
        // Letters take a part of their box; the strip below it is between the lines.
        expect(dark(x, y, width, height)).toBeGreaterThan(0.05);
        expect(dark(x, y + height * 1.12, width, height * 0.12)).toBeLessThan(0.02);
        looked++;
      }
    }
  }
  expect(looked).toBeGreaterThanOrEqual(values.length);
});

test('pictures beyond the room that is given are left out, and the words stay', async () => {
  const [first] = ofName('two.pdf').pages!;
  const { length } = readFileSync(join(out(), 'report', first!.file!));
  const ran = await run(
    'report',
    'data',
    '--keep-copies',
    '--page-images',
    '--page-images-bytes',
    String(length + 1),
  );
  expect(ran.stdout).toContain('Pictures of 1 pages');
  expect(ran.stdout).toContain(
    '3 pages show their words without a picture, since there was no more room',
  );
  expect(drawnPictures()).toHaveLength(1);
  expect(ofName('two.pdf').pages![1]).toMatchObject({ none: 'room', words: true });
});

test('a file that is gone, or another one now, is named, and the page is written without it', async () => {
  const two = join(folder, 'in/two.pdf');
  renameSync(two, `${two}.away`);
  const gone = await run('report', 'data', '--page-images', '--keep-copies');
  expect(gone.status).toBe(0);
  expect(gone.stdout).toContain('No pictures of in/two.pdf: not there any more');
  expect(ofName('two.pdf').pages).toBeUndefined();
  writeFileSync(two, OFD);
  const other = await run('report', 'data', '--page-images', '--keep-copies');
  expect(other.stdout).toContain('No pictures of in/two.pdf: not the file any more');
  rmSync(two);
  renameSync(`${two}.away`, two);
});

test('a page without pictures takes those of the former one away', async () => {
  expect((await run('report', 'data', '--keep-copies')).status).toBe(0);
  expect(existsSync(join(out(), 'report/pages'))).toBe(false);
  expect(documents().some(({ pages }) => pages)).toBe(false);
});

test('what was masked is not shown in pictures', async () => {
  const refused = await run(
    'extract',
    'in',
    '--out',
    'masked',
    '--redact-contacts',
    '--page-images',
  );
  expect(refused.status).toBe(2);
  expect(refused.stderr).toContain('Leave --page-images out');
  expect(existsSync(join(folder, 'masked'))).toBe(false);
  expect(
    (await run('extract', 'in', '--out', 'masked', '--redact-contacts', '--quiet')).status,
  ).toBe(0);
  expect((await run('report', 'masked', '--page-images')).status).toBe(2);
});

inChromium('the pictures in Chromium', (browser) => {
  let page: Page;

  beforeAll(async () => {
    expect((await run('report', 'data', '--page-images', '--keep-copies')).status).toBe(0);
    page = await browser.report(out());
  }, 120_000);

  /** Opens a task of a document, by its place in the list of them. */
  const openTask = async (name: string, index: number): Promise<Task> => {
    const { id } = ofName(name);
    const task = rowsOf<Task>(out(), 'tasks').filter(({ document_id: of }) => of === id)[index]!;
    await page.evaluate(`location.hash = ${JSON.stringify(`#doc/${id}/task/${task.id}`)}`);
    await expect.poll(() => page.locator('.detail-name').textContent()).toContain(task.title);
    return task;
  };
  /** The words below the middle of the first element that a selector finds. */
  const wordsAt = (selector: string): Promise<string> =>
    page.evaluate(`(() => {
      const box = document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect();
      return [...document.querySelectorAll('.page-sheet text')].filter((text) => {
        const r = text.getBoundingClientRect();
        return r.right > box.left + 2 && r.left < box.right - 2 && r.bottom > box.top + 4 && r.top < box.bottom - 4;
      }).map((text) => text.textContent).join('');
    })()`);

  test('the record that is open is boxed on its page, in the picture of the file', async () => {
    const task = await openTask('two.pdf', 20);
    await page.locator('.sides button', { hasText: '原页' }).click();
    await page.waitForSelector('.page-sheet image');
    expect(await page.locator('.picture-place').textContent()).toContain(`第 ${task.at.page} 页`);
    const drawn = `document.querySelector('.page-sheet image').getBoundingClientRect().width > 300`;
    expect(await page.evaluate(drawn)).toBe(true);
    expect(await page.locator('.own-box').count()).toBeGreaterThan(0);
    expect(await page.locator('.text-scroll').isVisible()).toBe(false);
  });

  test('a click on a box opens its record, and the text shows the place', async () => {
    await openTask('pages.ofd', 0);
    const words = await wordsAt('.box.deadline');
    expect(words).toContain('２０２５年８月底前');
    const { x, y, width, height } = (await page.locator('.box.target').first().boundingBox())!;
    await page.locator('#records').focus();
    await page.mouse.click(x + width / 2, y + height / 2);
    expect(await page.locator('.detail-name').textContent()).toContain('建成网点');
    expect(await page.locator('.shown-box').count()).toBe(1);
    await page.locator('.sides button', { hasText: '文字' }).click();
    expect((await page.locator('.lit').allTextContents()).join('')).toBe('２０个');
  });

  test('words that are selected on one side are shown on the other', async () => {
    await page.locator('.sides button', { hasText: '原页' }).click();
    await page.evaluate(`(() => {
      const text = [...document.querySelectorAll('.page-sheet text')].find((one) => one.textContent.includes('市财政局')).firstChild;
      const at = text.data.indexOf('市财政局');
      getSelection().setBaseAndExtent(text, at, text, at + 4);
    })()`);
    await page.locator('.sides button', { hasText: '文字' }).click();
    expect((await page.locator('.lit').allTextContents()).join('')).toBe('市财政局');
    await page.evaluate(`(() => {
      const mark = document.querySelector('mark.deadline').firstChild;
      getSelection().setBaseAndExtent(mark, 0, mark, 5);
    })()`);
    await page.locator('.sides button', { hasText: '原页' }).click();
    expect(await wordsAt('.shown-box')).toContain('２０２５年');
  });

  test('pages are turned and enlarged, with the keyboard too', async () => {
    await openTask('two.pdf', 0);
    const place = (): Promise<string | null> => page.locator('.picture-place').textContent();
    await page.getByRole('button', { name: '下一页' }).click();
    const second = await place();
    expect(second).toContain('/4');
    await page.getByRole('button', { name: '上一页' }).click();
    expect(await place()).not.toBe(second);
    const wide = 'document.querySelector(".page-sheet").getBoundingClientRect().width';
    const before = (await page.evaluate(wide)) as number;
    await page.getByRole('button', { name: '放大' }).click();
    expect((await page.evaluate(wide)) as number).toBeCloseTo(before * 1.25, -1);
    await page.locator('#records').focus();
    await page.keyboard.press('p');
    expect(await page.locator('.page-sheet').isVisible()).toBe(false);
    await page.keyboard.press('p');
    expect(await page.locator('.page-sheet').isVisible()).toBe(true);
  });
});
