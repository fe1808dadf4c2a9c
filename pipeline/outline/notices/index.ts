import type { Format } from '../../../schemas/document.js';
import type { Notice, TextBlock } from '../../model/outline.js';
import type { SourceText } from '../../model/source-text.js';
import { mostNamedPlace } from '../head/region.js';
import { findContentsEntries } from './contents.js';
import { cutNotice, type NoticeRange, wholeNotice } from './cut.js';
import { findDocumentStarts } from './document-starts.js';
import type { EntryHeading } from './entry.js';
import { findEntries } from './entry-list.js';
import { findHeadedParts } from './headed-parts.js';
import { sectionAbove } from './section.js';
import { splitAfterHeadings } from './split-block.js';

/** Words before the first entry that make a document of their own: the rest of one cut in two. */
const OWN_DOCUMENT_LENGTH = 1500;

/**
 * The notices of a source, in order: the entries of a compendium (汇编) by their numbered headings,
 * else by its table of contents or the headings below its cover, else documents set one after another; any other text is one notice. Section headings, cover and contents
 * are part of none.
 */
export function splitNotices(
  source: SourceText,
  blocks: readonly TextBlock[],
  _format: Format,
): Notice[] {
  const filled = blocks.filter((block) => block.passage.length > 0);
  const entries = findEntries(filled);
  if (entries.length > 0) {
    const split = splitAfterHeadings(filled, entries);
    return cutAll(source, split.blocks, entryRanges(split.blocks, split.entries));
  }
  const listed = findContentsEntries(filled);
  const contents = listed.length > 0 ? listed : findHeadedParts(filled);
  if (contents.length > 0) {
    const section = mostNamedPlace(filled);
    const ranges = contents.map(({ title, start }, index) => ({
      start,
      end: contents[index + 1]?.start ?? filled.length,
      heading: { title, date: null, section },
    }));
    return cutAll(source, filled, ranges);
  }
  const starts = findDocumentStarts(filled);
  if (starts.length > 0) {
    const ranges = starts.map(({ start }, index) => ({
      start,
      end: starts[index + 1]?.start ?? filled.length,
      heading: null,
    }));
    return cutAll(source, filled, ranges);
  }
  return [wholeNotice(source, blocks)];
}

function cutAll(
  source: SourceText,
  blocks: readonly TextBlock[],
  ranges: readonly NoticeRange[],
): Notice[] {
  return ranges.map((range) => cutNotice(source, blocks, range));
}

function entryRanges(
  blocks: readonly TextBlock[],
  entries: readonly EntryHeading[],
): NoticeRange[] {
  const ranges: NoticeRange[] = [];
  let section: string | null = null;
  let previous: EntryHeading | null = null;
  for (const entry of entries) {
    const lowest = previous ? previous.end.block : 0;
    const above =
      entry.number === 1 || !previous
        ? sectionAbove(blocks, entry.start, lowest)
        : { start: entry.start, name: null };
    section = above.name ?? section;
    const last = ranges.at(-1);
    if (last) ranges[ranges.length - 1] = { ...last, end: above.start };
    else if (lengthOf(blocks, above.start) > OWN_DOCUMENT_LENGTH)
      ranges.push({ start: 0, end: above.start, heading: null });
    const heading = { title: entry.title, date: entry.date, section };
    ranges.push({ start: entry.start, end: blocks.length, heading });
    previous = entry;
  }
  return ranges;
}

/** Characters of the blocks before `end` that stand in sentences. */
function lengthOf(blocks: readonly TextBlock[], end: number): number {
  let length = 0;
  for (let index = 0; index < end; index++) {
    const { text } = blocks[index]!.passage;
    if (text.includes('。')) length += text.length;
  }
  return length;
}
