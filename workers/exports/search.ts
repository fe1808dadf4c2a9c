import { folded, holds, type SearchTerm, searchTerms } from '../../pipeline/emit/search-terms.js';
import { canCutWords } from '../../pipeline/segment/binary.js';
import { segmenter } from '../../pipeline/segment/index.js';
import { onOneLine, sentencesOf } from '../sentences.js';
import { mentionsOf, StandingBodies } from './body-mentions.js';
import { Dataset } from './read-dataset.js';

/** A sentence that was found, and where it stands. */
export interface Hit {
  readonly score: number;
  readonly document_id: string;
  /** The document's title. */
  readonly document: string;
  readonly sentence: string;
  /** Pages between which it stands; null where the format has none. */
  readonly page_start: number | null;
  readonly page_end: number | null;
  /** UTF-16 code units of `texts/<document_id>.txt`. */
  readonly start: number;
  readonly end: number;
  /** The task it belongs to, if any. */
  readonly task_id: string | null;
}

export interface Found {
  /** The words that were looked for. */
  readonly words: readonly string[];
  /** The words that were not to be there. */
  readonly without: readonly string[];
  /** Sentences that hold what was asked for. */
  readonly sentences: number;
  /** The best, best first. */
  readonly hits: readonly Hit[];
}

/** A sentence that holds words of the query. */
interface Match {
  readonly document: number;
  readonly start: number;
  readonly end: number;
  /** Times that each term stands in it. */
  readonly counts: readonly number[];
  readonly length: number;
}

/** The parameters of Okapi BM25 (Robertson and Zaragoza 2009), as most systems set them. */
const K1 = 1.2;
const B = 0.75;
/** How much more the words of a query weigh where they stand together as written. */
const PHRASE_WEIGHT = 2;

/**
 * Finds sentences in the texts of a dataset that hold all the words, or any of them, and none of those behind a minus. A
 * body's name finds the places where records say that it stands, whichever of its names. They are ranked by BM25 over
 * the segmenter's words and the words as they are written. Keeps one document and the matches in memory.
 *
 * @throws NoDatasetError, DatasetError
 */
export async function search(
  folder: string,
  wanted: string,
  limit: number,
  any = false,
): Promise<Found> {
  const dataset = Dataset.open(folder);
  const terms = new Terms(wanted, any);
  const mentions = await mentionsOf(dataset, terms.named);
  const matches: Match[] = [];
  const ids: string[] = [];
  const frequencies = terms.all.map(() => 0);
  let sentences = 0;
  let length = 0;
  for await (const { id } of dataset.records('documents')) {
    const document = ids.push(id) - 1;
    const standing = new StandingBodies(mentions.get(id) ?? []);
    for (const { start, end, text } of sentencesOf(dataset.text(id))) {
      sentences++;
      length += text.length;
      const counts = terms.countIn(text, standing.termsWithin(start, end));
      if (!counts) continue;
      for (const [index, count] of counts.entries()) if (count > 0) frequencies[index]!++;
      matches.push({ document, start, end, counts, length: text.length });
    }
  }
  const weights = frequencies.map((found, index) => {
    const inverse = Math.log(1 + (sentences - found + 0.5) / (found + 0.5));
    return index < terms.words.length ? inverse : inverse * PHRASE_WEIGHT;
  });
  const average = length / Math.max(1, sentences);
  const scored = matches.map((match) => ({ match, score: bm25(match, weights, average) }));
  // Sorting is stable: equal scores stay in the order of the texts.
  const best = scored.sort((a, b) => b.score - a.score).slice(0, limit);
  const hits = best.map(({ match, score }) => ({
    ...match,
    score,
    document: ids[match.document]!,
  }));
  return {
    words: terms.written,
    without: terms.without,
    sentences: matches.length,
    hits: await placed(dataset, hits),
  };
}

function bm25({ counts, length }: Match, weights: readonly number[], average: number): number {
  const norm = K1 * (1 - B + (B * length) / average);
  return counts.reduce(
    (sum, count, index) => sum + (weights[index]! * count * (K1 + 1)) / (count + norm),
    0,
  );
}

const WORD = /[\p{L}\p{N}]/u;

/** What a query asks for: the segmenter's words, which only rank, then its own as they are written. */
class Terms {
  private readonly asked: readonly SearchTerm[];
  readonly words: readonly string[];
  /** The words that must be there, each as it is written. */
  readonly written: readonly string[];
  readonly without: readonly string[];
  readonly all: readonly string[];
  /** The words that may name bodies, those behind a minus too. */
  readonly named: readonly string[];

