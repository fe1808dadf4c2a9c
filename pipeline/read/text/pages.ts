import type { Page } from '../../model/source-text.js';
import { headsInSentences } from './heads-in-sentences.js';
import { isFormFeed, lineEnd, type TextLine } from './lines.js';
import { pageCounters } from './page-counters.js';
import { type PageMark, readBareNumber, readPageMark } from './page-marks.js';
import { runningHeads } from './running-heads.js';

/** Pages of a text, and the lines that are page marks or heads that each page repeats. */
export interface FoundPages {
  readonly pages: readonly Page[];
  readonly marks: ReadonlySet<TextLine>;
}

interface MarkedLine {
  readonly line: TextLine;
  readonly mark: PageMark;
}

/** More than any printed page holds (A4 at its densest has 3,000 characters). */
const LONGEST_PAGE = 10_000;
/** Share of the marks that must count on by one. */
const LEAST_RUNNING_SHARE = 0.8;

/**
 * Finds page marks and, where they are consistent over the whole text, the pages they give:
 * 1. marks that open a page (`# Page 302:`): a page runs from its mark's line to the next mark;
 * 2. form feeds: pages are counted from 1, or as the numbers printed at their foot count;
 * 3. marks that close a page (`— 9 —`): they must count on, and leave no page too long to print.
 * A mark is furniture even where it gives no page, such as a single `— 9 —` in a long text.
 */
export function findPages(text: string, lines: readonly TextLine[]): FoundPages {
  const marked: MarkedLine[] = [];
  const feeds: TextLine[] = [];
  for (const line of lines) {
    if (isFormFeed(text, line)) feeds.push(line);
    else {
      const mark = readPageMark(text.slice(line.start, line.end));
      if (mark) marked.push({ line, mark });
    }
  }
  const bare = feeds.length > 1 ? bareNumbersAtFoot(text, lines) : [];
  const marks = new Set([
    ...feeds,
    ...marked.map(({ line }) => line),
    ...bare.map((m) => m.line),
    ...runningHeads(text, lines),
    ...headsInSentences(text, lines),
    ...pageCounters(text, lines),
  ]);
  const opening = marked.filter(({ mark }) => mark.side === 'opens');
  if (opening.length > 0) return { pages: openedPages(text, opening), marks };
  const closing = [...marked, ...bare].sort((a, b) => a.line.start - b.line.start);
  const pages = feeds.length > 0 ? fedPages(text, feeds, closing) : closedPages(text, closing);
  return { pages, marks };
}

/** Words before the first mark, as in a part cut out of a compendium, stand on the page before it. */
function openedPages(text: string, opening: readonly MarkedLine[]): Page[] {
  const pages = opening.map(({ line, mark }, index) => ({
    number: mark.number,
    start: line.start,
    end: opening[index + 1]?.line.start ?? text.length,
  }));
  const first = pages[0]!;
  if (text.slice(0, first.start).trim() === '') return pages;
  if (first.number <= 1) return [{ ...first, start: 0 }, ...pages.slice(1)];
  return [{ number: first.number - 1, start: 0, end: first.start }, ...pages];
}

/**
 * Numbers alone on the last line before a form feed. A table's row numbers look the same, so they
 * count as page numbers only where nearly every page of three or more ends in one and they run on.
 */
function bareNumbersAtFoot(text: string, lines: readonly TextLine[]): MarkedLine[] {
  const found: MarkedLine[] = [];
  let pages = 0;
  lines.forEach((line, index) => {
    const atFoot = index + 1 === lines.length || isFormFeed(text, lines[index + 1]!);
    if (!atFoot || isFormFeed(text, line)) return;
    pages++;
    const number = readBareNumber(text.slice(line.start, line.end));
    if (number !== null) found.push({ line, mark: { side: 'closes', number } });
  });
  const enough = found.length >= 3 && found.length >= pages * LEAST_RUNNING_SHARE;
  return enough && runsOn(found) ? found : [];
}

/** Whether the numbers go up by one nearly everywhere. */
function runsOn(marked: readonly MarkedLine[]): boolean {
  let running = 0;
  for (let index = 1; index < marked.length; index++) {
    if (marked[index]!.mark.number === marked[index - 1]!.mark.number + 1) running++;
  }
  return running >= (marked.length - 1) * LEAST_RUNNING_SHARE;
}

function fedPages(
  text: string,
  feeds: readonly TextLine[],
  closing: readonly MarkedLine[],
): Page[] {
  const pages: Page[] = [];
  let start = 0;
  for (const end of [...feeds.map((feed) => feed.end), text.length]) {
    if (end - start > LONGEST_PAGE) return closedPages(text, closing);
    if (end < text.length || text.slice(start).trim() !== '') {
      pages.push({ number: pages.length + 1, start, end });
    }
    start = end;
  }
  const shift = printedShift(pages, closing);
  return pages
    .map((page) => ({ ...page, number: page.number + shift }))
    .filter((page) => page.number > 0);
}

/** What must be added to the count from 1 to give the printed numbers; 0 where they disagree. */
function printedShift(pages: readonly Page[], closing: readonly MarkedLine[]): number {
  const shifts = new Map<number, number>();
  let index = 0;
  for (const { line, mark } of closing) {
    while (index < pages.length && pages[index]!.end <= line.start) index++;
    const page = pages[index];
    if (!page) break;
    const shift = mark.number - page.number;
    shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  }
  for (const [shift, count] of shifts) {
    if (count >= 2 && count >= closing.length * LEAST_RUNNING_SHARE) return shift;
  }
  return 0;
}

function closedPages(text: string, closing: readonly MarkedLine[]): Page[] {
  const first = closing[0];
  if (!first || (closing.length === 1 && first.mark.number !== 1) || !runsOn(closing)) return [];
  const pages: Page[] = [];
  let start = 0;
  for (const { line, mark } of closing) {
    const end = lineEnd(text, line);
    pages.push({ number: mark.number, start, end });
    start = end;
  }
  if (text.slice(start).trim() !== '') {
    pages.push({ number: pages.at(-1)!.number + 1, start, end: text.length });
  }
  return pages.every((page) => page.end - page.start <= LONGEST_PAGE) ? pages : [];
}
