import { copyFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licenceTexts } from './licence-texts.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** Where the program looks for the page. */
export const BUNDLE_FOLDER = join(ROOT, 'dist/report');

/**
 * Bundles `report/` into one script, one style sheet and the markup around them, all in
 * `dist/report/`. Each file is put in place whole, so that several may bundle at the same time.
 */
export async function bundleReport(folder = BUNDLE_FOLDER): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const beside = join(folder, `bundle-${process.pid}`);
  const { metafile } = await build({
    metafile: true,
    entryPoints: {
      page: join(ROOT, 'report/src/main.ts'),
      style: join(ROOT, 'report/styles/page.css'),
    },
    outdir: beside,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome109', 'firefox115', 'safari16'],
    // The page is one file of UTF-8; without it Chinese words would be escapes.
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  });
  copyFileSync(join(ROOT, 'report/index.html'), join(beside, 'index.html'));
  writeFileSync(join(beside, 'licences.txt'), licenceTexts(metafile));
  renameSync(join(beside, 'licences.txt'), join(folder, 'licences.txt'));
  renameSync(join(beside, 'index.html'), join(folder, 'index.html'));
  renameSync(join(beside, 'style.css'), join(folder, 'page.css'));
  renameSync(join(beside, 'page.js'), join(folder, 'page.js'));
  rmSync(beside, { recursive: true, force: true });
}

if (process.argv[1] && dirname(fileURLToPath(import.meta.url)) === dirname(process.argv[1])) {
  await bundleReport();
}
