import { matchesIn } from '../../model/matches.js';
import type { Span } from '../../model/source-text.js';

/** The mark of a heading, at a line's beginning or behind a blank in it. */
const MARK = /(?:^|[ \t])#{1,6}[ \t]+(?=[^#\s])/g;
/** Blanks before a heading's mark. */
const BEFORE_MARK = /[ \t]+(?=#{1,6}[ \t]+[^#\s])/g;
/** Blanks between the end of a sentence and the label of an item. */
const BEFORE_ITEM =
  /(?<=[。；）])[ \t]+(?=\d{1,2}[.、．][ \t]?[^\d\s]|[-*+][ \t]|（[一二三四五六七八九十]{1,3}）|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]{1,4}[章条])/g;
const HEADING = /^#{1,6}[ \t]+/;
/** Characters of a heading before the blank behind which its text begins. */
const LONGEST_HEADING = 40;
const SENTENCE = /。/;

/**
 * The parts of a line that holds several headings, as tools print Markdown of which they took away the line breaks
 * (`# 意见 ## 一、目标 到2026年… ### （一）任务 …`): each heading, the text behind it, and its items.
 */
export function oneLineParts(text: string, line: Span): readonly Span[] {
  const words = text.slice(line.start, line.end);
  if ([...matchesIn(MARK, words)].length < 2) return [line];
  return partsAt(text, line, BEFORE_MARK)
    .flatMap((part) => headingAndText(text, part))
    .flatMap((part) => (text[part.start] === '#' ? [part] : partsAt(text, part, BEFORE_ITEM)));
}

function partsAt(text: string, { start, end }: Span, blanks: RegExp): Span[] {
  const parts: Span[] = [];
  let from = start;
  for (const blank of matchesIn(blanks, text.slice(start, end))) {
    if (start + blank.index > from) parts.push({ start: from, end: start + blank.index });
    from = start + blank.index + blank[0].length;
  }
  return [...parts, { start: from, end }];
}

function headingAndText(text: string, part: Span): Span[] {
  const words = text.slice(part.start, part.end);
  const mark = HEADING.exec(words)?.[0].length;
  if (mark === undefined) return [part];
  const blank = words.indexOf(' ', mark);
  const whole = blank < 0 || blank - mark > LONGEST_HEADING || !SENTENCE.test(words.slice(blank));
  if (whole || SENTENCE.test(words.slice(0, blank))) return [part];
  return [
    { start: part.start, end: part.start + blank },
    { start: part.start + blank + 1, end: part.end },
  ];
}
