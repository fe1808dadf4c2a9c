import { type Stats, statSync } from 'node:fs';

/** Milliseconds after a change in which another one may leave the same times, as some disks count seconds. */
const UNSETTLED = 2000;

/**
 * What the system tells of a file without reading it, as one string: a file that was written since has
 * another. Throws the system's error.
 */
export const fileState = (path: string): string => wordsOf(statSync(path));

/** The same; null where there is no such file, or it was changed so lately that another change might not show. */
export function settledState(path: string): string | null {
  const stats = statOrNull(path);
  if (stats === null) return null;
  const changed = Math.max(stats.mtimeMs, stats.ctimeMs);
  return Date.now() - changed < UNSETTLED ? null : wordsOf(stats);
}

function statOrNull(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    // Whoever reads the file says what is wrong with it.
    return null;
  }
}

const wordsOf = ({ size, mtimeMs, ctimeMs, ino }: Stats): string =>
  `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
