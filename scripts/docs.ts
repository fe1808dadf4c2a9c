import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { codesPage } from './code-docs.js';
import { datasetPage, PAGE } from './dataset-docs.js';
import { LICENCES_PAGE, licencesPage } from './licence-docs.js';
import { POSTGRESQL_PAGE, postgresqlPage } from './postgresql-docs.js';
import { rulesPage } from './rule-docs.js';

/** The pages that are made, each from what it was. */
const PAGES: Readonly<Record<string, (page: string) => string | Promise<string>>> = {
  [PAGE]: datasetPage,
  'docs/codes.md': codesPage,
  [LICENCES_PAGE]: licencesPage,
  [POSTGRESQL_PAGE]: postgresqlPage,
  'docs/rules.md': rulesPage,
};

const before = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** The pages that are not what the code gives. */
export async function stalePages(): Promise<string[]> {
  const stale: string[] = [];
  for (const [path, made] of Object.entries(PAGES)) {
    if ((await made(before(path))) !== before(path)) stale.push(path);
  }
  return stale;
}

if (process.argv[1]?.endsWith('docs.ts')) {
  for (const [path, made] of Object.entries(PAGES)) writeFileSync(path, await made(before(path)));
}
