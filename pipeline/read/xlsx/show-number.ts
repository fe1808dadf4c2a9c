import { type FormatToken, sectionsOf, tokensOf } from './format-code.js';
import { showDate } from './show-date.js';

/** Digits that Excel keeps of a number. */
const PRECISION = 15;

/**
 * A number as Excel shows it.
 * @param code number format, as `0.0%`, `#,##0`, `yyyy"年"m"月"`
 * @param since1904 whether days count from 1904, as files of old Macintoshes have it
 */
export function showNumber(value: number, code: string, since1904 = false): string {
  if (!Number.isFinite(value)) return '';
  const sections = sectionsOf(code);
  const hasNegative = sections.length > 1;
  const index = value < 0 && hasNegative ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const tokens = tokensOf(sections[index]!);
  const shown = index === 1 ? Math.abs(value) : value;
  if (tokens.some(({ kind }) => kind === 'date')) return showDate(shown, tokens, since1904);
  const digits = tokens.findIndex(({ kind }) => kind === 'digits');
  if (digits < 0) return showPlain(shown, tokens);
  const percents = tokens.filter((token) => token.kind === 'literal' && token.text === '%').length;
  const isFraction = tokens.some((token) => token.kind === 'literal' && token.text === '/');
  if (isFraction) return general(shown);
  const number = digitsOf(shown * 100 ** percents, tokens[digits]!.text);
  return tokens
    .map((token, at) => {
      if (token.kind === 'literal') return token.text;
      return at === digits ? number : '';
    })
    .join('')
    .trim();
}

/** A number without a format of its own. */
export function general(value: number): string {
  const rounded = Number(value.toPrecision(PRECISION));
  const words = String(rounded);
  return /e/.test(words) && Math.abs(rounded) < 1e21 && Math.abs(rounded) >= 1e-7
    ? rounded.toFixed(0)
    : words;
}

/** A section without places for digits: words alone, `General`, `@`. */
function showPlain(value: number, tokens: readonly FormatToken[]): string {
  if (tokens.length === 0) return '';
  return tokens
    .map(({ kind, text }) => (kind === 'literal' ? text : general(value)))
    .join('')
    .trim();
}

function digitsOf(value: number, pattern: string): string {
  const scientific = /^([^E]*)E[+-]/i.exec(pattern);
  if (scientific) {
    return value.toExponential(decimalsOf(scientific[1]!).most).toUpperCase();
  }
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  const digits = pattern.slice(0, pattern.length - thousands);
  const { least, most } = decimalsOf(digits);
  const rounded = round(value / 1000 ** thousands, most);
  const [whole = '0', fraction = ''] = Math.abs(rounded).toFixed(most).split('.');
  const wanted = digits.split('.')[0]!.replace(/[^0]/g, '').length;
  let shown = (wanted === 0 && whole === '0' && most > 0 ? '' : whole).padStart(wanted, '0');
  if (digits.split('.')[0]!.includes(',')) shown = shown.replace(/\B(?=(?:\d{3})+$)/g, ',');
  let kept = fraction;
  while (kept.length > least && kept.endsWith('0')) kept = kept.slice(0, -1);
  const words = kept === '' ? shown || '0' : `${shown || '0'}.${kept}`;
  return rounded < 0 ? `-${words}` : words;
}

function decimalsOf(pattern: string): { least: number; most: number } {
  const places = pattern.split('.')[1] ?? '';
  return {
    least: places.replace(/[^0]/g, '').length,
    most: Math.min(places.replace(/[^0#?]/g, '').length, 20),
  };
}

/** Half away from zero, as the number is written in decimals: 1.005 gives 1.01. */
function round(value: number, decimals: number): number {
  const written = Math.abs(Number(value.toPrecision(PRECISION)));
  const shifted = Number(`${written}e${decimals}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e${-decimals}`);
}
