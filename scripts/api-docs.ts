/**
 * Makes the page of the library from its doc comments: `npm run docs:api`. TypeDoc works with TypeScript 6, which it
 * gets from a registry for the time being; that the page is current is told without it, by a digest.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const API_PAGE = 'docs/api.md';
const TOOLS = ['typedoc@0.28.20', 'typedoc-plugin-markdown@4.14.1', 'typescript@6.0'];
const TABLES = ['parameters', 'properties', 'interfaceProperties', 'typeDeclaration'];
const MARK = /^<!-- Made by `npm run docs:api` from sources ([0-9a-f]{16})\. -->$/m;

/** Stands for the sources that the page is made from. */
export function apiDigest(): string {
  const digest = createHash('sha256');
  for (const folder of ['library', 'schemas']) {
    for (const name of readdirSync(folder).sort()) {
      if (name.endsWith('.ts')) digest.update(readFileSync(join(folder, name)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}

/** The digest of the sources that the page was made from; null where it tells none. */
export const pageDigest = (): string | null =>
  MARK.exec(readFileSync(API_PAGE, 'utf8'))?.[1] ?? null;

function makePage(): void {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-api-'));
  try {
    const flags = [
      ...['--plugin', 'typedoc-plugin-markdown', '--entryPoints', 'library/index.ts'],
      ...['--out', folder, '--outputFileStrategy', 'modules', '--readme', 'none'],
      ...['--hidePageHeader', '--hideBreadcrumbs', '--disableSources', '--skipErrorChecking'],
      ...['--excludePrivate', '--excludeInternal', '--excludeExternals'],
      ...TABLES.flatMap((name) => [`--${name}Format`, 'table']),
    ];
    const packages = TOOLS.map((tool) => `--package=${tool}`);
    execFileSync('npm', ['exec', '--yes', ...packages, '--', 'typedoc', ...flags], {
      stdio: 'inherit',
    });
    const made = readFileSync(join(folder, 'README.md'), 'utf8').trimEnd();
    const mark = `<!-- Made by \`npm run docs:api\` from sources ${apiDigest()}. -->`;
    writeFileSync(API_PAGE, `${mark}\n\n${made}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1]?.endsWith('api-docs.ts')) makePage();
