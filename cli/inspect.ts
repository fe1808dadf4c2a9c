import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { inspectUnits } from '../pipeline/extract/units/inspect.js';
import { inspectLabels } from '../pipeline/outline/labels/inspect.js';
import { inspectQuantities } from '../pipeline/values/quantities/inspect.js';
import { inspectTimes } from '../pipeline/values/times/inspect.js';
import { IsoDate } from '../schemas/index.js';
import { readJsonLine } from '../workers/json-line.js';
import { linesOf } from '../workers/lines.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { inspectTablesCommand } from './inspect-tables.js';
import {
  inspectValues,
  inspectValuesCommand,
  type ValueFlags,
  withValueOptions,
} from './inspect-values.js';
import { isoDate } from './option-values.js';

/** What one reader of values finds in a text, in the text's order. */
interface Inspection {
  readonly name: string;
  readonly summary: string;
  readonly example: string;
  inspect(text: string, reference: string | null): readonly object[];
}

const INSPECTIONS: readonly Inspection[] = [
  {
    name: 'times',
    summary: 'dates, periods and recurring times',
    example: '2025年8月底前完成，每季度报告一次',
    inspect: inspectTimes,
  },
  {
    name: 'quantities',
    summary: 'numbers with their units',
    example: '新增企业2.5万户以上，办理时间压缩50%',
    inspect: inspectQuantities,
  },
  {
    name: 'units',
    summary: 'responsible bodies',
    example: '（市发展改革委牵头，市商务委配合）',
    inspect: inspectUnits,
  },
  {
    name: 'labels',
    summary: 'labels that lines begin with',
    example: '（一）优化政务服务。',
    inspect: inspectLabels,
  },
];

interface Flags extends ValueFlags {
  reference?: string;
  jsonl?: true;
}

/** `gongwen inspect KIND [TEXT…]` */
export function inspectCommand(parent: Command): Command {
  const command = new Command('inspect')
    .copyInheritedSettings(parent)
    .description('Prints what one reader of values sees in a text, for people and for tests.')
    .addHelpText('after', help(INSPECTIONS[0]!));
  for (const inspection of INSPECTIONS) {
    command.addCommand(kindCommand(inspection, command));
  }
  for (const kind of ['tasks', 'deadlines', 'targets'] as const) {
    command.addCommand(inspectValuesCommand(kind, command));
  }
  command.addCommand(inspectTablesCommand(command));
  return command;
}

function kindCommand(inspection: Inspection, parent: Command): Command {
  const command = new Command(inspection.name)
    .copyInheritedSettings(parent)
    .summary(`print ${inspection.summary}`)
    .description(`Prints the ${inspection.summary} in a text.`)
    .argument('[text...]', 'texts; `-` or none: standard input is the text')
    .addOption(
      new Option('--reference <date>', 'day that relative times count from').argParser(isoDate),
    )
    .option('--jsonl', 'read {"id","text","reference_date"} lines on standard input')
    .addHelpText('after', help(inspection))
    .action((texts: string[], flags: Flags) => run(inspection, texts, flags));
  return inspection.name === 'units' ? withValueOptions(command) : command;
}

const help = ({ name, example }: Inspection): string => `
Examples:
  $ gongwen inspect ${name} "${example}"
  $ gongwen inspect ${name} < notice.txt
  $ gongwen inspect ${name} --jsonl < cases.jsonl
      each line {"id":"1","text":"${example}","reference_date":null}
      gives     {"id":"1","${name}":[…]}`;

async function run(inspection: Inspection, texts: string[], flags: Flags): Promise<void> {
  if (flags.explain) {
    const [file, ...others] = texts;
    if (file === undefined || others.length > 0)
      throw new UsageError('With --explain name one file.');
    return inspectValues('units', file, flags);
  }
  const reference = flags.reference ?? null;
  if (flags.jsonl) {
    if (texts.length > 0) throw new UsageError('With --jsonl the texts come on standard input.');
    return inspectLines(inspection, reference);
  }
  for (const given of texts.length > 0 ? texts : ['-']) {
    if (existsSync(given)) throw new UsageError(isFile(inspection.name, given));
    const text = given === '-' ? await standardInput() : given;
    for (const found of inspection.inspect(text, reference)) {
      process.stdout.write(`${plainLine(found)}\n`);
    }
  }
}

const isFile = (name: string, path: string): string =>
  `${path} is a file, and this command reads texts: gongwen inspect ${name} < ${path}`;

/** `raw` first, then what else is known of it. */
function plainLine(found: object): string {
  const { raw, ...others } = found as Record<string, unknown>;
  const known = Object.entries(others).filter(([, value]) => value !== null);
  return [JSON.stringify(raw), ...known.map(([key, value]) => `${key}=${value}`)].join('\t');
}

const Case = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  reference_date: IsoDate.nullish(),
});

async function inspectLines(inspection: Inspection, reference: string | null): Promise<void> {
  let number = 0;
  for await (const line of linesOf(standardInputChunks())) {
    number++;
    if (line.trim() === '') continue;
    const { value: given, wrong } = readJsonLine(Case, line);
    if (wrong !== undefined) {
      process.stderr.write(`line ${number}: ${wrong}\n`);
      process.exitCode = ExitStatus.problems;
      continue;
    }
    const found = inspection.inspect(given.text, given.reference_date ?? reference);
    process.stdout.write(`${JSON.stringify({ id: given.id, [inspection.name]: found })}\n`);
  }
}

function standardInputChunks(): AsyncIterable<string> {
  if (process.stdin.isTTY) throw new UsageError('Give a text, or put one on standard input.');
  return process.stdin.setEncoding('utf8');
}

async function standardInput(): Promise<string> {
  let text = '';
  for await (const chunk of standardInputChunks()) text += chunk;
  return text;
}
