import { characterLength } from './cut.js';
import type { DictionaryArrays } from './dictionary.js';

/** Places of a character in a word, in the order of the model: beginning, end, middle, alone. */
const PLACES = 4;
const END = 1;
const ALONE = 3;
const IMPROBABLE = -3.14e100;

const LETTERS = /[A-Za-z][A-Za-z0-9]*/y;
const NUMBER = /[0-9][0-9.]*/y;

/** The words between `start` and `end`, characters that stand in no word of a dictionary. */
export function cutUnknown(
  text: string,
  start: number,
  end: number,
  model: DictionaryArrays,
  onWord: (start: number, end: number) => void,
): void {
  let from = start;
  for (let index = start; index < end; ) {
    if (text.charCodeAt(index) >= 0x80) {
      index++;
      continue;
    }
    if (from < index) cutByModel(text, from, index, model, onWord);
    from = Math.min(end, endOf(LETTERS, text, index) ?? endOf(NUMBER, text, index) ?? index + 1);
    onWord(index, from);
    index = from;
  }
  if (from < end) cutByModel(text, from, end, model, onWord);
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Viterbi's way through the places that characters may have. */
function cutByModel(
  text: string,
  start: number,
  end: number,
  { characters, emission, transition }: DictionaryArrays,
  onWord: (start: number, end: number) => void,
): void {
  const starts: number[] = [];
  for (let at = start; at < end; at += characterLength(text, at, end)) starts.push(at);
  const weight = new Float64Array(PLACES * starts.length);
  const before = new Uint8Array(PLACES * starts.length);
  for (const [index, at] of starts.entries()) {
    const known = characterIndex(characters, text.codePointAt(at)!);
    for (let place = 0; place < PLACES; place++) {
      const emitted = known < 0 ? IMPROBABLE : emission[PLACES * known + place]!;
      const now = PLACES * index + place;
      if (index === 0) {
        weight[now] = transition[place]! + emitted;
        continue;
      }
      weight[now] = IMPROBABLE;
      before[now] = END;
      for (let former = 0; former < PLACES; former++) {
        const stepped = transition[PLACES * (former + 1) + place]!;
        const sum = weight[now - place - PLACES + former]! + stepped + emitted;
        if (sum > weight[now]!) {
          weight[now] = sum;
          before[now] = former;
        }
      }
    }
  }
  const last = PLACES * (starts.length - 1);
  let place = weight[last + END]! >= weight[last + ALONE]! ? END : ALONE;
  const ends: number[] = [];
  for (let index = starts.length - 1; index >= 0; index--) {
    if (place === END || place === ALONE) ends.push(starts[index + 1] ?? end);
    place = before[PLACES * index + place]!;
  }
  let from = start;
  for (const to of ends.reverse()) {
    onWord(from, to);
    from = to;
  }
}

function characterIndex(characters: Uint16Array, character: number): number {
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (characters[middle]! < character) low = middle + 1;
    else high = middle;
  }
  return characters[low] === character ? low : -1;
}
