/** Columns that a text takes on a printed line: two for a Han character or mark, one for ASCII. */
export function columns(text: string): number {
  let total = 0;
  for (let index = 0; index < text.length; index++) {
    total += text.charCodeAt(index) < 0x2000 ? 1 : 2;
  }
  return total;
}
