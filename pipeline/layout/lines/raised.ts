import type { Span } from '../../model/source-text.js';
import type { Character } from '../page.js';
import type { LineWords } from './line-text.js';
import { baselineOf } from './segments.js';

/** Shares of the line's size: the largest raised mark, and how far it stands above the baseline. */
const LARGEST = 0.8;
const LEAST_RISE = 0.08;
/** Lines with more marks are formulas or rows of other sizes. */
const MOST = 8;
const NONE: readonly Span[] = [];

/** Where raised marks stand in the words of a line; they are set smaller and above its baseline. */
export function raisedMarks(
  characters: readonly Character[],
  { starts }: LineWords,
  { size, baseline }: { readonly size: number; readonly baseline: number },
): readonly Span[] {
  const largest = size * LARGEST;
  const isRaised = (one: Character): boolean =>
    one.size <= largest && baseline - baselineOf(one) >= size * LEAST_RISE;
  if (!characters.some(isRaised)) return NONE;
  const marks: Span[] = [];
  for (let from = 0; from < characters.length; from++) {
    if (marks.length > MOST) return NONE;
    if (!isRaised(characters[from]!) || characters[from]!.text.trim() === '') continue;
    let to = from;
    while (to + 1 < characters.length && isRaised(characters[to + 1]!)) to++;
    marks.push({ start: starts[from]!, end: starts[to]! + characters[to]!.text.trim().length });
    from = to;
  }
  return marks;
}
