import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROFILE } from '../pipeline/emit/data-package.js';

/** Where the published profile of data packages is kept once it has been fetched. */
const KEPT = join('node_modules', '.cache', 'gongwen', 'datapackage-2.0.json');
const ADDRESS = `${PROFILE}/datapackage.json`;

/** Longest time that the address may take, in milliseconds. */
const PATIENCE = 10_000;

/** What to do where the profile is not to be had. */
export const NO_PROFILE = `Data packages are not checked against the profile of version 2: ${ADDRESS} is out of reach. Set GONGWEN_DATA_PACKAGE_PROFILE to the path of a copy.`;

/** The JSON Schema (draft-07) that a data package of version 2 must keep; null where there is none. */
export function packageProfile(): object | null {
  const path = process.env.GONGWEN_DATA_PACKAGE_PROFILE ?? KEPT;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as object) : null;
}

/** Fetches the profile, which never changes, once; says so on standard error where it cannot be. */
export async function ensureProfile(): Promise<void> {
  if (packageProfile() !== null) return;
  try {
    const response = await fetch(ADDRESS, { signal: AbortSignal.timeout(PATIENCE) });
    const text = await response.text();
    if (!response.ok || (JSON.parse(text) as { type?: unknown }).type !== 'object') {
      throw new Error(`${response.status}`);
    }
    mkdirSync(dirname(KEPT), { recursive: true });
    writeFileSync(`${KEPT}.new`, text);
    renameSync(`${KEPT}.new`, KEPT);
  } catch {
    process.stderr.write(`${NO_PROFILE}\n`);
  }
}
