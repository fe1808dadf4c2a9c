import type { Reference } from '../../../schemas/document.js';
import { Passage } from '../../model/passage.js';
import { numberBeside } from './beside-number.js';
import { bookTitles } from './book-titles.js';
import { isDocumentTitle } from './document-title.js';

/** Longest part of a title on one side of a cut. */
const LONGEST_PART = 100;

/**
 * Documents that a passage cites in 《》, in order, each with the 发文字号 beside it; certificates,
 * forms, newspapers and what the notice itself sends out are none. A document cited twice is given twice.
 */
export function readReferences(passage: Passage): Reference[] {
  if (!passage.text.includes('《')) return [];
  const { reading, text } = passage;
  const references: Reference[] = [];
  for (const { start, end } of bookTitles(text)) {
    const title = text.slice(start + 1, end - 1).replace(/\s+/g, '');
    const beside = numberBeside(reading, text, end);
    if (beside === null && !isDocumentTitle(title)) continue;
    if (isSentOut(reading, start, end)) continue;
    references.push({
      title,
      doc_number: beside?.number ?? null,
      ...passage.grounding(start, beside?.end ?? end),
    });
  }
  return references;
}

const BEFORE_SENT_OUT = /(?:现将|现就)(?:修订后的|修改后的)?$/;
const BEHIND_SENT_OUT =
  /^[^。《]{0,40}?(?:(?:印发|转发|下发)给?你们|(?:现予|予以|现予以)(?:印发|公布|发布|转发)|现(?:向社会)?公开征求意见|现向社会公)/;

/** True for what the notice itself sends out: 现将《…》印发给你们, 制定了《…》，现予印发. */
function isSentOut(reading: string, start: number, end: number): boolean {
  return (
    BEFORE_SENT_OUT.test(reading.slice(Math.max(0, start - 8), start)) ||
    BEHIND_SENT_OUT.test(reading.slice(end, end + 60))
  );
}

/**
 * Documents that a whole notice cites, each once: where it is cited first, with the number that
 * stands beside it there or later. `own` are its own and its carried titles, which are none.
 */
export function collectReferences(
  passages: Iterable<Passage>,
  own: readonly string[],
): Reference[] {
  const ownKeys = new Set(own.map(keyOf));
  const byKey = new Map<string, Reference>();
  for (const passage of closedTitles(passages)) {
    for (const reference of readReferences(passage)) {
      const key = keyOf(reference.title);
      if (ownKeys.has(key)) continue;
      const known = byKey.get(key);
      if (!known) byKey.set(key, reference);
      else if (known.doc_number === null && reference.doc_number !== null) {
        byKey.set(key, { ...known, doc_number: reference.doc_number });
      }
    }
  }
  return [...byKey.values()];
}

/** Passages with the rest of a title put behind its beginning where a page or a cell cuts it. */
function* closedTitles(passages: Iterable<Passage>): Generator<Passage> {
  let open: Passage | null = null;
  for (const passage of passages) {
    if (open && passage.text.slice(0, LONGEST_PART).includes('》')) {
      yield Passage.concat(open.source, [open, passage]);
      open = null;
      continue;
    }
    open = null;
    const mark = passage.text.lastIndexOf('《');
    const isOpen = mark > passage.text.lastIndexOf('》') && passage.length - mark < LONGEST_PART;
    if (isOpen) open = passage.slice(mark);
    yield passage;
  }
}

/** The same title whatever marks and brackets it is printed with. */
function keyOf(title: string): string {
  return title.replace(/[^\p{L}\p{N}]+/gu, '');
}
