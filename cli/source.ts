import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Command } from 'commander';
import type { Source } from '../schemas/source.js';
import { known, openCatalogue } from './catalogue.js';
import { configurationOf, settingOptions } from './configuration.js';
import { UsageError } from './exit-status.js';
import { encodingName, wholeNumber } from './option-values.js';
import { interval, timeZone } from './source-options.js';
import { runCommand } from './source-run.js';

const EXAMPLES = `
Examples:
  $ gongwen source add school notices/ --out data/school
  $ gongwen source add plan https://www.example.gov.cn/zc/plan.html
  $ gongwen source add wanted addresses.txt --list                     paths and addresses, one a line
  $ gongwen source add city https://www.example.gov.cn/zwgk/tz/ --links "ul.list a" \\
      --next "a.next" --out data/city --cron "0 6 * * *"               a listing, every day at six
  $ gongwen source list
  $ gongwen source run city                                            one round, without Redis
  $ gongwen source run --all --out data/all                            all in one dataset, for cron
  $ gongwen source remove city

Rounds of sources with --every or --cron are run by gongwen scheduler. What has not changed is not
fetched again and not converted again; attachments are fetched with their page.`;

const ADD_EXAMPLES = `
Examples:
  $ gongwen source add school notices/ --out data/school --every 1h
  $ gongwen source add city https://www.example.gov.cn/tz/ --links "ul.list a" --next "a.next"

PLACE is a folder, an address, or with --list a file of paths and addresses. An address with
--links is a listing page; without, it is a document.`;

/** `gongwen source add|list|remove|run` */
export function sourceCommand(parent: Command): Command {
  const command = new Command('source')
    .copyInheritedSettings(parent)
    .description(
      'Keeps the places that notices come from in the store, and looks what is new there.',
    )
    .addHelpText('after', EXAMPLES);
  for (const make of [addCommand, listCommand, removeCommand, runCommand]) {
    command.addCommand(make(command));
  }
  return command;
}

interface AddFlags {
  list?: true;
  links?: string;
  next?: string;
  encoding?: string;
  maxPages?: number;
  attachments: boolean;
  out?: string;
  every?: number;
  cron?: string;
  timezone: string;
  replace?: true;
}

function addCommand(parent: Command): Command {
  const command = new Command('add')
    .copyInheritedSettings(parent)
    .description('Adds a source to the store.')
    .argument('<name>', 'what it is called')
    .argument('<place>', 'folder, address, or file of paths and addresses')
    .option('--list', 'the place is a file of paths and addresses, one a line')
    .option('--links <selector>', 'the place is a listing; CSS selector of its links')
    .option('--next <selector>', 'CSS selector of the link to the next page of the listing')
    .option('--encoding <name>', 'encoding of the listing (default: detected)', encodingName)
    .option('--max-pages <n>', 'most pages of the listing (default: 20)', wholeNumber(1))
    .option('--no-attachments', 'leave what is attached to pages')
    .option('-o, --out <dir>', 'folder of its dataset')
    .option('--every <time>', 'look every 90s, 30m, 1h, 7d', interval)
    .option('--cron <expression>', 'look at these times, for example "0 6 * * *"')
    .option('--timezone <name>', 'time zone of --cron', timeZone, 'Asia/Shanghai')
    .option('--replace', 'put it in the place of a source of the same name');
  for (const option of settingOptions('store')) command.addOption(option);
  return command.addHelpText('after', ADD_EXAMPLES).action(add);
}

async function add(name: string, place: string, flags: AddFlags): Promise<void> {
  const source = await sourceOf(name, place, flags);
  const { catalogue } = await openCatalogue(configurationOf(flags));
  if (flags.replace) await catalogue.replace(source);
  else if (!(await catalogue.add(source))) {
    throw new UsageError(
      `There is another source ${JSON.stringify(name)}. Give --replace, or another name.`,
    );
  }
  process.stdout.write(`source ${name} is kept\n`);
}

