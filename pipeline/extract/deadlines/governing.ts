import type { Passage } from '../../model/passage.js';
import { judgedTimes } from './judge.js';
import type { DeadlineContext } from './rule.js';

/** A date governs over semicolons: 至2023年底，A达到5个；B达到10个. */
const SENTENCE_END = /[。！？\n]/g;
/** No opening is longer than a label and words of aim. */
const LONGEST_OPENING = 40;
/** Words that may stand before the date that opens a paragraph: its label and words of aim. */
const OPENING =
  /^[\s\d.．、（）()一二三四五六七八九十是①-⑳]*(?:力争|争取|确保|计划|其中|预计|[一-龥]{2,6}目标[。：])*[，：]?$/;

/** A date and where it stands. */
interface Governor {
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly opensParagraph: boolean;
  /** A day to be done by, not a stretch of days. */
  readonly isLimit: boolean;
  readonly sentence: number;
}

/**
 * The ISO date that opens a paragraph or sentence and governs what follows: `到2025年，…`,
 * `力争2023年…`, `至 2023 年底，`; null where another word opens it.
 */
export function paragraphDate(passage: Passage, context: DeadlineContext): string | null {
  return governors(passage.reading, context).find((date) => date.opensParagraph)?.date ?? null;
}

/** The date by which the number at `position` (offset in the passage) is to be reached. */
export function dateGoverning(
  passage: Passage,
  position: number,
  context: DeadlineContext,
): string | null {
  return governingDates(passage, context)(position);
}

/**
 * The same for many positions of one passage: the nearest date before it in its sentence; else one
 * behind it in its clause (…10家（2025年底前）); else, where a date opens the paragraph, the last date
 * that opened a sentence before it.
 */
export function governingDates(
  passage: Passage,
  context: DeadlineContext,
): (position: number) => string | null {
  const text = passage.reading;
  const dates = governors(text, context);
  if (dates.length === 0) return () => null;
  const ends = sentenceEnds(text);
  const openers = dates.filter((date) => opensSentence(text, date, ends));
  return (position) => {
    const sentence = sentenceAt(ends, position);
    const same = dates.filter((date) => date.sentence === sentence);
    const before = same.findLast((date) => date.end <= position);
    if (before) return before.date;
    const behind = same.find((date) => date.isLimit && date.start >= position);
    if (behind && !/[，,]/.test(text.slice(position, behind.start))) return behind.date;
    if (!dates.some((date) => date.opensParagraph)) return null;
    return openers.findLast((date) => date.end <= position)?.date ?? null;
  };
}

function governors(text: string, context: DeadlineContext): Governor[] {
  if (!/[年月季末底]/.test(text)) return [];
  const ends = sentenceEnds(text);
  return judgedTimes(text, context).flatMap(({ surroundings: { time }, verdict }) =>
    verdict?.end && (verdict.kind === 'by' || verdict.start !== null)
      ? [
          {
            date: verdict.end,
            start: time.start,
            end: time.end,
            isLimit: verdict.kind === 'by',
            opensParagraph: opens(text, 0, time.start),
            sentence: sentenceAt(ends, time.start),
          },
        ]
      : [],
  );
}

function opensSentence(text: string, date: Governor, ends: readonly number[]): boolean {
  return opens(text, date.sentence === 0 ? 0 : ends[date.sentence - 1]!, date.start);
}

function opens(text: string, from: number, start: number): boolean {
  return start - from <= LONGEST_OPENING && OPENING.test(text.slice(from, start));
}

/** Offsets after each sentence's end, ascending. */
function sentenceEnds(text: string): number[] {
  return Array.from(text.matchAll(SENTENCE_END), (match) => match.index + 1);
}

/** Number of the sentence that holds an offset. */
function sentenceAt(ends: readonly number[], position: number): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ends[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
