import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
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

/** A browser with an empty profile of its own. */
export class TestBrowser {
  /** What pages said that they should not: errors, and what their policy refused. */
  readonly complaints: string[] = [];
  /** Addresses that pages asked for beside themselves. */
  readonly requests: string[] = [];

  private constructor(
    private readonly context: BrowserContext,
    private readonly profile: string,
  ) {}

  static async open(): Promise<TestBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'gongwen-chromium-'));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: chromiumPath()!,
      args: ARGUMENTS,
      viewport: { width: 1440, height: 900 },
    });
    return new TestBrowser(context, profile);
  }

  /** Opens a dataset's report from disk; `hash` begins with `#`. */
  report(dataset: string, hash = ''): Promise<Page> {
    return this.visit(`${pathToFileURL(join(dataset, 'report/index.html'))}${hash}`, '.top');
  }

  /** Opens an address, and waits for an element of it. */
  async visit(url: string, selector: string): Promise<Page> {
    const page = await this.context.newPage();
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
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
