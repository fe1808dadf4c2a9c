import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { knownTotals } from '../pipeline/segment/known-totals.js';
import { fingerprintOf } from '../workers/fingerprint.js';
import { licenceTexts } from './licence-texts.js';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const PROGRAM = join(DIST, 'program');

/** Modules that processes start with, or that are imported by their address. */
const ENTRIES = [
  'cli/main',
  'library/index',
  'workers/child',
  'workers/members-process',
  'workers/queue/emit-process',
  'workers/report/page-images/process',
  'workers/sources/page-process',
  'pipeline/convert',
];

/** Libraries that are bundled, too: small ones that are loaded by nearly every command. */
const BUNDLED = new Set(['commander', 'zod', 'saxes', 'xmlchars', 'yauzl', 'pend']);

/** Lets a module that looks for files beside itself find them where it was compiled to. */
const atHome: Plugin = {
  name: 'at-home',
  setup({ onLoad }) {
    onLoad(
      { filter: /\/dist\/(?:cli|containers|library|service|workers|pipeline|schemas)\/.*\.js$/ },
      ({ path }) => {
        const address = `new URL(${JSON.stringify(relative(PROGRAM, path))}, import.meta.url).href`;
        const code = readFileSync(path, 'utf8').replaceAll('import.meta.url', address);
        return { contents: code, resolveDir: dirname(path), loader: 'js' };
      },
    );
  },
};

/** Of zod's messages in fifty languages the English ones, which are all that the program asks for. */
const zodInEnglish: Plugin = {
  name: 'zod-in-english',
  setup({ onLoad }) {
    onLoad({ filter: /\/zod\/v4\/locales\/index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

const libraries: Plugin = {
  name: 'libraries',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
      const name = path.split('/')[0]!;
      return kind === 'entry-point' || BUNDLED.has(name) ? null : { path, external: true };
    });
  },
};

/**
 * Puts the compiled program into few modules, in `dist/program`: loading three hundred one by one
 * takes longer than many a command's work. The entries hand over to them.
 */
async function bundleProgram(): Promise<void> {
  rmSync(PROGRAM, { recursive: true, force: true });
  const { metafile } = await build({
    metafile: true,
    entryPoints: Object.fromEntries(
      ENTRIES.map((entry) => [entry.replaceAll('/', '-'), join(DIST, `${entry}.js`)]),
    ),
    outdir: PROGRAM,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    charset: 'utf8',
    sourcemap: 'linked',
    sourcesContent: false,
    plugins: [atHome, zodInEnglish, libraries],
    // Libraries that are written for `require` ask for modules of Node.js by it.
    banner: {
      js: "import{createRequire as requireBeside}from'node:module';const require=requireBeside(import.meta.url);",
    },
    logLevel: 'warning',
  });
  writeFileSync(join(PROGRAM, 'licences.txt'), licenceTexts(metafile));
  for (const entry of ENTRIES) {
    const path = join(DIST, `${entry}.js`);
    const bundle = relative(dirname(path), join(PROGRAM, `${entry.replaceAll('/', '-')}.js`));
    const start = entry === 'cli/main' ? '#!/usr/bin/env node\n' : '';
    writeFileSync(path, `${start}export * from '${bundle}';\n`);
  }
}

await bundleProgram();
writeFileSync(join(PROGRAM, 'dictionary.json'), JSON.stringify(knownTotals()));
writeFileSync(join(PROGRAM, 'fingerprint'), fingerprintOf(`${DIST}/`));
