import { recordWords } from '../../model/characters.js';
import { dateOfLine, dateOfValue } from './date-line.js';
import type { Blocks } from './document-head.js';
import { endsTitle } from './genre.js';
import type { Recipients } from './recipients.js';
import { squeezed } from './squeeze.js';
import type { PrintedTitle } from './title.js';

/** What a line says whose fields bars part. */
export interface BarredLine {
  readonly title: PrintedTitle;
  /** ISO date. */
  readonly date: string | null;
  readonly recipients: Recipients | null;
}

const BAR = /[|｜]/;
const FEWEST_FIELDS = 3;
const SHORTEST_TITLE = 8;

/**
 * `2021-07-13 | 住建部 | …关于整治市场秩序的通知 | 各省、自治区、直辖市…：`: the head of a record from a list, on one line:
 * day, source, title, and what the text begins with. null where the last field is neither title nor recipients.
 */
export function readBarredLine(blocks: Blocks, index: number): BarredLine | null {
  const { passage } = blocks[index]!;
  const { reading } = passage;
  if (!BAR.test(reading)) return null;
  const fields: { start: number; end: number; words: string }[] = [];
  let start = 0;
  for (const words of reading.split(BAR)) {
    fields.push({ start, end: start + words.length, words: squeezed(words) });
    start += words.length + 1;
  }
  const last = fields.at(-1)!;
  const field = fields.find(({ words }) => words.length >= SHORTEST_TITLE && endsTitle(words));
  if (fields.length < FEWEST_FIELDS || !field) return null;
  const isAddressed = last !== field && last.words.endsWith('：');
  if (!isAddressed && last.words !== field.words) return null;
  const day = fields[0]!.words;
  const own = passage.slice(field.start, field.end).trim();
  return {
    title: {
      title: recordWords(squeezed(own.text)),
      passage: own,
      start: index,
      end: index + 1,
      draftMark: '',
      docNumber: null,
    },
    date: dateOfLine(day) ?? dateOfValue(reading.slice(0, fields[0]!.end).trim()),
    recipients: isAddressed
      ? { text: last.words.slice(0, -1), start: index, end: index + 1, alone: true }
      : null,
  };
}
