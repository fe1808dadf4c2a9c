import { existsSync } from 'node:fs';
import { installDebianPackage } from './debian-package.js';

const PLACES = [
  process.env.GONGWEN_CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** What to do where there is no browser to test the review page in. */
export const NO_CHROMIUM =
  'The review page is not tested in a browser: there is no Chromium. Type `sudo apt-get install -y chromium`, or set GONGWEN_CHROMIUM to the path of a Chromium or Chrome.';

/** The browser that the review page is tested in; null where there is none. */
export const chromiumPath = (): string | null =>
  PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

/** Installs Debian's Chromium where this user may; says so on standard error where it cannot be. */
export function ensureChromium(): void {
  if (chromiumPath() === null) installDebianPackage('chromium');
  if (chromiumPath() === null) process.stderr.write(`${NO_CHROMIUM}\n`);
}
