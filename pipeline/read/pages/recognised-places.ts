import { warningOf } from '../../../schemas/codes.js';
import type { Warning } from '../../../schemas/document.js';
import type { RecognisedStretch } from '../../model/document.js';
import type { Page } from '../../model/source-text.js';
import type { DoubtfulLine, JudgedPage } from './read-pages.js';

/** What each kind of doubt says of the words. */
const SAYS = {
  low_confidence: '把握不大（low confidence）',
  sign_like_letter: '可能是 ≥、≤（may be ≥ or ≤）',
  per_mille: '可能是 ‰（may be ‰）',
  lone_stroke: '可能是 一、1 或 —（may be 一, 1 or —）',
  impossible_date: '日期不存在（no such date）',
  mark_supplied: '补上的字符（character supplied）',
} as const;

/** Lines so short are told by their whole; longer ones by their words, wherever they stand. */
const SHORT = 4;

/** Stretches of the text that were recognised, with their doubts. */
export function recognisedStretches(
  pages: readonly JudgedPage[],
  places: ReadonlyMap<number, Page>,
  text: string,
): RecognisedStretch[] {
  const stretches: RecognisedStretch[] = [];
  for (const { layout, recognition } of pages) {
    const place = places.get(layout.number);
    if (!recognition || !place) continue;
    const { start, end } = place;
    const doubts = doubtsIn(text.slice(start, end), recognition.doubtful).map((doubt) => ({
      ...doubt,
      start: doubt.start + start,
      end: doubt.end + start,
    }));
    stretches.push({ engine: recognition.engine, start, end, page: place.number, doubts });
  }
  return stretches;
}

/** A warning for each place that may be misread. */
export function doubtWarnings(stretches: readonly RecognisedStretch[], text: string): Warning[] {
  return stretches.flatMap(({ page, doubts }) =>
    doubts.map(({ code, start, end }) =>
      warningOf(
        'doubtful_characters',
        { page, start, end },
        `${text.slice(start, end)}：${SAYS[code]}`,
      ),
    ),
  );
}

/** Doubts where their lines stand in a page's text, which has spaces and line breaks of its own. */
function doubtsIn(text: string, lines: readonly DoubtfulLine[]): RecognisedStretch['doubts'] {
  const places: number[] = [];
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    if (/\s/.test(text[at]!)) continue;
    plain += text[at];
    places.push(at);
  }
  const found: RecognisedStretch['doubts'][number][] = [];
  for (const { letters, doubts } of lines) {
    const words = letters.join('').replace(/\s/g, '');
    const starts = occurrences(plain, words).filter(
      (start) => words.length >= SHORT || isWholeLine(text, places, start, words.length),
    );
    for (const start of words.length >= SHORT ? starts.slice(0, 1) : starts) {
      for (const { code, start: first, end: last } of doubts) {
        const from = start + lengthOf(letters.slice(0, first));
        const to = start + lengthOf(letters.slice(0, last));
        if (to <= from) continue;
        found.push({ code, start: places[from]!, end: places[to - 1]! + 1 });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

const lengthOf = (letters: readonly string[]): number => letters.join('').replace(/\s/g, '').length;

function occurrences(text: string, words: string): number[] {
  const starts: number[] = [];
  if (words === '') return starts;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    starts.push(at);
  }
  return starts;
}

function isWholeLine(
  text: string,
  places: readonly number[],
  start: number,
  length: number,
): boolean {
  const before = text[places[start]! - 1] ?? '\n';
  const after = text[places[start + length - 1]! + 1] ?? '\n';
  return before === '\n' && after === '\n';
}
