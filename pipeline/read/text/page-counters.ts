import type { TextLine } from './lines.js';

const FEWEST = 3;
const LONGEST = 100;
/** Characters that a page holds at the least: rows of a table that count on stand closer. */
const LEAST_BETWEEN = 30;
const NUMBER = '([0-9０-９]{1,4})';
/** `4 / 6` alone on its line. */
const OF_TOTAL = new RegExp(`^${NUMBER}\\s*[/／]\\s*${NUMBER}$`);
/** `某某市人民政府文件    第 4 页 共 6 页`: a head with the number of its page behind a blank. */
const HEAD = new RegExp(
  `^([^。；：|\\t]{4,40}?)\\s+第\\s*${NUMBER}\\s*页(?:\\s*[，,/／]?\\s*[（(]?共\\s*${NUMBER}\\s*页[）)]?)?$`,
);

interface Counter {
  /** What all pages say. */
  readonly same: string;
  readonly number: number;
}

/**
 * Lines that count the pages of a printed text, as `4 / 6` or behind a head that each page repeats. One alone may be
 * words of the body (`1/2`, a reference): they count only where three or more say the same, go up by one throughout
 * and stand apart.
 */
export function pageCounters(text: string, lines: readonly TextLine[]): TextLine[] {
  const groups = new Map<string, { line: TextLine; number: number }[]>();
  for (const line of lines) {
    if (line.end - line.start > LONGEST) continue;
    const counter = readCounter(text.slice(line.start, line.end));
    if (counter === null) continue;
    const group = groups.get(counter.same);
    const found = { line, number: counter.number };
    if (group === undefined) groups.set(counter.same, [found]);
    else group.push(found);
  }
  return [...groups.values()].flatMap((group) =>
    group.length >= FEWEST && countsPages(group) ? group.map(({ line }) => line) : [],
  );
}

function readCounter(line: string): Counter | null {
  if (!/[页0-9０-９]$|页[）)]$/.test(line)) return null;
  const ofTotal = OF_TOTAL.exec(line);
  if (ofTotal) {
    const [number, total] = [numberOf(ofTotal[1]!), numberOf(ofTotal[2]!)];
    return number >= 1 && number <= total ? { same: `/${total}`, number } : null;
  }
  const head = HEAD.exec(line);
  if (!head) return null;
  return { same: `${head[1]!.replace(/\s+/g, '')}/${head[3] ?? ''}`, number: numberOf(head[2]!) };
}

const numberOf = (digits: string): number => Number(digits.normalize('NFKC'));

function countsPages(group: readonly { line: TextLine; number: number }[]): boolean {
  return group.slice(1).every(({ line, number }, index) => {
    const before = group[index]!;
    return number === before.number + 1 && line.start - before.line.end >= LEAST_BETWEEN;
  });
}
