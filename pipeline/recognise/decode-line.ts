/** What reads a line: for each step from left to right, the scores of all classes. */
export interface LineScores {
  readonly steps: number;
  readonly classes: number;
  /** Step by step. */
  readonly scores: Float32Array;
}

/** A character where it was read, in steps from the line's left end. */
export interface ReadCharacter {
  readonly text: string;
  /** The steps at which it was seen; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Share of certainty, 0 to 1. */
  readonly confidence: number;
}

/** A character with its middle as a share of its line's width. */
export type Placed = ReadCharacter & { readonly middle: number };

/** The class for a step at which no character is seen. */
const NONE = 0;

/**
 * The characters that a line's scores say: at each step the likeliest class, where one that lasts over
 * steps is one character (CTC, as the network was trained).
 * @param characters by class, from class 1
 */
export function decodeLine(
  { steps, classes, scores }: LineScores,
  characters: readonly string[],
): ReadCharacter[] {
  const read: { text: string; from: number; to: number; confidence: number }[] = [];
  let last = NONE;
  for (let step = 0; step < steps; step++) {
    const start = step * classes;
    let best = 0;
    let most = scores[start]!;
    for (let index = 1; index < classes; index++) {
      const score = scores[start + index]!;
      if (score > most) {
        most = score;
        best = index;
      }
    }
    if (best !== NONE) {
      if (best === last) {
        const character = read.at(-1)!;
        character.to = step + 1;
        character.confidence = Math.max(character.confidence, most);
      } else {
        const text = characters[best - 1] ?? '';
        read.push({ text, from: step, to: step + 1, confidence: most });
      }
    }
    last = best;
  }
  return read.filter(({ text }) => text !== '');
}
