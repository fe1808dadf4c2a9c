import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The page without its data: markup, style and script, each one text. */
export interface PageAssets {
  readonly html: string;
  readonly css: string;
  readonly js: string;
}

/** The page has not been built. */
export class NoAssetsError extends Error {}

/** What `npm run build` has bundled from `report/`; beside the compiled program, or in dist/. */
export function pageAssets(): PageAssets {
  const here = dirname(fileURLToPath(import.meta.url));
  const folder = ['../../report', '../../dist/report']
    .map((way) => join(here, way))
    .find((candidate) => existsSync(join(candidate, 'page.js')));
  if (!folder) throw new NoAssetsError('The review page is not built. Run `npm run build`.');
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  return { html: read('index.html'), css: read('page.css'), js: read('page.js') };
}
