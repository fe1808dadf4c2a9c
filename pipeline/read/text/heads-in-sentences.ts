import type { TextLine } from './lines.js';

const FEWEST = 2;
const LONGEST = 80;
/** The first line may be the title, which the pages then repeat. */
const OF_TITLE = 1;
const SHORTEST_OPEN = 12;
const HEADING = /^#{1,6}\s+(.+?)\s*#*$/;
const LABELLED =
  /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、]|第[一二三四五六七八九十\d]+[章节条篇编部])/;
const ENDS = /[。；：！？…）)】》|]$/;
/** `12 某某公报`, `某某公报 · 13`: the number of the page. */
const PAGE_NUMBER = /^\d{1,4}[\s·|—-]+(?=\D)|[\s·|—-]+\d{1,4}$/g;

/**
 * Markdown headings that are heads of printed pages: the same words, in whatever order (`甲公报 2024年第3期`, `2024年第3期 甲公报`),
 * twice and more, and once in the midst of a sentence, which no heading interrupts. The first stays where it is the title or
 * bears a label.
 */
export function headsInSentences(text: string, lines: readonly TextLine[]): TextLine[] {
  const filled = lines.filter(({ start, end }) => text.slice(start, end).trim() !== '');
  const wordsOf = ({ start, end }: TextLine): string => text.slice(start, end).trim();
  const groups = new Map<string, number[]>();
  for (const [index, line] of filled.entries()) {
    if (line.end - line.start > LONGEST) continue;
    const heading = HEADING.exec(wordsOf(line))?.[1];
    if (heading === undefined) continue;
    const key = heading.replace(PAGE_NUMBER, '').split(/\s+/).sort().join('');
    groups.set(key, [...(groups.get(key) ?? []), index]);
  }
  const interrupts = (index: number): boolean => {
    const before = filled[index - 1] ? wordsOf(filled[index - 1]!) : '';
    const after = filled[index + 1] ? wordsOf(filled[index + 1]!) : '';
    const isOpen = before.length >= SHORTEST_OPEN && !ENDS.test(before) && !before.startsWith('#');
    return isOpen && after !== '' && !after.startsWith('#') && !LABELLED.test(after);
  };
  return [...groups.values()].flatMap((found) => {
    if (found.length < FEWEST || !found.some(interrupts)) return [];
    const [first] = found;
    const words = HEADING.exec(wordsOf(filled[first!]!))![1]!;
    const keepsFirst = first! < OF_TITLE || LABELLED.test(words);
    return (keepsFirst ? found.slice(1) : found).map((index) => filled[index]!);
  });
}
