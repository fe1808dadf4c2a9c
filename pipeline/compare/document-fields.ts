import type { DocumentRecord } from '../../schemas/document.js';
import { type ComparedField, changed, listChange } from './field-changes.js';

type Plain = 'title' | 'doc_number' | 'issued_on' | 'stage' | 'genre' | 'region' | 'index_number';
type Named =
  | Plain
  | 'subject'
  | 'published_on'
  | 'nature'
  | 'effective_on'
  | 'expires_on'
  | 'valid_for';

const plain = (field: Named, name: string): ComparedField<DocumentRecord> => ({
  field,
  content: (document) => document[field],
  summary: (from, to) => changed(name, from[field], to[field]),
});

const named = (documents: DocumentRecord['references']): string[] =>
  documents.map(({ title, doc_number }) => `《${title}》${doc_number ?? ''}`);

/**
 * What counts of a document. Its digest, bytes and pages, counts, coverage and warnings follow from
 * the file or from other records and are no changes of what it says.
 */
export const DOCUMENT_FIELDS: readonly ComparedField<DocumentRecord>[] = [
  plain('title', 'title'),
  plain('doc_number', 'document number'),
  {
    field: 'issuers',
    content: ({ issuers }) => issuers,
    summary: (from, to) => listChange('issuer', 'changed', from.issuers, to.issuers),
  },
  plain('issued_on', 'date of issue'),
  plain('stage', 'stage'),
  plain('genre', 'kind of document'),
  plain('region', 'region'),
  plain('index_number', 'index number'),
  plain('subject', 'subject'),
  plain('published_on', 'date of publication'),
  {
    field: 'carries',
    content: ({ carries }) => carries,
    summary: (from, to) => listChange('carried document', 'changed', from.carries, to.carries),
  },
  plain('nature', 'nature'),
  plain('effective_on', 'day of effect'),
  plain('expires_on', 'day of expiry'),
  plain('valid_for', 'validity'),
  {
    field: 'supersedes',
    content: ({ supersedes }) => named(supersedes),
    summary: (from, to) =>
      listChange('abolished document', 'changed', named(from.supersedes), named(to.supersedes)),
  },
  {
    field: 'references',
    content: ({ references }) => [...new Set(named(references))],
    summary: (from, to) =>
      listChange('reference', 'changed', named(from.references), named(to.references)),
  },
  {
    field: 'source',
    content: ({ source }) => ({ uri: source.uri, format: source.format }),
    summary: ({ source: from }, { source: to }) =>
      from.uri === to.uri
        ? changed('source', from.format, to.format)
        : changed('source', from.uri, to.uri),
  },
];
