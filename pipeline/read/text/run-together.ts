import { columns } from '../../model/columns.js';
import type { Span } from '../../model/source-text.js';

/**
 * Pairs of blanks that must stand a printed line apart, the share of the text that lies between them, and how many
 * times more often they come than pairs at other distances.
 */
const FEWEST = 5;
const LEAST_SHARE = 0.2;
const CONTRAST = 2.5;
const NARROWEST = 30;
const WIDEST = 110;
/** Columns that lines of one width differ by: marks at the margin are set closer or hang. */
const SLACK = 3;
/** Columns that the first line of a paragraph is set in by. */
const INDENT = 4;
/** Lines shorter than this hold no two printed lines. */
const SHORTEST = 40;

/** Ends of a sentence, of a title, and of a document's number. */
const ENDS = /[。！？；：）”]$|〔\d{4}〕\s?\d{1,5}\s?号$/;
const LABEL =
  /^(?:\*\*)?(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|\d{1,3}[.．、](?!\d)|第[一二三四五六七八九十百]{1,4}[章节条])/;

/**
 * Parts lines that a converter of PDF has run together into one, with blanks where the printed lines ended
 * (`…优化营商环境，严 格规范…。 二、重点任务 （一）…`): the printed lines again, so that headings and paragraphs are told as in any
 * text that is broken at a width. Most blanks between Han stand one printed line apart in such a text; the lines of
 * any other are given back as they are.
 */
export function printedLines(text: string, lines: readonly Span[]): readonly Span[] {
  const width = printedWidth(
    text,
    lines.filter((line) => isRunning(text, line)),
  );
  if (width === null) return lines;
  return lines.flatMap((line) => {
    const breaks = isRunning(text, line) ? breaksOf(text, line, width) : [];
    const starts = [line.start, ...breaks.map((blank) => blank + 1)];
    return breaks.length === 0
      ? [line]
      : starts.map((start, index) => ({ start, end: breaks[index] ?? line.end }));
  });
}

/** Whether a line is running text: no row of a table, no heading that holds no sentence, and not short. */
function isRunning(text: string, { start, end }: Span): boolean {
  const first = text[start];
  if (end - start < SHORTEST || first === '|' || first === '<') return false;
  if (first !== '#') return true;
  const stop = text.indexOf('。', start);
  return stop >= 0 && stop < end;
}

/** Single blanks within a line. */
function blanksOf(text: string, { start, end }: Span): number[] {
  const blanks: number[] = [];
  for (let at = text.indexOf(' ', start); at >= 0 && at < end; at = text.indexOf(' ', at + 1)) {
    if (text[at - 1] !== ' ' && text[at + 1] !== ' ') blanks.push(at);
  }
  return blanks;
}

const isWide = (character: string | undefined): boolean =>
  character !== undefined && character >= '\u2000';

/** Whether a blank stands between two characters of full width, where no typist puts one. */
const partsHan = (text: string, blank: number): boolean =>
  isWide(text[blank - 1]) && isWide(text[blank + 1]);

/**
 * The columns of a printed line; null where no two blanks stand as far apart again and again. Blanks within a line
 * (`权限。 国务院`) come at any distance, those at the ends of lines at one.
 */
function printedWidth(text: string, lines: readonly Span[]): number | null {
  const counts = new Array<number>(WIDEST + SLACK + 1).fill(0);
  let total = 0;
  for (const line of lines) {
    let column = 0;
    let from = line.start;
    const recent: number[] = [];
    for (const blank of blanksOf(text, line)) {
      column += columns(text.slice(from, blank)) + 1;
      from = blank + 1;
      if (!partsHan(text, blank)) continue;
      while (recent.length > 0 && column - recent[0]! > WIDEST + SLACK) recent.shift();
      for (const before of recent) counts[column - before - 1]!++;
      recent.push(column);
    }
    total += column + columns(text.slice(from, line.end));
  }
  let best = { width: 0, count: 0 };
  let sum = 0;
  for (let width = NARROWEST; width <= WIDEST; width++) {
    let count = 0;
    for (let near = width - SLACK + 1; near < width + SLACK; near++) count += counts[near]!;
    // Ends of every second line stand as far apart again and again, too.
    if (count > best.count * (width < best.width * 1.5 ? 1 : 1.3)) best = { width, count };
    sum += count;
  }
  const usual = sum / (WIDEST - NARROWEST + 1);
  const enough =
    best.count >= FEWEST &&
    best.count >= usual * CONTRAST &&
    best.count * best.width >= total * LEAST_SHARE;
  return enough ? best.width : null;
}

interface Way {
  readonly cost: number;
  readonly before: number;
  /** Whether a paragraph may begin behind it. */
  readonly ends: boolean;
}

/** Costs of what is unusual, least together wins. */
const COST = {
  /** A blank between Han that ends no line. */
  within: 0.5,
  /** The same between a sentence and a label. */
  beforeLabel: 3,
  /** A line that ends at the margin beside a digit or letter. */
  beside: 0.1,
  /** A short line that ends a sentence, or stands before a label. */
  endOfParagraph: 0.2,
  /** A short line with a label: a heading. */
  heading: 0.4,
  /** Any other short line. */
  short: 2,
  /** A line beyond the margin. */
  beyond: 6,
};

/** The blanks of a line that end printed lines: those that together are the most usual. */
function breaksOf(text: string, line: Span, width: number): number[] {
  const blanks = blanksOf(text, line);
  const stops = [line.start - 1, ...blanks, line.end];
  const ways: Way[] = [{ cost: 0, before: -1, ends: true }];
  for (let to = 1; to < stops.length; to++) {
    let best: Way | null = null;
    let within = 0;
    for (let from = to - 1; from >= 0; from--) {
      const start = stops[from]! + 1;
      const long = columns(text.slice(start, stops[to]!));
      if (best !== null && long > width + SLACK) break;
      const way = ways[from]!;
      const last = to === stops.length - 1;
      const own =
        last && long <= width + SLACK
          ? 0
          : costOf(text, { start, end: stops[to]! }, long, width, way.ends);
      const cost = way.cost + own + within;
      if (best === null || cost < best.cost) {
        best = { cost, before: from, ends: endsParagraph(text, stops[to]!, long, width) };
      }
      if (from > 0) within += costWithin(text, stops[from]!);
    }
    ways.push(best!);
  }
  const breaks: number[] = [];
  for (let at = ways.at(-1)!.before; at > 0; at = ways[at]!.before) breaks.push(stops[at]!);
  return breaks.reverse();
}

function costOf(text: string, piece: Span, long: number, width: number, opens: boolean): number {
  if (long > width + SLACK) return COST.beyond;
  const full = long >= width - SLACK || (opens && Math.abs(long - (width - INDENT)) <= SLACK);
  if (full) return partsHan(text, piece.end) ? 0 : COST.beside;
  const words = text.slice(piece.start, piece.end);
  if (ENDS.test(words) || LABEL.test(text.slice(piece.end + 1, piece.end + 12)))
    return COST.endOfParagraph;
  return LABEL.test(words) ? COST.heading : COST.short;
}

function costWithin(text: string, blank: number): number {
  if (ENDS.test(text[blank - 1]!) && LABEL.test(text.slice(blank + 1, blank + 12))) {
    return COST.beforeLabel;
  }
  return partsHan(text, blank) ? COST.within : 0;
}

const endsParagraph = (text: string, at: number, long: number, width: number): boolean =>
  long < width - SLACK || ENDS.test(text[at - 1]!);
