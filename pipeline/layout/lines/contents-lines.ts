import type { Placed } from './columns.js';
import type { Line } from './page-lines.js';

const LEADER = /[.…·．]{3,}/;
const OPEN_LEADER = /[.…·．]{3,}$/;
const LAST_NUMBER = /^(.*[^\d\s.])\s*(\d{1,4})$/;
/** Lines that a title in a table of contents takes at most. */
const MOST_LINES = 3;

/**
 * Lines of a table of contents whose page number stands at the end of the title's first line while
 * the leader dots end its last (`…推进工作示意 44` + `图.....`): the number goes to the end.
 */
export function mendContentsLines<Other extends Placed>(
  items: readonly (Line | Other)[],
): (Line | Other)[] {
  const result = [...items];
  for (const [index, item] of items.entries()) {
    if (!isLine(item) || !OPEN_LEADER.test(item.text)) continue;
    for (let above = index - 1; above > index - MOST_LINES && above >= 0; above--) {
      const first = items[above]!;
      if (!isLine(first) || LEADER.test(first.text)) break;
      const numbered = LAST_NUMBER.exec(first.text);
      if (!numbered) continue;
      result[above] = { ...first, text: numbered[1]! };
      result[index] = { ...item, text: `${item.text} ${numbered[2]}` };
      break;
    }
  }
  return result;
}

const isLine = (item: Line | Placed): item is Line => 'baseline' in item;
