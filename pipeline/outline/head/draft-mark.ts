import type { BlockRole, Blocks } from './document-head.js';
import { squeezed } from './squeeze.js';
import { DRAFT_MARK } from './title.js';

const LONGEST = 20;

/** `（征求意见稿）` on a line of its own above the title; empty where none stands there. */
export function draftMarkAbove(blocks: Blocks, roles: readonly BlockRole[]): string {
  const above = blocks.slice(0, Math.max(0, roles.indexOf('title')));
  const lines = above
    .filter(({ kind, passage }) => kind !== 'table' && passage.length <= LONGEST)
    .map(({ passage }) => squeezed(passage.reading));
  return lines.find((line) => DRAFT_MARK.test(line)) ?? '';
}
