import { recordWords } from '../../model/characters.js';
import type { BlockStretch, Blocks } from './document-head.js';
import { isFrameNote } from './frame-notes.js';
import { squeezed, titleLikeness } from './squeeze.js';
import { type PrintedTitle, readPrintedTitle } from './title.js';

const TRANSMITS = /(?:印发|转发|发布|公布|下发|颁布|公开征求)/;
const TRANSMITTAL = new RegExp(
  `${TRANSMITS.source}(.+?)(?:的(?:通知|公告|通告|函|决定|批复|请示|报告)|意见的公告)$`,
);
/** Up to here below the signature a carried title is looked for. */
const MOST_BLOCKS_BELOW = 8;
const MOST_NOTES = 4;
/** What is named in fewer characters is no title. */
const SHORTEST_TITLE = 6;

/** Titles that a transmittal's title names in 《》: 关于印发《X》《Y》的通知. */
function namedInQuotes(title: string): string[] {
  const from = title.search(TRANSMITS);
  if (from < 0) return [];
  return topLevelQuotes(title.slice(from));
}

/** What stands in the outermost 《》; a 《 inside another belongs to it. */
function topLevelQuotes(text: string): string[] {
  const titles: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '《' && depth++ === 0) start = at + 1;
    else if (text[at] === '》' && depth > 0 && --depth === 0) titles.push(text.slice(start, at));
  }
  return titles;
}

/** What the notice carries: titles, and the title printed at its head where one was found. */
export interface Carried {
  readonly titles: readonly string[];
  readonly printed: PrintedTitle | null;
}

/**
 * Titles that a transmittal carries. Where its title names none in 《》 (关于印发优化营商环境行动方案的通知)
 * the carried text's own title is taken, which stands below the signature. `below` is the block
 * after the signature.
 */
export function readCarried(title: string, blocks: Blocks, below: number): Carried {
  const quoted = namedInQuotes(title);
  const inner = quoted[0] ?? TRANSMITTAL.exec(title)?.[1];
  const printed = findPrinted(blocks, below, inner ?? title);
  if (!inner) return { titles: [], printed };
  if (quoted.length > 0) return { titles: quoted, printed };
  return {
    titles: [printed && isClosed(printed.title) ? printed.title : squeezed(inner)],
    printed,
  };
}

/** False where a bracket was lost: 合肥市优化营商环境行动方案(2023版. */
function isClosed(title: string): boolean {
  return (title.match(/[（(]/g)?.length ?? 0) === (title.match(/[）)]/g)?.length ?? 0);
}

/** The printed title most like `named` among the first blocks below the signature. */
function findPrinted(blocks: Blocks, below: number, named: string): PrintedTitle | null {
  for (let start = below; start < Math.min(blocks.length, below + MOST_BLOCKS_BELOW); start++) {
    const printed = readPrintedTitle(blocks, start);
    if (printed && titleLikeness(printed.title, named) > 0.8) return printed;
  }
  return null;
}

/** The title of what a notice sends out: below its signature, of a known kind or as the notice names it in 《》. */
export function titleBelow(
  blocks: Blocks,
  from: number,
  signature: BlockStretch,
): PrintedTitle | null {
  const at = skipNotes(blocks, signature.end);
  const printed = readPrintedTitle(blocks, at);
  const block = blocks[at];
  if (printed !== null || block === undefined || block.kind === 'table') return printed;
  const line = squeezed(block.passage.reading);
  const isNamed = blocks
    .slice(from, signature.start)
    .some(({ passage }) => squeezed(passage.reading).includes(`《${line}》`));
  if (!isNamed || line.length < SHORTEST_TITLE) return null;
  return {
    title: recordWords(line),
    passage: block.passage,
    start: at,
    end: at + 1,
    draftMark: '',
    docNumber: null,
  };
}

/** The block behind notes of the frame: （此件公开发布）. */
function skipNotes(blocks: Blocks, from: number): number {
  let at = from;
  while (
    at < Math.min(blocks.length, from + MOST_NOTES) &&
    isFrameNote(blocks[at]!.passage.reading)
  )
    at++;
  return at;
}