  constructor(
    query: string,
    private readonly any: boolean,
  ) {
    this.asked = searchTerms(query).filter(({ words }) => WORD.test(words));
    this.named = [...new Set(this.asked.map(({ words }) => words))];
    const written = (behindMinus: boolean): string[] => {
      const terms = this.asked.filter(({ without }) => without === behindMinus);
      return [...new Set(terms.map(({ words }) => words))];
    };
    this.written = written(false);
    this.without = written(true);
    this.words = [...new Set(this.written.flatMap(wordsOf))];
    this.all = [...this.words, ...this.written];
  }

  /** How often each term stands in a sentence in which these bodies stand; null where it is not asked for. */
  countIn(sentence: string, bodies: ReadonlySet<string>): number[] | null {
    if (this.written.length === 0) return null;
    const text = folded(sentence);
    const isThere = ({ words }: SearchTerm): boolean => bodies.has(words) || text.includes(words);
    // Cutting a sentence costs much more than looking whether it is worth it.
    if (!holds(this.asked, isThere, this.any)) return null;
    const counts = new Map<string, number>();
    for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
    return [
      ...this.words.map((word) => counts.get(word) ?? 0),
      ...this.written.map((words) =>
        Math.max(text.split(words).length - 1, bodies.has(words) ? 1 : 0),
      ),
    ];
  }
}

/** The segmenter's words; none where its binary is missing, so that only words as written rank. */
function wordsOf(text: string): string[] {
  if (!canCutWords()) return [];
  const tagged = segmenter().tag(text);
  return tagged.map(({ word }) => word).filter((word) => WORD.test(word));
}

interface Best {
  readonly score: number;
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** What the records say of the place of each hit. */
interface Place {
  title: string;
  before: number | null;
  after: number | null;
  beforeStart: number;
  afterStart: number;
  task: string | null;
  /** Of the shortest task that it stands in. */
  taskLength: number;
}

/** Reads the records once more for the titles, pages and tasks of what was found. */
async function placed(dataset: Dataset, best: readonly Best[]): Promise<Hit[]> {
  const places = best.map<Place>(() => ({
    title: '',
    before: null,
    after: null,
    beforeStart: -1,
    afterStart: Number.POSITIVE_INFINITY,
    task: null,
    taskLength: Number.POSITIVE_INFINITY,
  }));
  const indexesOf = new Map<string, number[]>();
  for (const [index, { document }] of best.entries()) {
    indexesOf.set(document, [...(indexesOf.get(document) ?? []), index]);
  }
  const see = (index: number, page: number | null, start: number): void => {
    const place = places[index]!;
    const { start: at, end } = best[index]!;
    if (page === null) return;
    if (start <= at && start > place.beforeStart) {
      place.before = page;
      place.beforeStart = start;
    }
    if (start >= end - 1 && start < place.afterStart) {
      place.after = page;
      place.afterStart = start;
    }
  };
  for await (const { id, title, source } of dataset.records('documents')) {
    for (const index of indexesOf.get(id) ?? []) {
      places[index]!.title = title;
      see(index, source.page_start, 0);
      see(index, source.page_end, Number.MAX_SAFE_INTEGER);
    }
  }
  for await (const { document_id, id, at, units, deadlines } of dataset.records('tasks')) {
    for (const index of indexesOf.get(document_id) ?? []) {
      const { start } = best[index]!;
      const place = places[index]!;
      if (at.start <= start && start < at.end && at.end - at.start < place.taskLength) {
        place.task = id;
        place.taskLength = at.end - at.start;
      }
      for (const each of [at, ...[...units, ...deadlines].map((value) => value.at)]) {
        see(index, each.page, each.start);
      }
    }
  }
  for await (const { document_id, at } of dataset.records('targets')) {
    for (const index of indexesOf.get(document_id) ?? []) see(index, at.page, at.start);
  }
  return best.map(({ score, document, start, end }, index) => {
    const { title, before, after, task } = places[index]!;
    const sentence = onOneLine(dataset.text(document).slice(start, end));
    return {
      score: Math.round(score * 1000) / 1000,
      document_id: document,
      document: title,
      sentence,
      page_start: before ?? after,
      page_end: after ?? before,
      start,
      end,
      task_id: task,
    };
  });
}
