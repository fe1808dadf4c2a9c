import type { FormatToken } from './format-code.js';

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** The last day that Excel knows: 9999-12-31. */
const LAST_DAY = 2_958_465;
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const DAYS = '日一二三四五六';

/** A day counted by Excel as its format shows it; numbers that are no day give no words. */
export function showDate(
  serial: number,
  tokens: readonly FormatToken[],
  since1904: boolean,
): string {
  const counted = serial + (since1904 ? DAYS_TO_1904 : 0);
  if (counted < 0 || counted > LAST_DAY + 1) return '';
  // Excel takes 1900 for a leap year: the days before its 29 February count from a day later.
  const days = counted < 60 ? counted + 1 : counted;
  const date = new Date(FIRST_DAY + Math.round(days * 86_400) * 1000);
  const halves = tokens.some(
    ({ kind, text }) => kind === 'date' && /[ap上]/i.test(text[0]!) && !/^a{3}/i.test(text),
  );
  return tokens
    .map(({ kind, text }, index) => {
      if (kind === 'literal' || kind === 'digits') return kind === 'digits' ? '' : text;
      if (kind !== 'date') return '';
      return field(date, counted, text, { halves, minutes: isMinutes(tokens, index) });
    })
    .join('')
    .trim();
}

/** `m` counts minutes after hours and before seconds, months elsewhere. */
function isMinutes(tokens: readonly FormatToken[], index: number): boolean {
  const dates = tokens.flatMap(({ kind, text }, at) => (kind === 'date' ? [{ text, at }] : []));
  const place = dates.findIndex(({ at }) => at === index);
  const before = dates[place - 1]?.text ?? '';
  const after = dates[place + 1]?.text ?? '';
  return /^\[?h/i.test(before) || /^\[?s/i.test(after);
}

function field(
  date: Date,
  serial: number,
  code: string,
  { halves, minutes }: { halves: boolean; minutes: boolean },
): string {
  const letter = code.replace('[', '')[0]!.toLowerCase();
  const width = code.length >= 2 ? 2 : 1;
  const padded = (value: number): string => String(value).padStart(width, '0');
  if (code.startsWith('[')) return String(Math.floor(elapsed(serial, letter)));
  if (letter === 'y' || letter === 'e' || letter === 'b') {
    const year = String(date.getUTCFullYear());
    return letter === 'y' && code.length <= 2 ? year.slice(2) : year;
  }
  if (letter === 'm' && minutes) return padded(date.getUTCMinutes());
  if (letter === 'm') {
    const month = date.getUTCMonth();
    return code.length >= 3 ? MONTHS[month]! : padded(month + 1);
  }
  if (letter === 'd') return code.length >= 3 ? weekday(date) : padded(date.getUTCDate());
  if (letter === 'h') return padded(halves ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
  if (letter === 's') return padded(date.getUTCSeconds());
  if (/^a{3}/i.test(code)) return code.length > 3 ? `星期${weekday(date)}` : weekday(date);
  const morning = date.getUTCHours() < 12;
  if (letter === 'a') return morning ? 'AM' : 'PM';
  return morning ? '上午' : '下午';
}

const weekday = (date: Date): string => DAYS[date.getUTCDay()]!;

function elapsed(serial: number, letter: string): number {
  const seconds = Math.round((serial * DAY) / 1000);
  if (letter === 'h') return seconds / 3600;
  return letter === 'm' ? seconds / 60 : seconds;
}
