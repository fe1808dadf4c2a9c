import { USUAL_LABEL } from '../../lexicon/responsibility.js';
import { append } from '../../model/append.js';
import type { TextBlock, TextTable } from '../../model/outline.js';
import { PAGE_LABELS } from '../../model/page-labels.js';
import { looksLikeBody } from '../head/body-names.js';
import { docNumberOfLine } from '../head/doc-number.js';
import { endsTitle } from '../head/genre.js';
import { type PrintedLine, printedLines } from '../head/lines.js';
import { squeezed } from '../head/squeeze.js';
import { readLabel } from '../labels/index.js';
import { withoutRunInField } from './field-behind-title.js';
import { withoutFlattening } from './flattened.js';
import { withoutRunInHead } from './run-in-head.js';

/** Blocks from a notice's start that may be its head. */
const MOST_BLOCKS = 40;
/** Blocks in which a title, its number and the text's first words may run on. */
const MOST_RUN_IN = 6;
/** Blocks of a page above a letter that it gives in one paragraph. */
const MOST_ABOVE_LETTER = 15;
const LONGEST_BLOCK = 1500;
const LONGEST_CELL = 120;
const MOST_CELLS = 24;
const OPENS_SENTENCE = /^(?:为了?|根据|按照|经|现将|现就|依据|在|对|近年来|当前|我)/;
const WORK_HEAD = new RegExp(`序号|${USUAL_LABEL}|完成时限|任务|举措|指标`);

/**
 * The same blocks with those of the head cut at their printed lines, as where cleaning joined a title to the
 * number below it, and tables that only place the red head (names beside 文件, number beside 签发人) or the fields
 * of a page as paragraphs, a cell each. Stops where the body begins.
 */
export function separateHeadLines(given: readonly TextBlock[]): TextBlock[] {
  const blocks = [
    ...given
      .slice(0, MOST_RUN_IN)
      .flatMap(withoutFlattening)
      .flatMap(withoutRunInField)
      .flatMap(withoutRunInHead),
    ...given
      .slice(MOST_RUN_IN, MOST_ABOVE_LETTER)
      .flatMap(withoutFlattening)
      .flatMap(withoutRunInHead),
    ...given.slice(MOST_ABOVE_LETTER),
  ];
  const separated: TextBlock[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (index >= MOST_BLOCKS || beginsBody(block)) return [...separated, ...blocks.slice(index)];
    if (block.table) {
      if (!placesHead(block.table)) return [...separated, ...blocks.slice(index)];
      append(separated, cellsOf(block.table));
      continue;
    }
    const raw = block.passage.length > 0 ? block.passage.raw() : '';
    const isCut = raw.includes('\n') && raw.length <= LONGEST_BLOCK;
    const lines = isCut ? printedLines(block, index) : [];
    const ofHead = lengthOfHead(lines);
    if (lines.length < 2 || ofHead === 0) separated.push(block);
    else append(separated, pieces(block, lines, ofHead));
    if (ofHead < lines.length) return [...separated, ...blocks.slice(index + 1)];
  }
  return separated;
}

/** A label or a sentence: all below is the body. */
function beginsBody(block: TextBlock): boolean {
  if (block.table) return false;
  const line = block.passage.reading.slice(0, LONGEST_BLOCK).trim();
  const label = readLabel(line);
  if (label !== null && label.kind !== 'inline' && !/^第.{1,8}[届次]/.test(line)) return true;
  return /。/.test(line) && !/[\n]/.test(block.passage.raw());
}

/**
 * Number of a block's lines that are the head's: all where no sentence ends in it, else those up to the last that
 * can be nothing else (a number, the end of a title, whom it goes to) above the first sentence.
 */
function lengthOfHead(lines: readonly PrintedLine[]): number {
  const sentence = lines.findIndex(({ text }) => /。/.test(text));
  const opens = lines.findIndex(
    ({ text }, at) => at > 0 && (OPENS_SENTENCE.test(text) || readLabel(text) !== null),
  );
  if (sentence < 0 && opens < 0) return lines.length;
  const above = lines.slice(0, Math.min(...[sentence, opens].filter((at) => at >= 0)));
  let text = '';
  let length = 0;
  for (const [at, line] of above.entries()) {
    text += line.text;
    const ends = docNumberOfLine(line.text) !== null || /：$/.test(line.text) || endsTitle(text);
    if (ends) length = at + 1;
  }
  return length;
}

/** The lines of the head one by one, what follows them as one. */
function pieces(block: TextBlock, lines: readonly PrintedLine[], ofHead: number): TextBlock[] {
  const parts: TextBlock[] = lines
    .slice(0, ofHead)
    .map(({ passage }) => ({ ...block, passage: passage.trim() }));
  const rest = lines[ofHead];
  if (rest) {
    const from = lines.slice(0, ofHead).reduce((sum, { passage }) => sum + passage.length, 0);
    parts.push({ ...block, passage: block.passage.slice(from).trim() });
  }
  return parts.filter(({ passage }) => passage.length > 0);
}

/** A table that only places words of the head: few short cells, a number, 文件, names or fields among them. */
function placesHead(table: TextTable): boolean {
  const cells = table.cells.filter(({ passage }) => passage.length > 0);
  const words = cells.map(({ passage }) => squeezed(passage.reading));
  if (cells.length === 0) return table.cells.length <= MOST_CELLS;
  if (
    cells.length > MOST_CELLS ||
    words.some((word) => word.length > LONGEST_CELL || /。/.test(word))
  ) {
    return false;
  }
  if (words.some((word) => word.length <= 8 && WORK_HEAD.test(word))) return false;
  const labels = words.filter((word) => PAGE_LABELS.has(word.replace(/：.*$/, '')));
  return labels.length >= 2 || words.some(isOfHead);
}

const isOfHead = (word: string): boolean =>
  docNumberOfLine(word) !== null ||
  /文件$/.test(word) ||
  (looksLikeBody(word) && word.length <= 40) ||
  (endsTitle(word) && /关于|印发/.test(word));

/** Its cells as paragraphs, those of several lines a line each. */
function cellsOf(table: TextTable): TextBlock[] {
  return table.cells.flatMap(({ passage }, index) => {
    if (passage.length === 0) return [];
    const block: TextBlock = {
      kind: 'paragraph',
      passage: passage.trim(),
      level: null,
      table: null,
    };
    const lines = printedLines(block, index);
    return lines.length < 2 ? [block] : pieces(block, lines, lines.length);
  });
}
