import { JOINT_NAMES } from './data/joint-names.js';

const NAMES = JOINT_NAMES.trim()
  .split('\n')
  .map((line) => line.split('|')[0]!.trim())
  .sort((one, other) => other.length - one.length);
const BEGINNINGS = new Set(NAMES.map((name) => name[0]!));

/** Length of the name with a separator inside that begins at `position`: `市科委、中关村管委会`; 0 where none does. */
export function jointNameLength(text: string, position: number): number {
  if (!BEGINNINGS.has(text[position]!)) return 0;
  return NAMES.find((name) => text.startsWith(name, position))?.length ?? 0;
}
