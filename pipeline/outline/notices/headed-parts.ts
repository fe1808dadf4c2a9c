import type { TextBlock } from '../../model/outline.js';
import { endsTitle } from '../head/genre.js';
import { squeezed, titleLikeness } from '../head/squeeze.js';
import { readLabel } from '../labels/index.js';

/** A titled part of a compilation, by its heading. */
export interface HeadedPart {
  readonly title: string;
  readonly start: number;
}

/** `某某工作资料汇编（二）`: the cover of a compilation. */
const COVER = /(?:汇编|选编|合编|资料集|文件集)(?:[（(].{1,8}[）)])?$/;
const MOST_ABOVE = 4;
const SHORTEST_TITLE = 8;
const LONGEST_TITLE = 120;
const ATTACHMENT = /^附\s*(?:件|表|录)/;
/** One text that another sends out bears nearly its title. */
const CARRIED = 0.8;

/**
 * Parts of a compilation without a contents list that headings of one level title, as in Markdown: `# 某市供餐提升行动方案`,
 * `# 某市监督员名单`. What a notice above carries and attachments are none. Fewer than two, or no cover: none.
 */
export function findHeadedParts(blocks: readonly TextBlock[]): HeadedPart[] {
  const cover = blocks
    .slice(0, MOST_ABOVE)
    .findIndex(
      ({ passage }) => passage.length < LONGEST_TITLE && COVER.test(squeezed(passage.reading)),
    );
  if (cover < 0) return [];
  const titled = [...blocks.entries()].filter(
    ([index, block]) => index > cover && block.kind === 'heading' && isTitle(block),
  );
  const level = Math.min(...titled.map(([, block]) => block.level ?? 1));
  const parts: HeadedPart[] = [];
  for (const [index, block] of titled) {
    const title = squeezed(block.passage.reading);
    const above = squeezed(blocks[index - 1]?.passage.reading.slice(0, LONGEST_TITLE) ?? '');
    const last = parts.at(-1)?.title ?? '';
    const isPart = (block.level ?? 1) === level && !ATTACHMENT.test(above);
    if (isPart && titleLikeness(last, title) <= CARRIED) parts.push({ title, start: index });
  }
  return parts.length >= 2 ? parts : [];
}

function isTitle({ passage }: TextBlock): boolean {
  const words = squeezed(passage.reading.slice(0, LONGEST_TITLE + 1));
  const isLong = words.length >= SHORTEST_TITLE && words.length <= LONGEST_TITLE;
  return isLong && readLabel(words) === null && !ATTACHMENT.test(words) && endsTitle(words);
}
