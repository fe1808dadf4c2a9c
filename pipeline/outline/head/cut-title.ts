import type { TextBlock } from '../../model/outline.js';
import { looksLikeBody } from './body-names.js';
import { datedTitle } from './date-line.js';
import { revisionOf } from './genre.js';
import { squeezed } from './squeeze.js';
import type { PrintedTitle } from './title.js';

const SHORTEST_CUT = 10;
const LONGEST_LINE = 400;

/**
 * Whether a line is a title once more, which a site may print cut short, with a name above it (`关于印发某市人民政府办理建议`) or its own
 * day behind it (`…的通知(2004/06/23)`). `below` is the block that follows.
 */
export function isCutTitle(
  last: PrintedTitle | undefined,
  line: string,
  below: TextBlock | undefined,
): boolean {
  const title = last?.title ?? '';
  const dated = datedTitle(line);
  if (dated !== null && dated.title === title) return true;
  const next = squeezed(below?.passage.reading.slice(0, LONGEST_LINE) ?? '');
  return opens(title, line) || (looksLikeBody(line) && opens(title, next));
}

function opens(title: string, line: string): boolean {
  if (line.length + revisionOf(title).length === title.length) return false;
  return line.length >= SHORTEST_CUT && line.length < title.length && title.startsWith(line);
}
