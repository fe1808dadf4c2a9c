import type { TextLine } from './lines.js';

const FEWEST = 4;
const SHORTEST = 6;
const LONGEST = 40;
/** Characters from one page's head to the next: of most pages, and at the least. */
const PAGE = { least: 400, most: 4000 };
const NEXT_PAGE = 200;
/** Most pages are about as long as the middle one. */
const LIKE_MIDDLE = { least: 0.5, most: 1.6, share: 0.6 };
/** What a line of the body says again: a sentence, a label with words, a heading, an item, a row, a number. */
const BODY =
  /[。；：:|\t]|^(?:[一二三四五六七八九十]+、|[（(]|\d+[.．、]|第[一二三四五六七八九十\d]+[章节条])|^[\d\s.,%／/-]+$/;
/** Cells of a row that stand beside each other: blanks between words of Han. */
const CELLS = /[一-龥）)]\s+[一-龥（(]/;
/** A body's name, which a table says again in many rows. */
const NAME = /(?:[局委办厅部院会]|政府|中心|公司)$/;
const MARKUP = /<\/?[a-z]{1,6}>|[*_#]+/g;

/**
 * Lines that stand at the head or foot of each page of a printed text, as converters of PDF leave them between its
 * paragraphs (`2023年营商环境政策汇编` every 1,300 characters): the same short words, set apart by empty lines, a page apart again and
 * again. Words of a table or of responsibility come again sooner.
 */
export function runningHeads(text: string, lines: readonly TextLine[]): TextLine[] {
  const same = new Map<string, TextLine[]>();
  for (const line of lines) {
    if (line.end - line.start > LONGEST * 2 || !isApart(text, line)) continue;
    const typed = text.slice(line.start, line.end).replace(MARKUP, '');
    const words = typed.replace(/\s+/g, '');
    if (words.length < SHORTEST || words.length > LONGEST || BODY.test(words)) continue;
    if (CELLS.test(typed) || NAME.test(words)) continue;
    const seen = same.get(words);
    if (seen === undefined) same.set(words, [line]);
    else seen.push(line);
  }
  return [
    ...[...same.values()].flatMap((found) =>
      found.length >= FEWEST && comesByPages(found) ? found : [],
    ),
    ...titlesInSentences(text, lines),
  ];
}

/** Lines at a text's top among which its title is. */
const TOP = 4;
const FEWEST_IN_SENTENCES = 2;
const OPEN_END = /[\p{Script=Han}，、]$/u;
/** What a sentence that goes on has: a mark inside, or so many words that it is no heading. */
const INNER_MARK = /[，、。；]/;

/**
 * The title again in the midst of sentences, as pages that were run together without their numbers leave it:
 * the line above stops without a mark and the line below ends the sentence.
 */
function titlesInSentences(text: string, lines: readonly TextLine[]): TextLine[] {
  const typed = (line: TextLine): string => text.slice(line.start, line.end).replace(MARKUP, '');
  const wordsOf = (line: TextLine | undefined): string =>
    line ? typed(line).replace(/\s+/g, '') : '';
  const titles = new Set(
    lines
      .slice(0, TOP)
      .filter((line) => !CELLS.test(typed(line)))
      .map(wordsOf)
      .filter(({ length }) => length >= SHORTEST && length <= LONGEST),
  );
  const found = new Map<string, TextLine[]>();
  for (const [at, line] of lines.entries()) {
    if (at < 2 || line.end - line.start > LONGEST * 2) continue;
    const words = wordsOf(line);
    if (!titles.has(words) || BODY.test(words) || NAME.test(words)) continue;
    const above = wordsOf(lines[at - 1]);
    const below = wordsOf(lines[at + 1]);
    if (!OPEN_END.test(above) || !INNER_MARK.test(above) || !/。/.test(below)) continue;
    const seen = found.get(words);
    if (seen) seen.push(line);
    else found.set(words, [line]);
  }
  return [...found.values()].flatMap((same) => (same.length >= FEWEST_IN_SENTENCES ? same : []));
}

/** Whether an empty line or a form feed stands above or below. */
function isApart(text: string, { start, end }: TextLine): boolean {
  return (
    /\n[^\S\n]*\n[^\S\n]*$|\f[^\S\n]*$|^\s*$/.test(text.slice(Math.max(0, start - 40), start)) ||
    /^[^\S\n]*(?:\n[^\S\n]*\n|\f)/.test(text.slice(end, end + 40))
  );
}

function comesByPages(lines: readonly TextLine[]): boolean {
  const distances = lines.slice(1).map((line, index) => line.start - lines[index]!.start);
  const sorted = [...distances].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  if (sorted[0]! < NEXT_PAGE || middle < PAGE.least || middle > PAGE.most) return false;
  const alike = sorted.filter(
    (distance) => distance >= middle * LIKE_MIDDLE.least && distance <= middle * LIKE_MIDDLE.most,
  );
  return alike.length >= sorted.length * LIKE_MIDDLE.share;
}
