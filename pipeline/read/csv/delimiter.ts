const MARKS = [',', ';', '|'];

/**
 * What parts the columns of a table of text, told by the first line that any mark parts: a tab where there is
 * one, else the one of comma, semicolon and bar that stands there most.
 */
export function delimiterOf(text: string): string {
  const head = /^[^\n]*[\t,;|][^\n]*/m.exec(text)?.[0] ?? '';
  if (head.includes('\t')) return '\t';
  const counts = MARKS.map((mark) => head.split(mark).length);
  return MARKS[counts.indexOf(Math.max(...counts))]!;
}
