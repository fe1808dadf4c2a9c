import { firstIndex } from '../../model/first-index.js';
import { matchesIn } from '../../model/matches.js';
import type { Passage } from '../../model/passage.js';
import type { DeadlineContext } from './context.js';
import { explainDeadlines } from './explain.js';
import { saidBefore } from './rules/said-before.js';
import { season } from './rules/season.js';

/** A date governs over semicolons: 至2023年底，A达到5个；B达到10个. */
const SENTENCE_END = /[。！？\n]/g;
/** No opening is longer than a label and words of aim. */
const LONGEST_OPENING = 40;
/** Words that may stand before the date that opens a paragraph: its label and words of aim. */
const OPENING =
  /^[\s\d.．、（）()一二三四五六七八九十是①-⑳]*(?:力争|争取|确保|计划|其中|预计|[一-龥]{0,6}(?:目标|指标)(?:任务)?[。：])*[，：]?$/;

/** A date and where it stands. */
interface Governor {
  /** Null of a season (汛前), which ends what the date before it governs. */
  readonly date: string | null;
  readonly start: number;
  readonly end: number;
  readonly opensParagraph: boolean;
  /** 到2025年: aims that the next sentences go on with. */
  readonly isAim: boolean;
  /** A day to be done by, not a stretch of days. */
  readonly isLimit: boolean;
  readonly sentence: number;
  /** Offset at which the next item begins, if the date opens an item of a numbered list. */
  readonly reach: number;
}

/**
 * The ISO date that opens a paragraph or sentence and governs what follows: `到2025年，…`,
 * `力争2023年…`, `至 2023 年底，`; null where another word opens it.
 */
export function paragraphDate(passage: Passage, context: DeadlineContext): string | null {
  return governors(passage, context).find((date) => date.opensParagraph)?.date ?? null;
}

/**
 * The ISO date of a paragraph that holds for the items below it (到2026年底，全县…：1.… 2.…): that which opens
 * it, unless it goes on to another one; of a paragraph that ends with ： the last one.
 */
export function leadingDate(passage: Passage, context: DeadlineContext): string | null {
  const first = paragraphDate(passage, context);
  if (first === null) return null;
  const last = governingDates(passage, context)(passage.length - 1);
  return last === first || /[：:]\s*$/.test(passage.reading) ? last : null;
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
 * that opened a sentence before it, or 到2025年 in its midst. A date that opens an item of a numbered list (1.2023年底，…) goes
 * no further than that item.
 */
export function governingDates(
  passage: Passage,
  context: DeadlineContext,
): (position: number) => string | null {
  const text = passage.reading;
  const dates = governors(passage, context);
  if (dates.length === 0) return () => null;
  const ends = sentenceEnds(text);
  const dateEnds = dates.map((date) => date.end);
  const openers = dates.filter((date) => opensSentence(text, date, ends));
  const openerEnds = openers.map((date) => date.end);
  const led = dates.some((date) => date.opensParagraph);
  return (position) => {
    const sentence = countUpTo(ends, position);
    const passed = countUpTo(dateEnds, position);
    const before = lastReaching(dates, passed, position);
    if (before?.sentence === sentence) return before.date;
    const behind = dates[passed];
    const near = behind?.sentence === sentence && behind.isLimit && behind.start >= position;
    if (near && !/[，,；;]/.test(text.slice(position, behind.start))) return behind.date;
    const opener = lastReaching(openers, countUpTo(openerEnds, position), position);
    return opener !== null && (led || opener.isAim) ? opener.date : null;
  };
}

/** The last of the first `count` dates whose item still holds the position. */
function lastReaching(
  dates: readonly Governor[],
  count: number,
  position: number,
): Governor | null {
  for (let index = count - 1; index >= 0; index--) {
    if (position < dates[index]!.reach) return dates[index]!;
  }
  return null;
}

function governors(passage: Passage, context: DeadlineContext): Governor[] {
  const explained = explainDeadlines(passage, context);
  if (explained.length === 0) return [];
  const text = passage.reading;
  const ends = sentenceEnds(text);
  const items = itemsOf(text);
  return explained.flatMap(({ time, rule, value }) => {
    const governs =
      value !== null && value.end !== null && (value.kind === 'by' || value.start !== null);
    // A date that is said again governs what stands behind it as well.
    const again = rule === saidBefore.id && time.to !== null;
    if (!governs && !again && rule !== season.id) return [];
    return [
      {
        date: value?.end ?? time.to,
        start: time.start,
        end: time.end,
        isLimit: time.kind === 'by' || value?.kind === 'by',
        opensParagraph: opens(text, 0, time.start),
        isAim: /^[到至]/.test(time.raw) && time.unit === 'year',
        sentence: countUpTo(ends, time.start),
        reach: reachOf(items, time.start),
      },
    ];
  });
}

/** Labels of the items that a cell or paragraph strings together: 1.…。2.…；（1）…. */
const ITEM_LABEL =
  /(?<=^|[。；！？\n])\s{0,3}(?:(\d{1,2}[.．、](?!\d{1,3}(?!\d)))|([（(]\d{1,2}[)）])|(（[一二三四五六七八九十]{1,3}）)|([①-⑳])|([一二三四五六七八九十]{1,2}是))/g;

/** The items of a text, in order: where each one's label ends, and where the next of its kind begins. */
interface Items {
  readonly labelEnds: readonly number[];
  readonly ends: readonly number[];
}

function itemsOf(text: string): Items {
  const labels = Array.from(text.matchAll(ITEM_LABEL));
  const ends: number[] = [];
  const nextOfKind = new Map<number, number>();
  for (let index = labels.length - 1; index >= 0; index--) {
    const label = labels[index]!;
    const kind = label.findIndex((group, number) => number > 0 && group !== undefined);
    ends[index] = nextOfKind.get(kind) ?? Number.POSITIVE_INFINITY;
    nextOfKind.set(kind, label.index);
  }
  return { labelEnds: labels.map((label) => label.index + label[0].length), ends };
}

/** Where the item that holds a date ends; infinite for a date that leads the whole text in. */
function reachOf(items: Items, start: number): number {
  const item = countUpTo(items.labelEnds, start) - 1;
  return items.ends[item] ?? Number.POSITIVE_INFINITY;
}

function opensSentence(text: string, date: Governor, ends: readonly number[]): boolean {
  return opens(text, date.sentence === 0 ? 0 : ends[date.sentence - 1]!, date.start);
}

function opens(text: string, from: number, start: number): boolean {
  return start - from <= LONGEST_OPENING && OPENING.test(text.slice(from, start));
}

/** Offsets after each sentence's end, ascending. */
function sentenceEnds(text: string): number[] {
  return matchesIn(SENTENCE_END, text).map(({ index }) => index + 1);
}

/** How many of the ascending offsets lie at or before a position; of sentence ends, the sentence it is in. */
const countUpTo = (ends: readonly number[], position: number): number =>
  firstIndex(ends, (end) => end > position);
