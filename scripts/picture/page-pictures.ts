import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { UnitRecord } from '../../schemas/index.js';
import { extract } from '../../workers/extract.js';
import { DEFAULT_LIMITS } from '../../workers/limits.js';
import { chromiumPath, NO_CHROMIUM } from '../ensure-chromium.js';

const SIZE = { width: 1280, height: 760 };
/** The record that is open, and the body whose page is shown. */
const RECORD = '开展“入市第一课”增值辅导';
const BODY = '温州市市场监督管理局';

/**
 * Draws the review page of the samples as the READMEs show it: a record open beside its text, and the page
 * of a body.
 *
 * @param folder where `review-page.png` and `body-page.png` are put
 * @throws Error where there is no Chromium
 */
export async function drawReviewPage(folder: string): Promise<void> {
  const executablePath = chromiumPath();
  if (executablePath === null) throw new Error(NO_CHROMIUM);
  const out = mkdtempSync(join(tmpdir(), 'gongwen-picture-'));
  try {
    await samplesWithReport(out);
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      const page = await browser.newPage({ viewport: SIZE, locale: 'zh-CN' });
      await page.goto(pathToFileURL(join(out, 'report/index.html')).href);
      await page.locator('#records .row', { hasText: RECORD }).click();
      await page.screenshot({ path: join(folder, 'review-page.png') });
      await page.evaluate(`location.hash = '#bodies?body=${bodyId(out)}'`);
      await page.waitForSelector('.body-page .numbers');
      await page.screenshot({ path: join(folder, 'body-page.png') });
    } finally {
      await browser.close();
    }
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

async function samplesWithReport(out: string): Promise<void> {
  const events = { found: () => {}, finished: () => {}, childSays: () => {} };
  const options = {
    ...DEFAULT_LIMITS,
    ...{ paths: ['samples'], out, store: null, jobs: 1, force: false, report: true },
    convert: { encoding: null, tokens: false, redactContacts: false },
  };
  await extract(options, events, new AbortController().signal);
}

function bodyId(out: string): string {
  const lines = readFileSync(join(out, 'units.jsonl'), 'utf8').split('\n').filter(Boolean);
  const found = lines
    .map((line) => JSON.parse(line) as UnitRecord)
    .find(({ canonical }) => canonical === BODY);
  if (!found) throw new Error(`The samples name no ${BODY}.`);
  return found.id;
}
