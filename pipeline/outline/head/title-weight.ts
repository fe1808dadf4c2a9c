import { isPageFurniture } from '../../model/page-furniture.js';
import { widthNormalized } from '../../model/width.js';
import { readLabel } from '../labels/index.js';
import { looksLikeBody } from './body-names.js';
import { docNumberOfLine } from './doc-number.js';
import type { Blocks } from './document-head.js';
import { endsTitle } from './genre.js';
import { isSureTitle } from './menu.js';
import { holdsAddress, isColumn, isMenuRow, isRowByShape } from './page-shape.js';
import { readRecipients } from './recipients.js';
import { squeezed } from './squeeze.js';
import { type PrintedTitle, readPrintedTitle } from './title.js';
import { PageLines } from './web-properties.js';

/** Blocks and characters from the top in which a title is looked for. */
const MOST_BLOCKS = 60;
const MOST_CHARACTERS = 2000;
const LONGEST_TITLE = 120;
const SHORTEST_NAMED = 10;
const SHORTEST_PARAGRAPH = 40;
/** How much more a line further down must weigh than the one above it. */
const MARGIN = 3;
/** What weighs so much is a title even where sentences of a page stand above it. */
export const SURE_WEIGHT = 7;
/** A title that weighs so much and has its text below it ends the search. */
const SETTLED_WEIGHT = 6;

/** A title with how much speaks for it. */
export interface WeighedTitle {
  readonly title: PrintedTitle;
  readonly weight: number;
}

/**
 * How much speaks for a title: its grammar (`关于…的通知`), its last word, what stands right below it (number, recipients, fields of a page,
 * the text), and that it stands there once more; and against it: that it is a column, a menu or holds an address.
 */
export function weightOf(blocks: Blocks, { title, start, end, docNumber }: PrintedTitle): number {
  const { kind: block, level, passage } = blocks[start]!;
  if (holdsAddress(title) || isMenuRow(passage.raw())) return 0;
  const grammar = isSureTitle(title) ? 4 : 0;
  const kind = endsTitle(title) ? (title.length >= SHORTEST_NAMED ? 3 : 1) : 0;
  const heading = block === 'heading' && (level ?? 1) <= 2 ? 3 : 0;
  const against = isColumn(title) ? 5 : 0;
  const below = weightBelow(blocks, end, docNumber) + again(blocks, title, end);
  return grammar + kind + heading + below - against;
}

/** The heaviest title below `from`, where it outweighs by far what was read as the title above it; else null. */
export function heavierTitleBelow(
  blocks: Blocks,
  from: number,
  above: PrintedTitle | null,
): WeighedTitle | null {
  const own = above === null ? 0 : weightOf(blocks, above);
  let best: WeighedTitle | null = null;
  let length = 0;
  for (let at = from; at < Math.min(blocks.length, from + MOST_BLOCKS); at++) {
    const { kind, passage } = blocks[at]!;
    if (kind === 'table' || length > MOST_CHARACTERS) break;
    length += passage.length;
    if (endsSearch(passage.reading, best?.weight ?? own)) break;
    const title = passage.length <= LONGEST_TITLE ? readPrintedTitle(blocks, at) : null;
    if (title === null || title.start !== at) continue;
    const weight = weightOf(blocks, title);
    if (best === null || weight > best.weight) best = { title, weight };
  }
  return best !== null && best.weight >= own + MARGIN ? best : null;
}

/** An item, an attachment, or the text of a title that is settled: what stands below is no head. */
function endsSearch(reading: string, weight: number): boolean {
  const line = reading.trim();
  if (/^附件|^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/.test(line)) return true;
  const isText = line.length >= SHORTEST_PARAGRAPH && /[。：]$/.test(line);
  if (isText && weight >= SETTLED_WEIGHT) return true;
  const label = readLabel(line);
  return label !== null && /^[一二三四五六七八九十（第]/.test(line) && !/^第.{1,3}篇/.test(line);
}

function weightBelow(blocks: Blocks, end: number, docNumber: string | null): number {
  const below = blocks.slice(end, end + 3).filter(({ kind }) => kind !== 'table');
  const lines = below.map(({ passage }) => squeezed(passage.reading.slice(0, LONGEST_TITLE)));
  const isNumbered = docNumber !== null || lines.some((line) => docNumberOfLine(line) !== null);
  const isAddressed = below.some((_, at) => readRecipients(blocks, end + at)?.alone === true);
  const first = below[0]?.passage;
  const raw = first ? widthNormalized(first.raw()) : '';
  const hasFields = raw !== '' && (isRowByShape(raw) || new PageLines().take(raw) || isClock(raw));
  const text = below.find(({ passage }) => passage.length >= SHORTEST_PARAGRAPH)?.passage.reading;
  const hasText = text !== undefined && /[。：]\s*$/.test(text);
  const counts = readLabel(first?.reading.trim() ?? '')?.value === 1;
  return (
    (isNumbered ? 3 : 0) +
    (isAddressed ? 3 : 0) +
    (hasFields ? 3 : 0) +
    (hasText || counts ? 1 : 0) +
    (lines[0] !== undefined && looksLikeBody(lines[0]) ? 1 : 0)
  );
}

/** `2021-12-22 10:13:41 某部网站`: when and by whom a page was put up. */
const isClock = (raw: string): boolean => isPageFurniture(raw) && /(?:19|20)\d{2}/.test(raw);

const again = (blocks: Blocks, title: string, end: number): number =>
  title.length >= SHORTEST_NAMED &&
  blocks
    .slice(end, end + MOST_BLOCKS)
    .some(({ passage }) => passage.length < 200 && squeezed(passage.reading) === title)
    ? 1
    : 0;
