import type {
  ConvertedDocument,
  ConvertInput,
  ConvertOptions,
  ConvertResult,
} from './converted.js';
import { redactContacts } from './emit/redact-contacts.js';
import { validateDocument } from './validate/records.js';

export type { ConvertedDocument, ConvertInput, ConvertOptions, ConvertResult };

/** The whole path from bytes to validated records: pure, no disk, no clock, no network. */
export function convert(input: ConvertInput, options: ConvertOptions): ConvertResult {
  const text = new TextDecoder().decode(input.bytes).toString();
  const document: ConvertedDocument = {
    document: {
      id: input.sha256.slice(0, 16),
      source: {
        uri: input.uri,
        sha256: input.sha256,
        format: 'text',
        bytes: input.bytes.length,
        page_start: null,
        page_end: null,
      },
      title: text.trimStart().split('\n', 1)[0] ?? '',
      carries: [],
      doc_number: null,
      issuers: [],
      issued_on: null,
      stage: 'final',
      genre: null,
      region: null,
      index_number: null,
      subject: null,
      published_on: null,
      references: [],
      counts: { tasks: 0, targets: 0, tables: 0 },
      coverage: { clauses: 0, clauses_attached: 0, chars: 0, chars_unassigned: 0 },
      warnings: [],
    },
    text,
    tasks: [],
    targets: [],
    tokens: [],
  };
  const { converted, rejects } = validateDocument(
    options.redactContacts ? redactContacts(document) : document,
  );
  return { documents: converted ? [converted] : [], rejects };
}
