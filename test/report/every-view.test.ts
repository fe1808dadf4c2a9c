import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DocumentRecord, Task } from '../../schemas/index.js';
import { bundleReport } from '../../scripts/bundle-report.js';
import { firefoxPath } from '../../scripts/ensure-firefox.js';
import { ofd, textAt } from '../read/ofd-input.js';
import { rowsOf, runScript } from '../workers/fixtures/folders.js';
import { AXE_FAULTS, axeSource, type ShownView, STANDS_OUT, viewsWith } from './axe.js';
import { inChromium } from './browser.js';
import { TestFirefox } from './firefox.js';
import { tenCities } from './fixtures/ten-cities.js';

const SIZES = { desk: { width: 1440, height: 900 }, phone: { width: 360, height: 740 } } as const;
/** How the page is looked at. */
const LOOKS = (['zh', 'en'] as const).flatMap((language) =>
  (['light', 'dark'] as const).flatMap((mode) =>
    (['desk', 'phone'] as const).map((size) => [language, mode, size] as const),
  ),
);

let out: string;
let views: readonly ShownView[];

beforeAll(async () => {
  await bundleReport();
  const folder = tenCities();
  const words =
    textAt(20, 30, '某市关于做好工作的通知') +
    textAt(20, 45, '一、做好服务，完成２０个。（市财政局）');
  writeFileSync(join(folder, 'in/pages.ofd'), ofd({ pages: [words] }));
  copyFileSync('samples/003_c4e5ca01fbf6fd27.txt', join(folder, 'in/003.txt'));
  out = join(folder, 'data');
  const args = ['extract', join(folder, 'in'), '--out', out, '--page-images', '--quiet'];
  expect(await runScript('cli/main.ts', args)).toMatchObject({ status: 0 });
  const documents = rowsOf<DocumentRecord>(out, 'documents').filter((one) => !one.copy_of);
  const shown = new Set(documents.map(({ id }) => id));
  const task = rowsOf<Task>(out, 'tasks').find(
    ({ document_id: id, units, deadlines }) =>
      shown.has(id) && units.length > 1 && deadlines.length > 0,
  )!;
  views = viewsWith({
    document: task.document_id,
    task: task.id,
    body: rowsOf<{ id: string }>(out, 'units')[0]!.id,
    pictured: documents.find(({ source }) => source.format === 'ofd')!.id,
  });
}, 300_000);

/** What axe finds at fault, and what stands out at the side, view by view. */
async function faultsOf(page: {
  evaluate(script: string): Promise<unknown>;
  waitForSelector(selector: string, how?: { timeout: number }): Promise<unknown>;
}): Promise<string[]> {
  const faults: string[] = [];
  await page.evaluate(axeSource());
  for (const { name, hash, wait, act } of views) {
    await page.evaluate(
      `document.querySelector('dialog[open]')?.close(); location.hash = ${JSON.stringify(hash)}`,
    );
    await page.waitForSelector(wait, { timeout: 10_000 });
    if (act) await page.evaluate(act);
    for (const fault of (await page.evaluate(AXE_FAULTS)) as string[])
      faults.push(`${name}: ${fault}`);
    const wider = (await page.evaluate(STANDS_OUT)) as number;
    if (wider > 0) faults.push(`${name}: stands out by ${wider} pixels`);
  }
  return faults;
}

inChromium('axe finds nothing at fault in Chromium', (browser) => {
  test.each(LOOKS)(
    '%s, %s, %s',
    async (language, mode, size) => {
      const page = await browser.report(out);
      await page.emulateMedia({ colorScheme: mode });
      await page.setViewportSize(SIZES[size]);
      if (language === 'en') await page.click('.language');
      expect(await faultsOf(page)).toEqual([]);
      await page.close();
    },
    120_000,
  );

  test('at 200 % zoom nothing stands out at the side', async () => {
    const page = await browser.report(out);
    // A screen of 1440 pixels at 200 % is one of 720.
    await page.setViewportSize({ width: 720, height: 450 });
    expect(await faultsOf(page)).toEqual([]);
    await page.close();
  }, 120_000);
});

describe.skipIf(firefoxPath() === null).each(['light', 'dark'] as const)(
  'axe finds nothing at fault in Firefox, %s',
  (mode) => {
    let browser: TestFirefox;
    beforeAll(async () => {
      browser = await TestFirefox.open(mode);
    }, 60_000);
    afterAll(async () => {
      await browser?.close();
      expect(browser.complaints).toEqual([]);
    });

    test.each(LOOKS.filter(([, one]) => one === mode))(
      '%s, %s, %s',
      async (language, _, size) => {
        const page = await browser.report(out);
        await page.setViewport(SIZES[size]);
        if (language === 'en') await page.evaluate(`document.querySelector('.language').click()`);
        const dark = `matchMedia('(prefers-color-scheme: dark)').matches`;
        expect(await page.evaluate(dark)).toBe(mode === 'dark');
        expect(await faultsOf(page)).toEqual([]);
        await page.close();
      },
      120_000,
    );
  },
);
