import type { ExplainedFile, ExplainedLine } from '../workers/explain.js';
import { printable } from './printable.js';

/** What a page shows. */
export interface PageOptions {
  /** Whether rules are named. */
  readonly explain: boolean;
  /** Whether words are set bold by an escape sequence. */
  readonly colour: boolean;
}

/** Values of a file for people: below the document and its task the place, the value, the sentence, the rule. */
export function explainedPage({ documents }: ExplainedFile, options: PageOptions): string {
  return documents
    .map(({ title, doc_number, lines }) => {
      const head = [title || '(untitled)', doc_number].filter(Boolean).join('  ');
      return [`${printable(head)}\n`, ...blocksOf(lines, options)].join('');
    })
    .join('\n');
}

/** Lines below the task that they belong to, in the order of the text. */
function* blocksOf(lines: readonly ExplainedLine[], options: PageOptions): Generator<string> {
  let task: string | null | undefined;
  for (const line of lines) {
    if (line.kind !== 'tasks' && line.task_id !== task) {
      task = line.task_id;
      const name =
        task === null ? '(in no task)' : [line.number, line.title].filter(Boolean).join(' ');
      yield `\n  ${printable(name)}\n`;
    }
    yield entryOf(line, options);
  }
}

function entryOf(line: ExplainedLine, { explain, colour }: PageOptions): string {
  const { page, start, passed_over, value, sentence, rule, summary } = line;
  const place = page === null ? String(start) : `${page}:${start}`;
  const [before, words, after] = sentence.map(printable);
  const marked = colour ? `\u001b[1m【${words}】\u001b[0m` : `【${words}】`;
  const says = passed_over ? `✗ ${value ?? 'passed over'}` : `✓ ${value}`;
  const shown = line.kind === 'tasks' && !passed_over ? [] : [`${before}${marked}${after}`];
  const why = explain && rule !== null ? [`${rule}${summary ? `: ${summary}` : ''}`] : [];
  const rest = [...shown, ...why].map((text) => `${' '.repeat(16)}${text}\n`);
  return `    ${place.padEnd(12)}${printable(says)}\n${rest.join('')}`;
}
