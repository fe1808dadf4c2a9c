import type { TextBlock } from '../../model/outline.js';
import type { EntryHeading } from './entry.js';

/**
 * The same blocks with those cut in two in which a heading ends and its notice begins, as where
 * cleaning joined `…的通知（2023年6月13日）` to the 发文字号 below it; the entries with their new places.
 */
export function splitAfterHeadings(
  blocks: readonly TextBlock[],
  entries: readonly EntryHeading[],
): { blocks: TextBlock[]; entries: EntryHeading[] } {
  const split: TextBlock[] = [];
  const moved: EntryHeading[] = [];
  let next = 0;
  for (const entry of entries) {
    while (next < entry.start) split.push(blocks[next++]!);
    const start = split.length;
    while (next < entry.end.block) split.push(blocks[next++]!);
    const block = blocks[next];
    if (entry.end.offset > 0 && block) {
      split.push({ ...block, passage: block.passage.slice(0, entry.end.offset).trim() });
      split.push({ ...block, passage: block.passage.slice(entry.end.offset).trim() });
      next++;
    }
    const after = entry.end.offset > 0 ? split.length - 1 : split.length;
    moved.push({ ...entry, start, end: { block: after, offset: 0 } });
  }
  while (next < blocks.length) split.push(blocks[next++]!);
  return { blocks: split, entries: moved };
}
