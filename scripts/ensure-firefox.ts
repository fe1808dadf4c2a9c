import { existsSync } from 'node:fs';
import { installDebianPackage } from './debian-package.js';

const PLACES = [
  process.env.GONGWEN_FIREFOX,
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
];

/** What to do where there is no Firefox to test the review page in. */
export const NO_FIREFOX =
  'The review page is not tested in Firefox: there is none. Type `sudo apt-get install -y firefox-esr`, or set GONGWEN_FIREFOX to the path of a Firefox.';

/** The Firefox that the review page is tested in; null where there is none. */
export const firefoxPath = (): string | null =>
  PLACES.find((path) => path !== undefined && existsSync(path)) ?? null;

/** Installs Debian's Firefox where this user may; says so on standard error where it cannot be. */
export function ensureFirefox(): void {
  if (firefoxPath() === null) installDebianPackage('firefox-esr');
  if (firefoxPath() === null) process.stderr.write(`${NO_FIREFOX}\n`);
}
