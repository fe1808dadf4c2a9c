import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Libraries that every command loads first, in up to a hundred modules. */
const LIBRARIES = ['commander', 'zod'];

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Puts a copy in one module of each of them into `dist/node_modules`, where the compiled program
 * finds it before the installed one: loading modules one by one takes longer than many a command's
 * work. Names are kept, as errors are called by them.
 */
async function bundleLibrary(name: string): Promise<void> {
  const folder = join(ROOT, 'dist/node_modules', name);
  mkdirSync(folder, { recursive: true });
  await build({
    stdin: { contents: `export * from '${name}'`, resolveDir: ROOT },
    outfile: join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    minifySyntax: true,
    minifyWhitespace: true,
    // What is written for `require` asks for modules of Node.js by it.
    banner: {
      js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  const description = { name, private: true, type: 'module', exports: './index.js' };
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(description)}\n`);
}

await Promise.all(LIBRARIES.map(bundleLibrary));
