import type { FlowBlock } from './flow-block.js';
import type { Line } from './line.js';

/** A paragraph of this length that ends in no mark was cut, as by the page that it was copied from. */
const SHORTEST_CUT = 40;
const ENDED = /[。！？：；.!?:;][”’）》」)]*$|[）》」】)]$/;

/**
 * The blocks with each paragraph that may go on with the one above it given as a line, which
 * cleaning joins where the words do go on.
 */
export function withCutParagraphs(blocks: readonly FlowBlock[]): FlowBlock[] {
  return blocks.map((block, index) => {
    const above = blocks[index - 1];
    if (
      block.kind !== 'paragraph' ||
      (above?.kind !== 'paragraph' && above?.kind !== 'list_item')
    ) {
      return block;
    }
    const words = withoutLastMark(above.lines.at(-1)!);
    const isCut = words.length >= SHORTEST_CUT && /[，。；]/.test(words) && !ENDED.test(words);
    return isCut ? { ...block, kind: 'line' } : block;
  });
}

/** The words of a line less the footnote's mark at its end. */
function withoutLastMark({ text, marks }: Line): string {
  const mark = marks.at(-1);
  return mark && mark.end === text.length ? text.slice(0, mark.start) : text;
}
