const DELIMITERS = ['\t', ',', ';'];

/** What parts the columns of a table of text: the first of tab, comma and semicolon that its first line holds. */
export function delimiterOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  return DELIMITERS.find((mark) => line.includes(mark)) ?? ',';
}
