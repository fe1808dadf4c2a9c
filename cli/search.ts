import { Command } from 'commander';
import { type Hit, search } from '../workers/exports/search.js';
import { asUsageError } from './dataset-errors.js';
import { ExitStatus, UsageError } from './exit-status.js';
import { wholeNumber } from './option-values.js';
import { printable } from './printable.js';

const EXAMPLES = `
Examples:
  $ gongwen search output 亮码检查
  $ gongwen search output "公平竞争审查 招标投标" --limit 3
  $ gongwen search output "公平竞争审查 招标投标" --any
  $ gongwen search output '"亮码 检查" -培训'
  $ gongwen search output 温州市市场监督管理局
  $ gongwen search output 双随机 --json

A sentence is found that has all the words, each as it is written; "in quotation marks" with blanks between
them, -word where it must not be there. A body's short or full name finds both. Each sentence comes with its
document, page and first character in texts/<document_id>.txt, the best first. Exit status 1: no sentence was
found.`;

interface Flags {
  any?: true;
  limit: number;
  json?: true;
}

/** `gongwen search DATASET WORDS…` */
export function searchCommand(parent: Command): Command {
  return (
    new Command('search')
      .copyInheritedSettings(parent)
      .description('Finds the sentences of a dataset that hold Chinese words, best first.')
      .argument('<dataset>', 'folder of the dataset')
      .argument('<words...>', 'what to look for')
      .option('--any', 'any of the words is enough')
      .option('--limit <n>', 'most sentences to print', wholeNumber(1), 10)
      .option('--json', 'print as JSON')
      // A word behind a minus is no option.
      .allowUnknownOption()
      .addHelpText('after', EXAMPLES)
      .action(run)
  );
}

async function run(dataset: string, words: string[], flags: Flags): Promise<void> {
  const option = words.find((word) => /^--?[a-z]/i.test(word));
  if (option !== undefined) {
    throw new UsageError(
      `unknown option '${printable(option)}'; a word of Latin letters behind a minus goes into one argument with the others: "亮码 -APP".`,
    );
  }
  const found = await asUsageError(() => search(dataset, words.join(' '), flags.limit, flags.any));
  if (found.words.length === 0) {
    throw new UsageError('Name a word that must be there: letters or digits, without a minus.');
  }
  if (flags.json) {
    process.stdout.write(`${JSON.stringify(found)}\n`);
  } else {
    for (const hit of found.hits)
      process.stdout.write(`${place(hit)}\n  ${clipped(hit.sentence)}\n`);
    const shown = `${found.hits.length} of ${found.sentences} sentences`;
    const without = found.without.map((words) => ` without ${printable(words)}`).join('');
    process.stderr.write(`${shown} with ${found.words.map(printable).join(' ')}${without}\n`);
  }
  if (found.hits.length === 0) process.exitCode = ExitStatus.problems;
}

/** `《title》 document_id, page 302, from 3166, task …` */
function place({ document, document_id, page_start, page_end, start, task_id }: Hit): string {
  const pages = page_start === page_end ? `${page_start}` : `${page_start}–${page_end}`;
  const parts = [
    `${document === '' ? '' : `《${printable(document)}》 `}${printable(document_id)}`,
    ...(page_start === null ? [] : [`page ${pages}`]),
    `from ${start}`,
    ...(task_id === null ? [] : [`task ${printable(task_id)}`]),
  ];
  return parts.join(', ');
}

const LONGEST = 400;

function clipped(sentence: string): string {
  const letters = [...printable(sentence.slice(0, 4 * LONGEST))];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : letters.join('');
}
