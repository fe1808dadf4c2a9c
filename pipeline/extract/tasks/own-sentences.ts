import type { Passage } from '../../model/passage.js';
import type { ReadingContext } from './extraction.js';
import { setsDate } from './sets-date.js';

/** A paragraph that says what is to be reached by all items below it. */
export const SETS_GOAL = /力争|目标|(?:^|[。；])(?:到)?20\d{2}年(?:底|末)?[，,]/;

/** What only leads to the items below it: 重点抓好以下工作, 做到： */
export const LEADS_TO_ITEMS = /[：:]\s*$|(?:以下|如下|下列)[^。；]{0,16}[。：:]?\s*$/;

/** A short headline has at most so many characters. */
const LONGEST_HEADLINE = 40;

/**
 * Whether a paragraph that heads items says itself when something is due: in a sentence behind its headline
 * that only its own work ends (三、组织验收。每月25日前，各乡镇报送进展。).
 */
export function saysWhenItself(paragraph: Passage, context: ReadingContext): boolean {
  const { reading } = paragraph;
  const sentence = reading.search(/[。！？]/) + 1;
  if (sentence === 0) return false;
  // A long sentence with commas is no headline.
  const body =
    sentence > LONGEST_HEADLINE && reading.slice(0, sentence).includes('，') ? 0 : sentence;
  const words = reading.slice(body).trimEnd();
  if (words === '' || SETS_GOAL.test(words) || LEADS_TO_ITEMS.test(words)) return false;
  return setsDate(paragraph.slice(body, paragraph.length), context);
}
