import type { BlockStretch, Blocks } from './document-head.js';
import { isLawGenre } from './genre.js';
import { squeezed } from './squeeze.js';

const ARTICLE = /^第[一二三四五六七八九十百]{1,5}条/;
/** `第一条 为了规范…，制定本办法。`: how rules open; measures numbered 第一条 do not. */
const PURPOSE =
  /制[定订]本(?:实施|暂行|管理|试行|操作)*(?:法|条例|办法|规定|细则|规则|规程|章程|准则|制度|标准|规范|解释)/;
/** `第十三条 本方案自发布之日起施行`, `第十四条 本方案由…负责解释`: how rules close. */
const CLOSING =
  /^第[一二三四五六七八九十百]{1,5}条\s*本(?:实施|暂行|管理|试行|操作|征收|补偿|安置)*(?:方案|条例|办法|规定|细则|规则|解释)(?:[自从于]|[由的][^，。；]{2,30}解释)/;
const ITEM = /^[一二三四五六七八九十]{1,3}、/;
const CHAPTER = /^第[一二三四五六七八九十百]{1,4}[章节编]/;
const FEWEST_ARTICLES = 3;
const LONGEST_CONTENTS_LINE = 60;

/**
 * True where a text is written in articles: 第一条 …; `genres` of all it holds. What is no 条例, 办法 or 规定 by its title
 * must have more articles than items, and an article that says what it is made for or since when it holds.
 */
export function isLawLike(genres: readonly (string | null)[], blocks: Blocks): boolean {
  const isLaw = genres.every(isLawGenre);
  let articles = 0;
  let items = 0;
  let hasPurpose = false;
  for (const { passage } of blocks) {
    if (ITEM.test(passage.reading.slice(0, 8))) items++;
    else if (passage.text.startsWith('第') && ARTICLE.test(passage.text.slice(0, 8))) {
      articles++;
      hasPurpose ||= PURPOSE.test(passage.reading) || CLOSING.test(passage.reading);
    }
    if (isLaw && articles >= FEWEST_ARTICLES) return true;
  }
  return hasPurpose && articles >= FEWEST_ARTICLES && articles > items;
}

/**
 * 目录 of a law's chapters at block `start`: from the word to where the first chapter is printed
 * once more. null where the block is no such thing.
 */
export function readLawContents(blocks: Blocks, start: number): BlockStretch | null {
  const word = squeezed(blocks[start]!.passage.reading.slice(0, 12));
  const isWord = word === '目录' || (word === '目' && lineAt(blocks, start + 1) === '录');
  if (!isWord) return null;
  const first = word === '目录' ? start + 1 : start + 2;
  const opening = lineAt(blocks, first);
  if (opening === null || !CHAPTER.test(opening)) return null;
  const chapter = CHAPTER.exec(opening)![0];
  for (let end = first + 1; end < blocks.length; end++) {
    const line = lineAt(blocks, end);
    if (line === null || ARTICLE.test(line)) return { start, end };
    if (line.startsWith(chapter)) return { start, end };
  }
  return null;
}

function lineAt(blocks: Blocks, index: number): string | null {
  const block = blocks[index];
  if (!block || block.kind === 'table' || block.passage.length > LONGEST_CONTENTS_LINE) return null;
  return squeezed(block.passage.reading);
}
