import { looksLikeBody, splitBodyNames } from './body-names.js';
import type { Blocks } from './document-head.js';
import { genreOf } from './genre.js';
import { squeezed } from './squeeze.js';

/** 公告, 令, 中华人民共和国国务院令 on a line of its own: what an order is called. */
const ORDER = /^(?:(?:中华人民共和国)?([一-龥]{2,20}))?(?:令|命令|公告|通告)$/;
/** A title that begins with a body's name on a line of its own goes on so. */
const TITLE_GOES_ON = /^(?:关于|印发|转发|批转|公布|发布)/;
const TITLE_WORD = /关于|印发|转发|批转|公布/;
const MOST_NAMES = 8;

/** A body's name, or the word for what it issues, on a line of its own above a text. */
export function isIssuerLine(blocks: Blocks, index: number): boolean {
  const line = lineAt(blocks, index);
  if (line === null || TITLE_WORD.test(line)) return false;
  if (ORDER.test(line)) return true;
  if (!looksLikeBody(line) || genreOf(line) !== null) return false;
  for (let next = index + 1; next <= index + MOST_NAMES; next++) {
    const below = lineAt(blocks, next);
    if (below === null) return true;
    if (TITLE_GOES_ON.test(below)) return false;
    if (!looksLikeBody(below)) return true;
  }
  return true;
}

/** Bodies that such a line names: 中华人民共和国国务院令 names 国务院. */
export function issuersOfLine(line: string): string[] {
  const order = ORDER.exec(squeezed(line));
  if (order) return order[1] ? [order[1]] : [];
  return splitBodyNames(line);
}

function lineAt(blocks: Blocks, index: number): string | null {
  const block = blocks[index];
  if (!block || block.kind === 'table' || block.passage.length > 60) return null;
  return squeezed(block.passage.reading);
}
