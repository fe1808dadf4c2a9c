import type { Placed } from './decode-line.js';
import type { RecognisedLine, RecognisedWord } from './recognised-page.js';
import type { TextBox } from './text-boxes.js';

/** Share of the type's size that the middles of digits or letters of one word stand apart at most. */
const SAME_WORD = 0.85;

/**
 * A line of words of one character each, set about the middles at which they were seen.
 * @param size pixels of the type
 */
export function wordsOf(
  characters: readonly Placed[],
  box: TextBox,
  size: number,
): RecognisedLine | null {
  if (characters.every(({ text }) => text.trim() === '')) return null;
  const left = box.x - box.width / 2;
  const middles = characters.map(({ middle }) => left + middle * box.width);
  // Half of a character's room, on the side of a neighbour.
  const room = (index: number, neighbour: number): number => {
    const half = (isWide(characters[index]!.text) ? size : size / 2) / 2;
    const other = characters[neighbour];
    if (!other) return half;
    const apart = Math.abs(middles[neighbour]! - middles[index]!);
    const narrow = !isWide(characters[index]!.text) && !isWide(other.text);
    if (narrow && other.text !== ' ' && apart < size * SAME_WORD) return apart / 2;
    return Math.min(half, apart / 2);
  };
  const words: RecognisedWord[] = [];
  characters.forEach(({ text, confidence }, index) => {
    if (text.trim() === '') return;
    const x0 = middles[index]! - room(index, index - 1);
    const x1 = middles[index]! + room(index, index + 1);
    words.push({ text, x0, x1, confidence: confidence * 100 });
  });
  const bounds = {
    x0: words[0]!.x0,
    x1: words.at(-1)!.x1,
    top: box.y - size / 2,
    bottom: box.y + size / 2,
  };
  return { box: bounds, words, size };
}

const isWide = (text: string): boolean => /[^\p{ASCII}]/u.test(text);
