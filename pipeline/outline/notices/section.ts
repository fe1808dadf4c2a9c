import type { TextBlock } from '../../model/outline.js';
import { squeezed } from '../head/squeeze.js';

/** `三、华东`, `（一）上海`, `第二部分 省级政策`: a label and a few characters, no sentence. */
const SECTION =
  /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[篇部章编]分?)([^。；：，、（）]{1,14})$/;
/** Only above the first section of its kind stands the heading of a wider one. */
const FIRST = /^(?:一、|（一）|第一[篇部章编])/;
const MOST_SECTIONS = 3;

/** Section headings right above an entry: where the first of them stands, and the nearest's name. */
export interface SectionAbove {
  readonly start: number;
  readonly name: string | null;
}

/**
 * Looks upward from the first entry of a section. A heading of a compendium is part of no notice.
 * `lowest` is the first block that may be looked at.
 */
export function sectionAbove(
  blocks: readonly TextBlock[],
  entry: number,
  lowest: number,
): SectionAbove {
  let start = entry;
  let name: string | null = null;
  while (start > lowest && entry - start < MOST_SECTIONS) {
    const block = blocks[start - 1]!;
    if (block.kind === 'table' || block.passage.length > 40) break;
    const match = SECTION.exec(squeezed(block.passage.reading));
    if (!match) break;
    name ??= match[1]!;
    start--;
    if (!FIRST.test(match[0])) break;
  }
  return { start, name };
}
