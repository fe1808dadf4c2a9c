import { OWN_TABLES } from '../workers/postgresql/comments.js';
import { DATABASE_TABLES } from '../workers/postgresql/tables.js';

/** The page that tells of the tables of the database. */
export const POSTGRESQL_PAGE = 'docs/postgresql.md';

const BEGIN = '<!-- database: made by npm run docs -->';
const END = '<!-- end of database -->';

/** The page with its list of tables made anew. */
export function postgresqlPage(page: string): string {
  const start = page.indexOf(BEGIN);
  const stop = page.indexOf(END);
  if (start < 0 || stop < start) throw new Error(`${POSTGRESQL_PAGE} has no place for the tables.`);
  return `${page.slice(0, start + BEGIN.length)}\n\n${tableRows().join('\n')}\n\n${page.slice(stop)}`;
}

function tableRows(): string[] {
  const records = DATABASE_TABLES.map(({ name, description, primaryKey, foreignKeys }) => {
    const keys = primaryKey.map((key) => `\`${key}\``).join(', ');
    const links = foreignKeys.map((link) => `\`${link.columns.join()}\` → \`${link.table}\``);
    return `| \`${name}\` | ${description} | ${keys} | ${links.join(', ')} |`;
  });
  const own = Object.entries(OWN_TABLES).map(([name, { text, columns }]) => {
    const link = name === 'history' ? '`load_id` → `loads`' : '';
    return `| \`${name}\` | ${text} | \`${Object.keys(columns)[0]}\` | ${link} |`;
  });
  return ['| table | a row is | key | links |', '|---|---|---|---|', ...records, ...own];
}
