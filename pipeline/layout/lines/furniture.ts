import { endsInDocumentNumber } from '../../model/document-number.js';
import { isTable, type PageLayout } from './layout-page.js';
import type { Line } from './page-lines.js';

/** Lines at each edge of a page that may be furniture. */
const DEEPEST = 3;
/** Pages that must carry the same running head at the same height. */
const LEAST_REPEATED = 3;
/** Points by which the height of a running head may vary. */
const HEIGHT_STEP = 6;
/** Shares of the page's height within which heads and feet stand. */
const MARGIN = 0.15;

const DASH = '[-—–－―─_·•~]{1,3}';
/** What only a page's number is written like: `— 3 —`, `第 3 页 共 9 页`, `# Page 302:`, `3 / 9`. */
const PAGE_MARKS: readonly RegExp[] = [
  new RegExp(`^${DASH}\\s*[0-9０-９]{1,4}\\s*${DASH}$`),
  /^第\s*[0-9０-９]{1,4}\s*页(?:\s*[，,/／]?\s*[（(]?共\s*[0-9０-９]{1,4}\s*页[）)]?)?$/,
  /^(?:#\s*)?page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\s*[:：]?$/i,
  /^\d{1,4}\s*\/\s*\d{1,4}$/,
];
const HAS_WORDS = /\p{L}{2}/u;

/** What is furniture on each page, and the number that is printed on it. */
export interface Furniture {
  /** Running heads, feet and page numbers. */
  readonly lines: ReadonlySet<Line>;
  /** Printed number of each page, by its number in the file; these where none is printed. */
  readonly numbers: ReadonlyMap<number, number>;
}

interface EdgeLine {
  readonly page: PageLayout;
  readonly line: Line;
  readonly key: string;
  /** 0 for the outermost line of its edge. */
  readonly depth: number;
}

/**
 * Running heads, feet and page numbers: lines at the edges of pages that repeat over pages but for
 * their numbers, or that are written like page numbers. The first page's head is the document's where
 * it holds its number.
 */
export function findFurniture(pages: readonly PageLayout[]): Furniture {
  const edges = pages.map(edgeLines);
  const byKey = new Map<string, EdgeLine[]>();
  for (const one of edges.flat(2)) {
    const same = byKey.get(one.key);
    if (same) same.push(one);
    else byKey.set(one.key, [one]);
  }
  const running = new Set([...byKey.values()].flatMap(runningLines));
  const lines = new Set<Line>();
  for (const side of edges.flat()) {
    for (const one of side) {
      if (!isPageMark(one.line.text) && !(running.has(one.line) && isApart(one))) break;
      if (one.page === pages[0] && endsInDocumentNumber(one.line.text)) continue;
      lines.add(one.line);
    }
  }
  return { lines, numbers: printedNumbers(pages, lines) };
}

/** Lines that run over pages, of those that differ in their numbers at most. */
function runningLines(same: readonly EdgeLine[]): Line[] {
  if (new Set(same.map(({ page }) => page)).size < LEAST_REPEATED) return [];
  if (HAS_WORDS.test(same[0]!.line.text)) return same.map(({ line }) => line);
  // Nothing but a number: it must count on with the pages, or `16.` of an item is taken.
  const shifts = new Map<number, Line[]>();
  for (const { line, page } of same) {
    const number = Number(/\d+/.exec(line.text.normalize('NFKC'))?.[0] ?? Number.NaN);
    const alike = shifts.get(number - page.number);
    if (alike) alike.push(line);
    else shifts.set(number - page.number, [line]);
  }
  return [...shifts.values()].filter((alike) => alike.length >= LEAST_REPEATED).flat();
}

const isPageMark = (text: string): boolean => {
  const words = text.trim();
  return words.length <= 30 && PAGE_MARKS.some((mark) => mark.test(words));
};

/** The lines at the top and at the bottom of a page, the outermost first. */
function edgeLines(page: PageLayout): [EdgeLine[], EdgeLine[]] {
  const sorted = [...page.items].sort((a, b) => a.box.top - b.box.top);
  const side = (items: typeof sorted, name: string): EdgeLine[] => {
    const found: EdgeLine[] = [];
    for (const item of items.slice(0, DEEPEST)) {
      if (isTable(item)) break;
      const height = Math.round(item.box.top / HEIGHT_STEP);
      const words = item.text.replace(/\s+/g, '').replace(/[0-9０-９]+/g, '#');
      found.push({ page, line: item, key: `${name}|${height}|${words}`, depth: found.length });
    }
    return found;
  };
  return [side(sorted, 'top'), side(sorted.reverse(), 'foot')];
}

/** In the margin, or set in another size than the body, so that no repeated item of text is taken. */
function isApart({ page, line }: EdgeLine): boolean {
  const margin = page.height * MARGIN;
  return line.box.bottom <= margin || line.box.top >= page.height - margin;
}

/** The number printed on each page where the numbers of most pages count on alike. */
function printedNumbers(
  pages: readonly PageLayout[],
  furniture: ReadonlySet<Line>,
): Map<number, number> {
  const shifts = new Map<number, number>();
  let numbered = 0;
  for (const page of pages) {
    const found = new Set<number>();
    for (const item of page.items) {
      if (isTable(item) || !furniture.has(item)) continue;
      for (const digits of item.text.normalize('NFKC').matchAll(/\d{1,4}/g)) {
        found.add(Number(digits[0]) - page.number);
      }
    }
    if (found.size > 0) numbered++;
    for (const shift of found) shifts.set(shift, (shifts.get(shift) ?? 0) + 1);
  }
  const [shift, count] = [...shifts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  const agreed = count * 5 >= numbered * 4 && (count >= 2 || pages.length === 1);
  const first = pages[0]?.number ?? 1;
  return new Map(
    pages.map(({ number }) => [number, agreed && first + shift > 0 ? number + shift : number]),
  );
}
