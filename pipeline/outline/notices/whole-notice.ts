import { endsTitle } from '../head/genre.js';

/** From here on words are long enough to be a notice whose title does not say that it is one. */
const SHORTEST = 200;
const FULL_TITLE = /关于/;
const FIRST_CHAPTER = /(?:^|[\s。；])一、/;
const SECOND_CHAPTER = /[\s。；]二、/;
const ADDRESS = /^[^，。；]{2,60}[：:]$/;
const DAY = /^20\d\d年\d{1,2}月\d{1,2}日$/;

/**
 * Whether words are built as a whole notice is: they begin with its full title (关于…的通知), or are long and have a title,
 * chapters, an address or a day of their own. Measures in a table of work have none of these.
 */
export function isWholeNotice(words: string): boolean {
  const lines = words.split('\n').flatMap((line) => line.replace(/\s+/g, '') || []);
  const [first = ''] = lines;
  const titled = lines.length > 1 && endsTitle(first) && !/^[\d（(]/.test(first);
  if (titled && FULL_TITLE.test(first)) return true;
  if (words.length <= SHORTEST) return false;
  if (titled || (FIRST_CHAPTER.test(words) && SECOND_CHAPTER.test(words))) return true;
  if (lines.length < 2) return false;
  return DAY.test(lines.at(-1)!) || lines.slice(0, 3).some((line) => ADDRESS.test(line));
}
