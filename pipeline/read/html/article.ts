import { isPageFurniture } from '../../model/page-furniture.js';
import { ancestry, type ElementNode, isElement, isWithin, squeeze } from './dom.js';
import type { FlowBlock } from './flow-block.js';
import { isBlock } from './hidden.js';
import { linkedLength } from './line.js';
import { headsLinks } from './page-furniture.js';
import type { Weight, Weights } from './weights.js';

/** Running text that an element may lose to the frame around the article. */
const LOST_SHARE = 0.03;
const LOST_SHARE_OF_SHORT = 0.1;
const LOST_OF_SHORT = 60;
const MAIN_SHARE = 0.6;
const FRAME_TAGS = new Set(['nav', 'aside', 'footer', 'header']);

/**
 * The innermost element that holds the article: nearly all of the page's running text, or where
 * there is none, of its words outside links.
 * @param isData whether a table holds data; what is in it is never the article alone
 */
export function findArticle(
  root: ElementNode,
  weights: Weights,
  isData: (element: ElementNode) => boolean,
): ElementNode {
  const measure = measureFor(weights.of(root));
  let node = root;
  for (;;) {
    const inner = mainChild(node, weights, measure, isData);
    if (!inner) break;
    node = inner;
  }
  for (const element of ancestry(node)) if (isBlock(element)) return element;
  return root;
}

type Measure = (weight: Weight) => number;

const measureFor = (whole: Weight): Measure =>
  whole.running >= 50 ? (weight) => weight.running : (weight) => weight.words - weight.linked;

/** The child that holds the article where all the others are its frame. */
function mainChild(
  node: ElementNode,
  weights: Weights,
  measure: Measure,
  isData: (element: ElementNode) => boolean,
): ElementNode | null {
  const total = measure(weights.of(node));
  const children = node.children.filter(isElement);
  let main: ElementNode | null = null;
  let inChildren = 0;
  for (const child of children) {
    const own = measure(weights.of(child));
    inChildren += own;
    if (own > (main ? measure(weights.of(main)) : 0)) main = child;
  }
  if (!main || inChildren < total || isData(main) || main.name === 'p') return null;
  const at = children.indexOf(main);
  const others = children.filter((child) => child !== main && weights.of(child).words > 0);
  const isContent = (child: ElementNode): boolean =>
    isData(child) || isText(child, weights, node.name === 'body' && children.indexOf(child) > at);
  if (others.some(isContent)) return null;
  const most = measure(weights.of(main));
  const allowed = Math.max(
    total * LOST_SHARE,
    Math.min(total * LOST_SHARE_OF_SHORT, LOST_OF_SHORT),
  );
  if (total - most <= allowed) return main;
  const losing = others.filter((child) => measure(weights.of(child)) > 0);
  const framed = losing.every((child) => isFrame(child, weights));
  return most >= total * MAIN_SHARE && framed ? main : null;
}

/** Paragraphs, and rows of a layout table, beside the main element are of the article. */
function isText(element: ElementNode, weights: Weights, mayBeFooter: boolean): boolean {
  const { words, linked, running } = weights.of(element);
  if (element.name === 'p' || element.name === 'tr') {
    return mayBeFooter ? running > 0 : words > 0 && linked === 0;
  }
  return running > 0 && /^h[1-6]$/.test(element.name);
}

/** Side columns, lists of news and the like: full of links, or marked as such. */
function isFrame(element: ElementNode, weights: Weights): boolean {
  const { words, linked } = weights.of(element);
  return FRAME_TAGS.has(element.name) || linked > words * 0.3;
}

export interface ArticleBlocks {
  /** The article's own title, if it stands above it and is none of its blocks; null else. */
  readonly title: readonly FlowBlock[];
  readonly blocks: readonly FlowBlock[];
  /** Lines around it that belong to the page's frame. */
  readonly frame: readonly FlowBlock[];
}

/**
 * The blocks of the article among those of the page, with its title where that stands above.
 * @param titles what the page's tags call it, without white space
 */
export function articleBlocks(
  page: readonly FlowBlock[],
  article: ElementNode,
  titles: readonly string[],
): ArticleBlocks {
  const start = page.findIndex((block) => isWithin(block.element, article));
  if (start < 0) return { title: [], blocks: [], frame: page };
  let end = start;
  while (end < page.length && isWithin(page[end]!.element, article)) end++;
  const own = page.slice(start, end);
  const edges = edgesOf(own);
  const inside = own.filter((block, index) => {
    const atEdge = index < edges.start || index >= edges.end;
    return !atEdge || !isFrameBlock(block);
  });
  const kept = new Set(inside);
  const above = titleAbove(page, start, inside, titles);
  const between = page.slice(above + 1, start);
  return {
    title: above < start ? [page[above]!, ...between.filter((block) => !isFrameBlock(block))] : [],
    blocks: inside,
    frame: [...between.filter(isFrameBlock), ...own.filter((block) => !kept.has(block))],
  };
}

/** The first and one past the last of the blocks that are running text or a table. */
function edgesOf(blocks: readonly FlowBlock[]): { start: number; end: number } {
  const isCore = (block: FlowBlock): boolean =>
    block.kind === 'table' ||
    block.lines.some(
      (line) =>
        line.text.length >= 30 &&
        /[。；]/.test(line.text) &&
        linkedLength(line) * 2 < line.text.length,
    );
  const start = blocks.findIndex(isCore);
  const end = blocks.findLastIndex(isCore);
  return start < 0 ? { start: blocks.length, end: blocks.length } : { start, end: end + 1 };
}

function isFrameBlock(block: FlowBlock): boolean {
  if (block.kind === 'table' || block.lines.length !== 1) return false;
  const line = block.lines[0]!;
  if (isPageFurniture(line.text) || headsLinks(line.text)) return true;
  return linkedLength(line) >= line.text.length * 0.8 && !line.links.some(isDocumentLink);
}

/** Formats in which what is attached to a notice comes. */
const DOCUMENT_LINK =
  /\.(?:docx?|xlsx?|pptx?|pdf|wps|et|ofd|ceb|rtf|txt|csv|zip|rar|7z)(?:[?#]|$)/i;

/** Whether a link leads to a file rather than a page. */
export const isDocumentLink = ({ href }: { readonly href: string }): boolean =>
  DOCUMENT_LINK.test(href);

const OPENING_WORDS = 600;
const MOST_BLOCKS_BETWEEN = 12;

/** Index of the block above the article that holds its title; `start` where there is none. */
function titleAbove(
  page: readonly FlowBlock[],
  start: number,
  article: readonly FlowBlock[],
  titles: readonly string[],
): number {
  let opening = '';
  for (const block of article) {
    opening += block.lines.map((line) => squeeze(line.text)).join('');
    if (opening.length > OPENING_WORDS) break;
  }
  for (let index = start - 1; index >= Math.max(0, start - MOST_BLOCKS_BETWEEN); index--) {
    const words = wordsOf(page[index]!);
    if (words.length < 6) continue;
    const isTitle = titles.includes(words) || page[index]!.kind === 'heading';
    if (isTitle && !page[index]!.lines.some((line) => linkedLength(line) > 0)) {
      return opening.includes(words) ? start : index;
    }
  }
  return start;
}

const wordsOf = (block: FlowBlock): string =>
  block.lines.map((line) => squeeze(line.text)).join('');
