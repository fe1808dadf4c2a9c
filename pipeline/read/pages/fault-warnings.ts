import { warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import type { Page } from '../../model/source-text.js';
import type { JudgedPage } from './read-pages.js';

/**
 * A warning for each page at fault, and one for a file that was mended.
 * @param places printed number and place in the text of each page, by its number in the file
 */
export function faultWarnings(
  pages: readonly JudgedPage[],
  mended: boolean,
  places: ReadonlyMap<number, Page>,
): Warning[] {
  const warnings: Warning[] = [];
  if (mended) {
    warnings.push(warningOf('damaged_file', null));
  }
  for (const { layout, fault } of pages) {
    if (fault === null) continue;
    const { number, start, end } = places.get(layout.number)!;
    const at = { page: number, start, end };
    warnings.push(warningOf(fault, at, `第 ${number} 页（page ${number}）`));
  }
  return warnings;
}
