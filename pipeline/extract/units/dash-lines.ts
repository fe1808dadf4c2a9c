import type { Passage } from '../../model/passage.js';
import type { Clause } from './clause.js';
import { clauseOf, shareOfBodies } from './clause-of.js';

/** `——市国资委`, `—— 市数据局、市财政局`: what stands behind a sentence or opens a line. */
const DASHES = /(?:—|－|–|―|-){2,}/g;
const LONGEST = 200;

/** Whether a passage can hold such a line. */
export const mayHoldDashLines = (reading: string): boolean => /[—－–―-]{2}/.test(reading);

/**
 * Lists of bodies behind dashes, with nothing else up to the paragraph's end, below the words of what they are to do.
 */
export function dashLines(passage: Passage, outside: (start: number) => boolean): Clause[] {
  const { reading, breaks } = passage;
  if (!mayHoldDashLines(reading)) return [];
  const found: Clause[] = [];
  for (const { index: start, 0: dashes } of reading.matchAll(DASHES)) {
    const opens = breaks.includes(start) || /[。；！]/.test(reading[start - 1] ?? '');
    const end = breaks.find((at) => at > start) ?? reading.length;
    if (start === 0 || !opens || end - start > LONGEST || !outside(start)) continue;
    const inner = start + dashes.length;
    if (/[。：]./.test(reading.slice(inner, end))) continue;
    const place = { start, end, innerStart: inner, innerEnd: end };
    const clause = clauseOf(passage, place, 'label', 'unit.dash-line');
    if (clause.mentions.length > 0 && shareOfBodies(passage, clause) === 1) found.push(clause);
  }
  return found;
}
