import type { Placed } from './decode-line.js';
import type { RecognisedLine, RecognisedWord } from './recognised-page.js';
import type { TextBox } from './text-boxes.js';

const HAN = /\p{Script=Han}/u;
/** Share of a line's box that its characters are high: the box reaches beyond them. */
const LETTER_SHARE = 0.72;
/** Han characters that stand one behind the other tell the size of the type. */
const ENOUGH = 3;

/** Share of the type's size that the middles of digits or letters of one word stand apart at most. */
const SAME_WORD = 0.85;

/** A line of words of one character each, set about the middles at which they were seen. */
export function wordsOf(characters: readonly Placed[], box: TextBox): RecognisedLine | null {
  if (characters.every(({ text }) => text.trim() === '')) return null;
  const left = box.x - box.width / 2;
  const middles = characters.map(({ middle }) => left + middle * box.width);
  const size = sizeOf(characters, middles, box);
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

/** Pixels of the type: the usual distance of neighbours, else a share of the box's height. */
function sizeOf(characters: readonly Placed[], middles: readonly number[], box: TextBox): number {
  const usual = box.height * LETTER_SHARE;
  const steps: number[] = [];
  for (let index = 1; index < characters.length; index++) {
    if (!HAN.test(characters[index]!.text) || !HAN.test(characters[index - 1]!.text)) continue;
    const step = middles[index]! - middles[index - 1]!;
    if (step > usual * 0.6 && step < usual * 1.5) steps.push(step);
  }
  if (steps.length < ENOUGH) return usual;
  return steps.sort((a, b) => a - b)[steps.length >> 1]!;
}
