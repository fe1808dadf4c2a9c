import { Command } from 'commander';
import { inspectTables } from '../pipeline/layout/inspect-tables.js';
import { looksLikeUnit } from '../pipeline/lexicon/units.js';
import { readSource } from '../pipeline/read/index.js';
import { ReadError } from '../pipeline/read/read-error.js';
import { withTables } from '../pipeline/tables/find-tables.js';
import { ExitStatus } from './exit-status.js';
import { fileBytes } from './file-bytes.js';
import { wholeNumber } from './option-values.js';

const EXAMPLES = `
Examples:
  $ gongwen inspect tables plan.pdf            every table, whole over the pages that it goes on
  $ gongwen inspect tables plan.pdf --page 3   the tables of page 3 alone

Prints {"tables":[{"page":1,"rows":[["cell",null]]}]}: pages counted from 1 in the file, null where
a merged cell covers a place and where the format has no pages.`;

interface Flags {
  page?: number;
  password?: string;
}

/** `gongwen inspect tables FILE [--page N]` */
export function inspectTablesCommand(parent: Command): Command {
  return new Command('tables')
    .copyInheritedSettings(parent)
    .summary('print the tables of a file')
    .description('Prints the tables of a file, of any format that extract reads, as JSON.')
    .argument('<file>', 'file to read; - is standard input')
    .option('--page <n>', 'only this page, counted from 1 in the file', wholeNumber(1))
    .option('--password <word>', 'opens an encrypted file')
    .addHelpText('after', EXAMPLES)
    .action(run);
}

async function run(file: string, { page, password }: Flags): Promise<void> {
  const bytes = await fileBytes(file);
  try {
    const read = await readSource(
      { bytes, name: file },
      {
        encoding: null,
        filePages: true,
        ...(page === undefined ? {} : { page }),
        ...(password === undefined ? {} : { password }),
      },
    );
    const tables = inspectTables(withTables(read, { looksLikeUnit }));
    const wanted =
      page === undefined
        ? tables
        : tables.filter((table) => table.page === null || table.page === page);
    process.stdout.write(`${JSON.stringify({ tables: wanted })}\n`);
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    process.stderr.write(`${file}: ${error.code}: ${error.message}\n`);
    process.exitCode = ExitStatus.problems;
  }
}
