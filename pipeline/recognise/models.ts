import type { LineScores } from './decode-line.js';
import type { DetectText } from './text-boxes.js';

/** The three networks that read a page, whoever runs them. */
export interface Models {
  readonly detect: DetectText;
  /** How sure it is, 0 to 1, that a line image of 192 by 48 pixels stands on its head. */
  readonly upsideDown: (input: Float32Array) => Promise<number>;
  /** Reads a line image of 48 pixels' height. */
  readonly readLine: (input: Float32Array, width: number) => Promise<LineScores>;
  /** The characters that `readLine` knows, from its class 1. */
  readonly characters: readonly string[];
}
