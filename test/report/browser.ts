import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { chromiumPath } from '../../scripts/ensure-chromium.js';

const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Tests that open pages in Chromium: skipped where there is none, else with a browser of their own, which must have
 * nothing to complain of in the end.
 */
export function inChromium(name: string, tests: (browser: TestBrowser) => void): void {
  describe.skipIf(chromiumPath() === null)(name, () => {
    const browser = new TestBrowser();
    beforeAll(() => browser.open(), 60_000);
    afterAll(async () => {
      await browser.close();
      expect(browser.complaints).toEqual([]);
    });
    tests(browser);
  });
}

/** A browser with an empty profile of its own. */
export class TestBrowser {
  /** What pages said that they should not: errors, and what their policy refused. */
  readonly complaints: string[] = [];
  /** Addresses that pages asked for beside themselves. */
  readonly requests: string[] = [];

  private readonly profile = mkdtempSync(join(tmpdir(), 'gongwen-chromium-'));
  private context: BrowserContext | null = null;

  async open(): Promise<void> {
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath: chromiumPath()!,
      args: ARGUMENTS,
      viewport: { width: 1440, height: 900 },
    });
  }

  /** Opens a dataset's report from disk; `hash` begins with `#`. */
  report(dataset: string, hash = ''): Promise<Page> {
    return this.visit(`${pathToFileURL(join(dataset, 'report/index.html'))}${hash}`, '.top');
  }

  /** Opens an address, and waits for an element of it. */
  async visit(url: string, selector: string): Promise<Page> {
    const page = await this.context!.newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error.stack ?? error)));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('request', (request) => this.requests.push(request.url()));
    page.on('dialog', (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.goto(url);
    await page.waitForSelector(selector);
    return page;
  }

  async close(): Promise<void> {
    await this.context?.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
