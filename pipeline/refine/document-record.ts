import type { DocumentRecord, Warning } from '../../schemas/document.js';
import type { NoticeReading } from '../extract/notice.js';
import type { PageProperties } from '../model/document.js';
import type { Notice } from '../model/outline.js';
import type { DocumentHead } from '../outline/head/index.js';
import { selfCheck } from './coverage.js';

/** The file that a notice was read from. */
export type SourceFile = Omit<DocumentRecord['source'], 'page_start' | 'page_end'>;

/** What a document's record is made of, beside its own head and body. */
export interface DocumentParts {
  readonly id: string;
  readonly file: SourceFile;
  /** What the format itself says of the document. */
  readonly properties: PageProperties;
  readonly counts: DocumentRecord['counts'];
  /** What its reader warned of. */
  readonly readWarnings: readonly Warning[];
}

/** The record of one document, with the self-check of what was read of it. */
export function documentRecord(
  notice: Notice,
  head: DocumentHead,
  { extraction, references, warnings: readingWarnings }: NoticeReading,
  { id, file, properties, counts, readWarnings }: DocumentParts,
): DocumentRecord {
  const { coverage, warnings: checked } = selfCheck(notice.source, extraction);
  const found = [...readWarnings, ...checked, ...readingWarnings];
  const warnings = notice.page_start === null ? found.map(withoutPage) : found;
  return {
    id,
    source: { ...file, ...pagesOf(notice, warnings) },
    title: head.title,
    carries: [...head.carries],
    doc_number: head.doc_number,
    issuers: [...head.issuers],
    issued_on: head.issued_on,
    stage: head.stage,
    genre: head.genre,
    region: head.region,
    index_number: head.properties.index_number ?? properties.index_number,
    subject: head.properties.subject ?? properties.subject,
    published_on: head.properties.published_on ?? properties.published_on,
    nature: head.nature,
    effective_on: head.effective_on,
    expires_on: head.expires_on,
    valid_for: head.valid_for,
    supersedes: [...head.supersedes],
    same_as: [],
    copy_of: null,
    rules: head.rules,
    references: [...references],
    counts,
    coverage,
    warnings,
  };
}

/** A notice whose words are all set apart (a table whose order is lost) has no pages, nor have its warnings. */
function withoutPage(warning: Warning): Warning {
  if (warning.at === null || warning.at.page === null) return warning;
  return { ...warning, at: { ...warning.at, page: null } };
}

/** Pages without text at the notice's edges are its pages, too, where the reader warns of them. */
function pagesOf(
  notice: Notice,
  warnings: readonly Warning[],
): Pick<DocumentRecord['source'], 'page_start' | 'page_end'> {
  const warned = warnings
    .map((warning) => warning.at?.page ?? null)
    .filter((page) => page !== null);
  return {
    page_start: notice.page_start && Math.min(notice.page_start, ...warned),
    page_end: notice.page_end && Math.max(notice.page_end, ...warned),
  };
}
