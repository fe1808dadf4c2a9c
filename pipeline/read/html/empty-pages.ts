import type { CheerioAPI } from 'cheerio';
import { ReadError } from '../read-error.js';
import { squeeze } from './dom.js';
import type { FlowBlock } from './flow-block.js';

/** A page with fewer words of its own than this says nothing. */
const FEWEST_WORDS = 10;
/** Up to so many words a page that frames others is only their frame. */
const FEWEST_WORDS_BESIDE_FRAMES = 60;
const MOST_FRAMES_NAMED = 3;

/** @throws ReadError `no_words` for a page whose words stand in other files or come from a script. */
export function rejectWordless($: CheerioAPI, blocks: readonly FlowBlock[]): void {
  let words = 0;
  for (const block of blocks) {
    if (block.table) return;
    for (const line of block.lines) words += squeeze(line.text).length;
    if (words >= FEWEST_WORDS_BESIDE_FRAMES) return;
  }
  const frames = $('frame[src], iframe[src]')
    .map((_, frame) => $(frame).attr('src') ?? '')
    .get()
    .filter((source) => !/^(?:about:|javascript:|$)/i.test(source));
  if (frames.length > 0) {
    const named = frames.slice(0, MOST_FRAMES_NAMED).join(', ').slice(0, 500);
    throw new ReadError(
      'no_words',
      `The page only frames others and has no words of its own. Give the pages that it frames: ${named}`,
    );
  }
  if (words >= FEWEST_WORDS) return;
  const scripted = $('script').length > 0;
  throw new ReadError(
    'no_words',
    scripted
      ? 'The page has no words of its own: a script puts them in. Open it in a browser, save the page as it is shown, and give that file.'
      : 'The page has no words. Check that it was saved whole.',
  );
}
