import { layoutPage, type PageContext, type PageLayout } from '../../layout/layout-document.js';
import type { LetterDoubt } from '../../recognise/doubts.js';
import { printedHeader } from '../../tables/index.js';
import { faultOf, type PageFault, UNREADABLE, wordsOf } from './page-fault.js';
import type { ReadPage } from './read-page.js';
import type { SeenPicture } from './seen-picture.js';

/** How a page's words were recognised. */
export interface PageRecognition {
  readonly engine: string;
  /** Lines of which something may be misread, as they are written down. */
  readonly doubtful: readonly DoubtfulLine[];
  /** How the picture that was read lies on the page. */
  readonly seen: SeenPicture;
}

export interface DoubtfulLine {
  readonly letters: readonly string[];
  readonly doubts: readonly LetterDoubt[];
}

/** A page taken apart, and what is wrong with it. */
export interface JudgedPage {
  /** Without any words where these are of no use. */
  readonly layout: PageLayout;
  readonly fault: PageFault | null;
  /** Whether it shows anything at all. */
  readonly blank: boolean;
  /** Its own words where something is wrong with them, to be compared with what is recognised. */
  readonly words: string;
  /** What is known of its words where they were recognised. */
  readonly recognition?: PageRecognition;
}

/** Words of pictures' text layers that are kept to be compared; a mark is short. */
const LONGEST_MARK = 40;

/** An open file of pages, whatever its format. */
export interface PageSource {
  readonly pages: number;
  /** Reads a page, counted from 1; fails where it is damaged. */
  read(number: number): Promise<ReadPage>;
}

/** Which page is read, all where none is named; whether places of all characters are kept. */
export interface PagesAsked {
  readonly only?: number | null;
  readonly keepGlyphs?: boolean;
}

/**
 * Reads all pages of a file one after another, or the `only` one that is asked for; of each only
 * what layout needs is kept.
 */
export async function readPages(
  file: PageSource,
  { only = null, keepGlyphs = false }: PagesAsked = {},
): Promise<JudgedPage[]> {
  const seen = new Map<string, number>();
  const pages: JudgedPage[] = [];
  const last = Math.min(only ?? file.pages, file.pages);
  for (let number = only ?? 1; number <= last; number++) {
    const page = await file.read(number).catch(() => null);
    const open = pages.at(-1)?.layout.open ?? null;
    pages.push(page ? judged(page, seen, { open, keepGlyphs }) : damagedPage(number));
  }
  return pages;
}

function damagedPage(number: number): JudgedPage {
  const content = { number, width: 0, height: 0, characters: [], rulings: [] };
  return { layout: layoutPage(content), fault: 'damaged_page', blank: false, words: '' };
}

function judged(
  page: ReadPage,
  seen: Map<string, number>,
  context: Pick<PageContext, 'open' | 'keepGlyphs'>,
): JudgedPage {
  const words = page.content.characters.length <= LONGEST_MARK * 3 ? wordsOf(page) : '';
  const times = seen.get(words) ?? 0;
  if (words !== '' && words.length <= LONGEST_MARK) seen.set(words, times + 1);
  const fault = faultOf(page, () => times > 0);
  const readable = fault === null || !UNREADABLE.has(fault);
  const content = readable ? page.content : { ...page.content, characters: [], rulings: [] };
  const blank = fault === null && page.content.characters.length === 0;
  const layout = layoutPage(content, { ...context, readHeader: printedHeader });
  return { layout, fault, blank, words: fault === null ? '' : wordsOf(page) };
}
