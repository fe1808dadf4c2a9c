/** Sources of regular expressions that several families of time share; none captures. */

const DIGIT = '[一二三四五六七八九]';

/** A month, day or count below 100: 6, 12, 十二, 二十, 廿七. */
export const SMALL_NUMBER = `(?:\\d{1,2}|${DIGIT}?十${DIGIT}?|廿${DIGIT}?|${DIGIT})`;

/** A year in full: 2023, 二〇二三, 两千〇五. */
export const FULL_YEAR = `(?:[12]\\d{3}|[一二][〇一二三四五六七八九]{3}|[一二两]千(?:〇${DIGIT}|${DIGIT}?十${DIGIT}?)?)`;

/** A year in two digits: 07, 九八. */
export const SHORT_YEAR = '(?:\\d{2}|[〇一二三四五六七八九]{2})';

/** What stands between the two ends of a range. */
export const RANGE_MARK = '(?:--|-|——|—|~|至|到)';

/** Nothing that would make the digits before or after it a longer number or a code. */
export const NO_DIGIT_BEFORE = '(?<![\\d.A-Za-z〇一二三四五六七八九十百千两廿])';
export const NO_DIGIT_AFTER = '(?![\\d.A-Za-z])';
