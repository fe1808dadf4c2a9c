/** Width of a letter in the pictures' type, pixels: Chinese ones and their quotation marks are square. */
const SQUARE = 12;
const NARROW = 7.2;
/** Longest name that is looked at; nobody reads on. */
const MOST = 80;

const letterWidth = (letter: string): number => (letter >= '\u2010' ? SQUARE : NARROW);

/** Width of a name as a label, pixels, about. */
export const labelWidth = (name: string): number =>
  [...name.slice(0, MOST)].reduce((width, letter) => width + letterWidth(letter), 0);

/** As much of a name as has room in so many pixels. */
export function fitted(name: string, room: number): string {
  if (name.length <= MOST && labelWidth(name) <= room) return name;
  let width = SQUARE;
  let kept = '';
  for (const letter of name.slice(0, MOST)) {
    width += letterWidth(letter);
    if (width > room) break;
    kept += letter;
  }
  return `${kept}…`;
}
