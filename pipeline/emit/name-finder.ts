/**
 * Finds words in a text whatever white space stands between their characters and whether digits
 * are half or full width. The text is gone through once.
 */
export class NameFinder {
  private readonly byFirst = new Map<number, string[]>();

  /** Words of one character are left out: they would be found everywhere. */
  constructor(words: readonly string[]) {
    const bare = words.map((word) => [...word].filter((letter) => !/\s/.test(letter)).join(''));
    for (const word of new Set(bare)) {
      if (word.length < 2) continue;
      const first = folded(word.charCodeAt(0));
      const others = this.byFirst.get(first);
      if (others) others.push(word);
      else this.byFirst.set(first, [word]);
    }
  }

  /** Start and end of every find, ascending by start; of several at one place the longest. */
  find(text: string): [start: number, end: number][] {
    const found: [number, number][] = [];
    if (this.byFirst.size === 0) return found;
    for (let start = 0; start < text.length; start++) {
      const words = this.byFirst.get(folded(text.charCodeAt(start)));
      if (words === undefined) continue;
      const end = Math.max(...words.map((word) => endOfWord(text, start, word)));
      if (end > start) found.push([start, end]);
    }
    return found;
  }
}

/** White space that is passed over between two characters of a word. */
const MOST_BLANKS = 8;

/** One past the word's last character, or -1 where it does not stand at `start`. */
function endOfWord(text: string, start: number, word: string): number {
  let position = start;
  for (let letter = 0; letter < word.length; letter++) {
    for (let blanks = 0; letter > 0 && blanks < MOST_BLANKS && isBlank(text, position); blanks++) {
      position++;
    }
    if (folded(text.charCodeAt(position)) !== folded(word.charCodeAt(letter))) return -1;
    position++;
  }
  return position;
}

const isBlank = (text: string, position: number): boolean => {
  const code = text.charCodeAt(position);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d) || code === 0x3000 || code === 0xa0;
};

/** Full-width digits as half-width ones. */
const folded = (code: number): number => (code >= 0xff10 && code <= 0xff19 ? code - 0xfee0 : code);
