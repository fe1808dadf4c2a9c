import type { TextBlock } from '../../model/outline.js';
import { datedTitle } from '../head/date-line.js';
import { docNumberOfLine } from '../head/doc-number.js';
import { genreOf } from '../head/genre.js';
import { printedLines } from '../head/lines.js';
import { squeezed, titleLikeness } from '../head/squeeze.js';
import { hanOrdinal } from '../labels/index.js';

/** A place in the list of blocks: a block and an offset in its passage. */
export interface BlockPlace {
  readonly block: number;
  readonly offset: number;
}

/** A heading that may open a notice of a compendium. */
export interface EntryHeading {
  readonly start: number;
  /** First place after the heading. */
  readonly end: BlockPlace;
  readonly family: LabelFamily;
  readonly number: number;
  readonly title: string;
  readonly date: string | null;
  /** How much speaks for it: its date bracket, 发文字号, repeated title, 主送, genre. */
  readonly evidence: number;
}

export type LabelFamily = 'arabic' | 'chinese' | 'bracketed' | 'part';

const LABELS: readonly (readonly [LabelFamily, RegExp])[] = [
  ['arabic', /^(\d{1,3})[.．、﹒](?!\d)/],
  ['chinese', /^([一二三四五六七八九十百]{1,4})、/],
  ['bracketed', /^（([一二三四五六七八九十百]{1,4}|\d{1,3})）/],
  ['part', /^第([一二三四五六七八九十百]{1,4}|\d{1,3})[篇部]分?/],
];
/** A heading of a compendium goes over a few short lines at most. */
const LONGEST_TITLE = 240;
const MOST_BLOCKS = 16;
/** Evidence that makes an entry: a date bracket alone, or 发文字号 and a genre. */
export const ENOUGH_EVIDENCE = 3;
/** Evidence that only a notice gives, no dated task: a genre and a line of a notice's head, too. */
export const FULL_EVIDENCE = 5;

/** Reads a block as an entry heading; null where it begins no label or runs on in sentences. */
export function readEntryHeading(blocks: readonly TextBlock[], start: number): EntryHeading | null {
  if (isSentence(blocks[start]!)) return null;
  const label = labelOf(blocks[start]!);
  if (!label) return null;
  let text = '';
  let undated: { title: string; end: BlockPlace } | null = null;
  for (let index = start; index < Math.min(blocks.length, start + MOST_BLOCKS); index++) {
    if (index > start && (blocks[index]!.kind === 'table' || labelOf(blocks[index]!))) break;
    let offset = 0;
    for (const line of printedLines(blocks[index]!, index)) {
      offset += line.passage.length;
      if (text !== '' && (docNumberOfLine(line.text) || line.text.endsWith('：')))
        return weigh(blocks, start, label, undated);
      text += line.text;
      if (/[。；！？]/.test(line.text) || text.length > LONGEST_TITLE)
        return weigh(blocks, start, label, undated);
      const end = placeAfter(blocks, index, offset);
      const body = text.slice(label.length);
      const dated = datedTitle(body);
      if (dated) return weigh(blocks, start, label, { title: dated.title, end }, dated);
      if (!undated && genreOf(body) && endsTitle(blocks, end)) undated = { title: body, end };
    }
  }
  return weigh(blocks, start, label, undated);
}

/** True for running text that holds no date bracket: most numbered blocks are tasks. */
function isSentence({ passage }: TextBlock): boolean {
  return (
    passage.text.includes('。') && !/[\d日月]\s*[)）]/.test(passage.text.slice(0, LONGEST_TITLE))
  );
}

interface Label {
  readonly family: LabelFamily;
  readonly number: number;
  readonly length: number;
}

function labelOf(block: TextBlock): Label | null {
  if (block.kind === 'table') return null;
  const opening = squeezed(block.passage.reading.slice(0, 24));
  for (const [family, pattern] of LABELS) {
    const match = pattern.exec(opening);
    if (match) return { family, number: numberOf(match[1]!), length: match[0].length };
  }
  return null;
}

/** 1 to 999 in digits or in Chinese numerals. */
function numberOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : hanOrdinal(text);
}

function placeAfter(blocks: readonly TextBlock[], block: number, offset: number): BlockPlace {
  return offset >= blocks[block]!.passage.length
    ? { block: block + 1, offset: 0 }
    : { block, offset };
}

/** True where what follows is no continuation of a title: 发文字号, 主送 or the title once more. */
function endsTitle(blocks: readonly TextBlock[], end: BlockPlace): boolean {
  const next = blocks[end.block];
  if (!next || next.kind === 'table') return false;
  const line = squeezed(next.passage.reading.slice(end.offset, end.offset + 200));
  return (
    docNumberOfLine(line) !== null ||
    /^[各省市县区局厅委][^。]{2,}：/.test(line) ||
    line.length > 60
  );
}

function weigh(
  blocks: readonly TextBlock[],
  start: number,
  label: Label,
  found: { title: string; end: BlockPlace } | null,
  dated: { readonly date: string | null } | null = null,
): EntryHeading | null {
  if (!found || found.title.length < 6) return null;
  const { title, end } = found;
  const following = blocks
    .slice(end.block, end.block + 4)
    .filter((block) => block.kind !== 'table')
    .map((block, index) =>
      squeezed(block.passage.reading.slice(index === 0 ? end.offset : 0, 240)),
    );
  const evidence =
    (dated ? (dated.date ? 3 : 2) : 0) +
    (following.slice(0, 2).some((line) => docNumberOfLine(line)) ? 2 : 0) +
    (following
      .slice(0, 2)
      .some(
        (line) =>
          line.length < 80 && titleLikeness(line, title) > 0.9 && line.length > title.length * 0.7,
      )
      ? 1
      : 0) +
    (following.slice(0, 3).some((line) => /^[^。；]{2,}：$/.test(line)) ? 1 : 0) +
    (genreOf(title) ? 1 : 0);
  const { family, number } = label;
  return { start, end, family, number, title, date: dated?.date ?? null, evidence };
}
