import { Command } from 'commander';
import type { ExplainedKind } from '../pipeline/explain.js';
import { ExitStatus } from './exit-status.js';
import { explainedPage } from './explained-page.js';
import { fileBytes } from './file-bytes.js';
import { printable } from './printable.js';

/** Kinds of values of a file, as they are asked for. */
export const VALUE_KINDS: Readonly<Record<ExplainedKind, string>> = {
  tasks: 'tasks, and sections that give none',
  units: 'responsible bodies, and brackets that name none',
  deadlines: 'deadlines, and times that set none',
  targets: 'targets, and numbers that set none',
};

export interface ValueFlags {
  explain?: boolean;
  json?: boolean;
  password?: string;
}

/** `gongwen inspect tasks|deadlines|targets FILE [--explain]` */
export function inspectValuesCommand(kind: ExplainedKind, parent: Command): Command {
  return withValueOptions(new Command(kind).copyInheritedSettings(parent))
    .summary(`print the ${VALUE_KINDS[kind]} of a file`)
    .description(
      `Prints the ${kind} of a file, of any format that extract reads, each in its sentence.`,
    )
    .argument('<file>', 'file to read; - is standard input')
    .addHelpText('after', valueHelp(kind))
    .action((file: string, flags: ValueFlags) => inspectValues(kind, file, flags));
}

/** The options of every kind. */
export const withValueOptions = (command: Command): Command =>
  command
    .option('--explain', 'also tell the rule of each, and what was passed over and why')
    .option('--json', 'print JSON for programs')
    .option('--password <word>', 'opens an encrypted file');

export const valueHelp = (kind: ExplainedKind): string => `
Examples:
  $ gongwen inspect ${kind} plan.pdf --explain
  $ gongwen inspect ${kind} plan.pdf --explain --json

A place is page:start, start counted in the document's text; words in 【】 are the value's. docs/rules.md
lists the rules.`;

/** Prints the values of a file for people, or as JSON. */
export async function inspectValues(
  kind: ExplainedKind,
  file: string,
  { explain = false, json = false, password }: ValueFlags,
): Promise<void> {
  const bytes = await fileBytes(file);
  const colour = process.stdout.isTTY === true && !process.env.NO_COLOR;
  const { explainFile } = await import('../workers/explain.js');
  const asked = { kind, all: explain, ...(password === undefined ? {} : { password }) };
  const found = await explainFile(file, bytes, asked);
  process.stdout.write(
    json ? `${JSON.stringify(found)}\n` : explainedPage(found, { explain, colour }),
  );
  for (const { code, message } of found.rejects) {
    process.stderr.write(`${printable(file)}: ${code}: ${printable(message)}\n`);
    process.exitCode = ExitStatus.problems;
  }
}
