import { countExact, type Exact, type Found } from './counts.js';
import type { GoldNotice, GoldNotices } from './gold.js';
import { normalised, similarity } from './normalised.js';
import { isFromSource, type PredictedDocument } from './predictions.js';

/** Fields of a notice's head that are right or wrong. */
export const NOTICE_FIELDS = [
  'title',
  'doc_number',
  'issuers',
  'issued_on',
  'region',
  'page_end',
] as const;
export type NoticeField = (typeof NOTICE_FIELDS)[number];

export interface NoticesScore {
  readonly found: Found;
  readonly exact: Record<NoticeField, Exact>;
  readonly misses: readonly string[];
}

/** How alike the titles of two notices that begin on the same page must be to be the same one. */
const LEAST_TITLE_SIMILARITY = 0.6;

/** Scores how a compendium was split, over the pages that the gold list covers. */
export function scoreNotices(
  gold: GoldNotices,
  predicted: readonly PredictedDocument[],
): NoticesScore {
  const firstPage = Math.min(...gold.notices.map((notice) => notice.page_start));
  const lastPage = Math.max(...gold.notices.map((notice) => notice.page_start));
  const found: Found = { found: 0, extra: 0, missed: 0 };
  const exact = Object.fromEntries(
    NOTICE_FIELDS.map((field) => [field, { right: 0, of: 0 }]),
  ) as Record<NoticeField, Exact>;
  const misses: string[] = [];
  const left = new Set(
    predicted.filter((candidate) => {
      const page = candidate.document.source.page_start;
      const covered = page !== null && page >= firstPage && page <= lastPage;
      return covered && isFromSource(candidate, gold.source);
    }),
  );
  for (const notice of gold.notices) {
    const match = [...left].find((candidate) => isSameNotice(notice, candidate));
    if (!match) {
      found.missed++;
      misses.push(`notice missed: ${notice.page_start} ${notice.title}`);
      continue;
    }
    left.delete(match);
    found.found++;
    scoreFields(exact, notice, match, (line) => misses.push(line));
  }
  for (const { document } of left) {
    found.extra++;
    misses.push(`notice extra: ${document.source.page_start} ${document.title}`);
  }
  return { found, exact, misses };
}

function isSameNotice(gold: GoldNotice, { document }: PredictedDocument): boolean {
  if (document.source.page_start !== gold.page_start) return false;
  const titles = [gold.title, gold.heading, ...gold.carries];
  return titles.some((title) => similarity(title, document.title) >= LEAST_TITLE_SIMILARITY);
}

function scoreFields(
  exact: Record<NoticeField, Exact>,
  gold: GoldNotice,
  { document }: PredictedDocument,
  note: (line: string) => void,
): void {
  const values: Record<NoticeField, [string | null, string | null]> = {
    title: [document.title, gold.title],
    doc_number: [document.doc_number, gold.doc_number],
    issuers: [document.issuers.join('、'), gold.issuers.join('、')],
    issued_on: [document.issued_on, gold.issued_on],
    region: [document.region, gold.region],
    page_end: [`${document.source.page_end}`, `${gold.page_end}`],
  };
  for (const field of NOTICE_FIELDS) {
    const [is, should] = values[field];
    const right = normalised(is) === normalised(should);
    countExact(exact[field], right);
    if (!right) {
      note(`${field}: ${is ?? 'none'} should be ${should ?? 'none'}   [${gold.page_start}]`);
    }
  }
}
