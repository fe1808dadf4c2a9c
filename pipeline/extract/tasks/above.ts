import type { Unit } from '../../../schemas/task.js';

/** What stands above a block and holds for it. */
export interface Above {
  /** Headings, outermost first, as printed. */
  readonly path: readonly string[];
  /** Bodies that a heading's clause names, for blocks without one of their own. */
  readonly inherited: readonly Unit[];
  readonly inheritedEtAl: boolean;
}

/** Above the outermost sections, and above paragraphs that stand outside all of them. */
export const NOTHING_ABOVE: Above = { path: [], inherited: [], inheritedEtAl: false };
