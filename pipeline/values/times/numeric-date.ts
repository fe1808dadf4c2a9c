import type { TimeContext } from './expression.js';
import { dayOfMonth, isImpossible, months, type Point, WHOLE_YEAR } from './point-value.js';

/** A hyphen before it is part of a code, unless it follows the other end of a range. */
const NOT_IN_CODE = '(?<![\\d./A-Za-z]|(?<!(?:19|20)\\d\\d[-./]\\d{1,2}(?:[-./]\\d{1,2})?)-)';
const CODE_GOES_ON = '(?![\\d\\-/A-Za-z]|\\.\\d)';

/** 2023-06-13, 2023.6.13, 2023/6/13; pages print 2023-06-1308:55. */
const SEPARATED = new RegExp(
  `${NOT_IN_CODE}([12]\\d{3})([-./])(\\d{1,2})\\2(?:(\\d{2})(?=\\d{2}:\\d{2})|(\\d{1,2})(?![\\d/A-Za-z]|\\.\\d))`,
  'y',
);
/** 20230613; longer runs of digits are codes. */
const COMPACT = /(?<![\d.\-A-Za-z])((?:19|20)\d\d)(\d\d)(\d\d)(?![\d.\-A-Za-z])/y;
/** 2023-06, 2023/6, 2023.06; a point and one digit would be a decimal. */
const YEAR_MONTH = new RegExp(
  `${NOT_IN_CODE}((?:19|20)\\d\\d)(?:[-/](\\d{1,2})|\\.(\\d\\d))(?![\\d/A-Za-z%号个家]|\\.\\d|-\\d{3,4}(?![\\d.年/-]))`,
  'y',
);
/** 2023.1 as an end of a range: 2023.1-2023.12. */
const RANGE_MONTH = new RegExp(
  `${NOT_IN_CODE}((?:19|20)\\d\\d)\\.(\\d)(?=\\s{0,3}(?:[-—~至到])\\s{0,3}\\d{4}\\.)`,
  'y',
);
const RANGE_MONTH_END = new RegExp(
  `(?<=\\d{4}\\.\\d\\s{0,3}[-—~至到]+\\s{0,3})((?:19|20)\\d\\d)\\.(\\d{1,2})${CODE_GOES_ON}`,
  'y',
);
const WHOLE_MONTH_DAY = /^\s{0,3}(\d{1,2})[-/](\d{1,2})\s*$/;
const WHOLE_YEAR_NUMBER = /^\s{0,3}((?:19|20)\d\d)\s*$/;

export const NUMERIC_ANCHOR = '[12]\\d{3}[-./]\\d|(?:19|20)\\d{6}(?!\\d)|^\\s{0,3}\\d';

/** A date in digits and separators; null where none begins at `position`. */
export function readNumericDate(
  text: string,
  position: number,
  context: TimeContext,
): Point | null {
  return (
    readDay(SEPARATED, [1, 3, 4, 5], text, position) ??
    readDay(COMPACT, [1, 2, 3], text, position) ??
    readMonth(YEAR_MONTH, text, position) ??
    readMonth(RANGE_MONTH, text, position) ??
    readMonth(RANGE_MONTH_END, text, position) ??
    (context.wholeText ? readWhole(text, position) : null)
  );
}

function readDay(
  pattern: RegExp,
  [year, month, day, other = day]: readonly [number, number, number, number?],
  text: string,
  position: number,
): Point | null {
  pattern.lastIndex = position;
  const match = pattern.exec(text);
  if (!match) return null;
  const part = dayOfMonth(Number(match[month]), Number(match[day] ?? match[other]));
  return part.from.day === 0 || isImpossible(part)
    ? null
    : { ...part, ...written(Number(match[year]), pattern.lastIndex) };
}

function readMonth(pattern: RegExp, text: string, position: number): Point | null {
  pattern.lastIndex = position;
  const match = pattern.exec(text);
  if (!match) return null;
  const month = Number(match[2] ?? match[3]);
  if (month < 1 || month > 12) return null;
  return { ...months(month, month, 'month'), ...written(Number(match[1]), pattern.lastIndex) };
}

/** Where the text is nothing else, 09-01 is a day and 2018 a year. */
function readWhole(text: string, position: number): Point | null {
  if (text.slice(0, position).trim() !== '') return null;
  const day = WHOLE_MONTH_DAY.exec(text);
  if (day) {
    const part = dayOfMonth(Number(day[1]), Number(day[2]));
    if (part.from.day === 0 || isImpossible(part)) return null;
    return { ...part, end: text.trimEnd().length, year: null, basis: null, floating: true };
  }
  const year = WHOLE_YEAR_NUMBER.exec(text);
  return year ? { ...WHOLE_YEAR, ...written(Number(year[1]), text.trimEnd().length) } : null;
}

function written(year: number, end: number): Pick<Point, 'year' | 'basis' | 'floating' | 'end'> {
  return { year, basis: 'explicit', floating: false, end };
}
