import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { firefoxPath } from '../../scripts/ensure-firefox.js';

/** Longest time that a download may take, milliseconds. */
const PATIENCE = 10_000;

/** Firefox as it is installed, driven by WebDriver BiDi, with an empty profile. */
export class TestFirefox {
  /** What pages said that they should not: errors, and what their policy refused. */
  readonly complaints: string[] = [];
  /** Addresses that pages asked for beside themselves. */
  readonly requests: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly downloads: string,
  ) {}

  /** `mode`: what the system wishes for, as pages see it. */
  static async open(mode: 'light' | 'dark' = 'light'): Promise<TestFirefox> {
    const downloads = mkdtempSync(join(tmpdir(), 'gongwen-firefox-'));
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath()!,
      extraPrefsFirefox: {
        'layout.css.prefers-color-scheme.content-override': mode === 'dark' ? 0 : 1,
        'browser.download.dir': downloads,
        'browser.download.folderList': 2,
        'browser.download.useDownloadDir': true,
        'browser.download.always_ask_before_handling_new_types': false,
      },
      defaultViewport: { width: 1440, height: 900 },
    });
    return new TestFirefox(browser, downloads);
  }

  /** Opens a dataset's report from disk; `hash` begins with `#`. */
  async report(dataset: string, hash = ''): Promise<Page> {
    const page = await this.browser.newPage();
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('request', (request) => this.requests.push(request.url()));
    await page.evaluateOnNewDocument(`addEventListener('securitypolicyviolation', (event) =>
      console.error('policy: ' + event.violatedDirective + ' ' + event.blockedURI))`);
    await page.goto(`${pathToFileURL(join(dataset, 'report/index.html'))}${hash}`);
    await page.waitForSelector('.top');
    return page;
  }

  /** The text of a downloaded file, once it is whole. */
  async downloaded(name: string): Promise<string> {
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      const names = readdirSync(this.downloads);
      if (names.includes(name) && !names.some((each) => each.endsWith('.part'))) {
        return readFileSync(join(this.downloads, name), 'utf8');
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`${name} was not downloaded: ${readdirSync(this.downloads)}`);
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.downloads, { recursive: true, force: true });
  }
}