async function sourceOf(name: string, place: string, flags: AddFlags): Promise<Source> {
  const { Source } = await import('../schemas/source.js');
  const { attachments, every, cron, timezone } = flags;
  const schedule = { ...(every && { every }), ...(cron && { cron }), timezone };
  const out = flags.out === undefined ? null : resolve(flags.out);
  const given = { name, attachments, out, ...schedule, ...(await placeOf(place, flags)) };
  const parsed = Source.safeParse(given);
  if (!parsed.success) {
    const says = parsed.error.issues.map(({ path, message }) => `--${path.join('.')}: ${message}`);
    throw new UsageError(says.join('\n').replace(/^--(name|url|path):/gm, '$1:'));
  }
  if (cron !== undefined) await checkCron(cron, timezone);
  return parsed.data;
}

async function placeOf(place: string, flags: AddFlags): Promise<object> {
  const { links, next, encoding, maxPages } = flags;
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(place)) {
    if (flags.list) throw new UsageError('--list goes with a file, not with an address.');
    if (links === undefined) {
      if (next !== undefined) throw new UsageError('--next needs --links.');
      return { kind: 'url', url: place };
    }
    await checkSelectors(links, next);
    const listing = { ...(next && { next }), ...(encoding && { encoding }) };
    return {
      kind: 'listing',
      url: place,
      links,
      ...listing,
      ...(maxPages && { max_pages: maxPages }),
    };
  }
  if (links !== undefined || next !== undefined) {
    throw new UsageError('--links and --next go with an address.');
  }
  const path = resolve(place);
  const stats = await stat(path).catch(() => null);
  if (stats === null) throw new UsageError(`No such file or folder: ${JSON.stringify(place)}.`);
  if (stats.isDirectory() === (flags.list ?? false)) {
    throw new UsageError('A file of paths and addresses needs --list; a folder goes without it.');
  }
  return { kind: flags.list ? 'list' : 'folder', path };
}

async function checkSelectors(...selectors: readonly (string | undefined)[]): Promise<void> {
  const { isSelector } = await import('../pipeline/read/html/page-links.js');
  for (const selector of selectors) {
    if (selector === undefined || isSelector(selector)) continue;
    throw new UsageError(`${JSON.stringify(selector)} is no CSS selector.`);
  }
}

async function checkCron(cron: string, timezone: string): Promise<void> {
  const { nextTick } = await import('../workers/sources/next-tick.js');
  if (nextTick(cron, timezone) === null) {
    throw new UsageError(
      `--cron: ${JSON.stringify(cron)} is no cron expression, for example "0 6 * * *".`,
    );
  }
}

function listCommand(parent: Command): Command {
  const command = new Command('list')
    .copyInheritedSettings(parent)
    .description('Lists the sources, by name.')
    .option('--json', 'print them as JSON Lines');
  for (const option of settingOptions('store')) command.addOption(option);
  return command
    .addHelpText('after', '\nExamples:\n  $ gongwen source list\n  $ gongwen source list --json')
    .action(async (flags: { json?: true }) => {
      const { catalogue } = await openCatalogue(configurationOf(flags));
      for (const source of await known(catalogue.list())) {
        process.stdout.write(flags.json ? `${JSON.stringify(source)}\n` : `${lineOf(source)}\n`);
      }
    });
}

function lineOf(source: Source): string {
  const { name, kind, out, every, cron, timezone } = source;
  const place = 'url' in source ? source.url : source.path;
  const when = cron ? `cron ${cron} ${timezone}` : every ? `every ${every / 1000} s` : 'by hand';
  return [name, kind, place, when, out ?? '-'].join('\t');
}

function removeCommand(parent: Command): Command {
  const command = new Command('remove')
    .copyInheritedSettings(parent)
    .description('Takes a source out of the store; its dataset and its copies stay.')
    .argument('<name>', 'what it is called');
  for (const option of settingOptions('store')) command.addOption(option);
  return command
    .addHelpText('after', '\nExamples:\n  $ gongwen source remove city')
    .action(async (name: string, flags: object) => {
      const { catalogue, documents } = await openCatalogue(configurationOf(flags));
      if (!(await catalogue.remove(name))) await known(catalogue.get(name));
      await documents.forget(name);
      process.stdout.write(`source ${name} is removed\n`);
    });
}
