const CLOSE_OF: ReadonlyMap<string, string> = new Map(
  [
    '（）',
    '〔〕',
    '【】',
    '[]',
    '［］',
    '｛｝',
    '〈〉',
    '<>',
    '“”',
    '‘’',
    '《》',
    '「」',
    '『』',
  ].map((pair) => [pair[0]!, pair[1]!]),
);

/** Source of a class of marks that open brackets, and of one that closes them. */
export const OPENING = '[（〔【\\[［〈<]';
export const CLOSING = '[）〕】\\]］〉>]';
export const INSIDE = '[^（）〔〕【】\\[\\]［］〈〉<>]';

export const isOpening = (character: string): boolean => CLOSE_OF.has(character);

/** Offset of the mark that closes the one at `open`, before `end`; -1 where none does. */
export function closingOf(reading: string, open: number, end: number): number {
  const opens = reading[open]!;
  const closes = CLOSE_OF.get(opens);
  let depth = 0;
  for (let position = open; position < end; position++) {
    const character = reading[position]!;
    if (character === opens) depth++;
    else if (character === closes && --depth === 0) return position;
  }
  return -1;
}

export const isClosing = (character: string): boolean => /[）〕】\]］〉>]/.test(character);
