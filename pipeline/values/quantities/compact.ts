/** A text without its stray spaces, and where each of its characters stands in the text given. */
export interface CompactText {
  readonly text: string;
  /** Offset in the original text of the character at `position`. */
  offset(position: number): number;
}

const SPACE = /\s/;
/** Between two of these a space parts two values: `2 000`, `GB 50`. */
const APART = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.．]/;

/** Groups of three figures, as GB/T 15835 sets them: 3 000 家, 1 234 567元. */
const GROUPED =
  /(?<![\d.,０-９])[\d０-９]{1,3}(?:[ \u00a0\u2009\u202f][\d０-９]{3})+(?![\d０-９])(?=[ \u00a0]?(?:[一-鿿%‰㎡℃]|\.\d))/g;

/** Drops the white space that extraction leaves inside and beside numbers: `百 分 之 2`, `10 万 家`. */
export function compactText(original: string): CompactText {
  if (!SPACE.test(original)) return { text: original, offset: (position) => position };
  const grouped = groupedSpaces(original);
  const offsets: number[] = [];
  let text = '';
  let last = '';
  for (let position = 0; position < original.length; position++) {
    const character = original[position]!;
    if (SPACE.test(character)) {
      const next = firstInk(original, position);
      const parts = APART.test(last) && APART.test(original[next] ?? '') && !grouped.has(position);
      if (parts) {
        text += ' ';
        last = ' ';
        offsets.push(position);
      }
      position = next - 1;
      continue;
    }
    text += character;
    last = character;
    offsets.push(position);
  }
  return { text, offset: (position) => offsets[position] ?? original.length };
}

/** Offsets of the spaces that only part groups of three figures. */
function groupedSpaces(text: string): ReadonlySet<number> {
  const spaces = new Set<number>();
  for (const { index, 0: words } of text.matchAll(GROUPED)) {
    for (const space of words.matchAll(/[^\d０-９]/g)) spaces.add(index + space.index);
  }
  return spaces;
}

function firstInk(text: string, from: number): number {
  let position = from;
  while (position < text.length && SPACE.test(text[position]!)) position++;
  return position;
}
