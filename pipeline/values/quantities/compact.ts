/** A text without its stray spaces, and where each of its characters stands in the text given. */
export interface CompactText {
  readonly text: string;
  /** Offset in the original text of the character at `position`. */
  offset(position: number): number;
}

const SPACE = /\s/;
/** Between two of these a space parts two values: `2 000`, `GB 50`. */
const APART = /[0-9A-Za-z０-９Ａ-Ｚａ-ｚ.．]/;

/** Drops the white space that extraction leaves inside and beside numbers: `百 分 之 2`, `10 万 家`. */
export function compactText(original: string): CompactText {
  if (!SPACE.test(original)) return { text: original, offset: (position) => position };
  const offsets: number[] = [];
  let text = '';
  let last = '';
  for (let position = 0; position < original.length; position++) {
    const character = original[position]!;
    if (SPACE.test(character)) {
      const next = firstInk(original, position);
      const parts = APART.test(last) && APART.test(original[next] ?? '');
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

function firstInk(text: string, from: number): number {
  let position = from;
  while (position < text.length && SPACE.test(text[position]!)) position++;
  return position;
}
