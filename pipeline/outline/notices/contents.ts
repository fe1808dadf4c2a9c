import { append } from '../../model/append.js';
import type { TextBlock } from '../../model/outline.js';
import { endsTitle, genreOf } from '../head/genre.js';
import { printedLines } from '../head/lines.js';
import { squeezed, titleKey } from '../head/squeeze.js';

/** A title that a table of contents lists, found again in the text. */
export interface ContentsEntry {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

const CONTENTS_HEADING = /^[#*]*目录[*]*$/;
/** `1. 推动政务服务增值化改革工作方案.....	1`: title, leader dots or a gap, page number. */
const CONTENTS_LINE =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]+)?\s*(.{4,120}?)(?:[.…·．。\s\t-]{2,}|\s)\s*(\d{1,4})$/;
/** The page number beside the first of two lines, the leader dots behind the second: `…示意44图.....`. */
const BESIDE_LINE =
  /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]+)\s*(.{4,120}?)(\d{1,4})([^\d.…].{0,60}?)?[.…·．]{3,}$/;
/** A contents without page numbers: its titles are numbered and name a genre. */
const UNPAGED_LINE = /^(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]+)\s*(.{6,120})$/;
const LABEL = /^\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[)）.．、]+)\s*/;
const MOST_HEADING_BLOCKS = 3;
const SHORTEST_PLAIN = 9;
const LONGEST_HEADING = 120;
/** Chapters of one document's own contents: 第一章 总则, 一、总体要求. */
const CHAPTER =
  /^(?:第[一二三四五六七八九十百]+[章节条编]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/;

/**
 * Notices of a compilation that its table of contents (目录) lists: titles of documents with page
 * numbers, found again in the same order below it. Fewer than two found: none.
 */
export function findContentsEntries(blocks: readonly TextBlock[]): ContentsEntry[] {
  const heading = blocks.findIndex(
    (block) => block.passage.length < 12 && CONTENTS_HEADING.test(squeezed(block.passage.text)),
  );
  if (heading < 0) return [];
  const { titles, end } = readContents(blocks, heading + 1);
  const documents = titles.filter((title) => genreOf(withoutBracket(title)) !== null);
  if (titles.length < 2 || documents.length * 3 < titles.length) return [];
  const found = findTitles(blocks, end, titles);
  return found.length >= 2 ? found : [];
}

function readContents(
  blocks: readonly TextBlock[],
  start: number,
): { titles: string[]; end: number } {
  const titles: string[] = [];
  let index = start;
  for (; index < blocks.length; index++) {
    const read = contentsTitles(blocks[index]!, index);
    if (read.length === 0 || read.some((title) => titles.includes(title))) break;
    append(titles, read);
  }
  return { titles, end: index };
}

/** Titles on the lines of one block; none where a line is no entry of a contents. */
function contentsTitles(block: TextBlock, index: number): string[] {
  if (block.kind === 'table') return [];
  const titles: string[] = [];
  let pending = '';
  for (const line of printedLines(block, index)) {
    pending += line.passage.reading.trim();
    if (CHAPTER.test(pending)) continue;
    const match = CONTENTS_LINE.exec(pending);
    const beside = match === null ? BESIDE_LINE.exec(pending) : null;
    if (match === null && beside === null) continue;
    titles.push(squeezed(match ? match[1]! : beside![1]! + (beside![3] ?? '')));
    pending = '';
  }
  if (pending === '') return titles;
  if (titles.length === 0) {
    const plain = printedLines(block, index).map(({ text }) => text.replace(LABEL, ''));
    if (plain.every(isPlainTitle)) return plain;
  }
  const unpaged = UNPAGED_LINE.exec(pending)?.[1];
  return unpaged && genreOf(unpaged) !== null ? [...titles, squeezed(unpaged)] : [];
}

/** A line of a contents that is nothing but a title, numbered or not: `二、某市供餐提升行动方案`, but no `二、重点任务`. */
const isPlainTitle = (words: string): boolean =>
  words.length >= SHORTEST_PLAIN &&
  words.length <= LONGEST_HEADING &&
  !/[。；：]/.test(words) &&
  endsTitle(words);

/** Finds each title once, in order; a heading may be broken over some blocks. */
function findTitles(
  blocks: readonly TextBlock[],
  from: number,
  titles: readonly string[],
): ContentsEntry[] {
  const found: ContentsEntry[] = [];
  const wanted = new Map<string, number>();
  for (const [order, title] of titles.entries()) {
    wanted.set(titleKey(title), order);
    wanted.set(titleKey(withoutBracket(title)), order);
  }
  let order = -1;
  for (let index = from; index < blocks.length; index++) {
    let key = '';
    for (let end = index; end < Math.min(blocks.length, index + MOST_HEADING_BLOCKS); end++) {
      const block = blocks[end]!;
      if (block.kind === 'table' || block.passage.length > LONGEST_HEADING) break;
      key += titleKey(
        end === index ? block.passage.reading.replace(LABEL, '') : block.passage.reading,
      );
      const hit = wanted.get(key) ?? -1;
      if (hit <= order) continue;
      order = hit;
      found.push({ title: titles[order]!, start: index, end: end + 1 });
      break;
    }
  }
  return found;
}

function withoutBracket(title: string): string {
  return title.replace(/[（(][^（()）]*[）)]$/, '');
}
