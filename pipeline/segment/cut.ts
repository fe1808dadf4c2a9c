import { type Dictionary, NONE } from './dictionary.js';

/** Hears a piece of a text: from `start` to `end`, with its word's node, `NONE` where it is none. */
export type OnPiece = (start: number, end: number, node: number) => void;

/** Marks that no word reaches over: a piece of its own each. */
const SEPARATORS = new Set([' ', '\t', '\n', '，', '。'].map((mark) => mark.charCodeAt(0)));

/** Whether a code unit is a mark that no word reaches over. */
export const isSeparator = (unit: number): boolean => SEPARATORS.has(unit);

/**
 * Cuts a text into the words of a dictionary, so that their probabilities give the highest product:
 * the way of the jieba segmenter without its model of unknown words. Pieces are told in order; what
 * stands in no word is a piece of one character.
 */
export function cutByWords(text: string, dictionary: Dictionary, onPiece: OnPiece): void {
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    if (!isSeparator(text.charCodeAt(index))) continue;
    if (start < index) cutRange(text, start, index, dictionary, onPiece);
    cutRange(text, index, index + 1, dictionary, onPiece);
    start = index + 1;
  }
  if (start < text.length) cutRange(text, start, text.length, dictionary, onPiece);
}

/** Length of the character at a place, in code units: two of them make one beyond the first plane. */
export function characterLength(text: string, index: number, end: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdbff || index + 1 >= end) return 1;
  const following = text.charCodeAt(index + 1);
  return following >= 0xdc00 && following <= 0xdfff ? 2 : 1;
}

/** The best way from each place to the end of a range: its weight, its first word and that one's end. */
let bestWeight = new Float64Array(1024);
let bestNode = new Uint32Array(1024);
let bestEnd = new Uint32Array(1024);

function reserve(length: number): void {
  if (length < bestWeight.length) return;
  const room = 2 * length;
  bestWeight = new Float64Array(room);
  bestNode = new Uint32Array(room);
  bestEnd = new Uint32Array(room);
}

function cutRange(
  text: string,
  start: number,
  end: number,
  dictionary: Dictionary,
  onPiece: OnPiece,
): void {
  reserve(end - start);
  bestWeight[end - start] = 0;
  for (let from = end - 1; from >= start; from--) weigh(text, start, from, end, dictionary);
  for (let from = start; from < end; ) {
    const to = bestEnd[from - start]!;
    onPiece(from, to, bestNode[from - start]!);
    from = to;
  }
}

/** Chooses the first word of the best way from a place, once all later places have theirs. */
function weigh(
  text: string,
  start: number,
  from: number,
  end: number,
  dictionary: Dictionary,
): void {
  const alone = from + characterLength(text, from, end);
  let node = NONE;
  let to = from;
  let chosen = NONE;
  let chosenEnd = alone;
  let weight = Number.NEGATIVE_INFINITY;
  do {
    node = dictionary.next(node, text.charCodeAt(to++));
    if (to < alone) continue;
    const word = node !== NONE && dictionary.holds(node);
    if (!word && to > alone) continue;
    const sum = bestWeight[to - start]! + dictionary.weight(word ? node : NONE);
    if (sum > weight) {
      weight = sum;
      chosen = word ? node : NONE;
      chosenEnd = to;
    }
  } while ((node !== NONE || to < alone) && to < end);
  bestWeight[from - start] = weight;
  bestNode[from - start] = chosen;
  bestEnd[from - start] = chosenEnd;
}
