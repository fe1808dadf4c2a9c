import type { Warning } from '../schemas/document.js';
import type { ConvertedDocument, ConvertInput, ConvertOptions, Environment } from './converted.js';
import { readNotice } from './extract/notice.js';
import type { SourceDocument } from './model/document.js';
import type { Notice } from './model/outline.js';
import { readHead } from './outline/head/index.js';
import { documentRecord } from './refine/document-record.js';
import type { Identifiers } from './refine/identify.js';
import { noticeRecords } from './refine/notice-records.js';
import { tokenLines } from './refine/tokens.js';
import { segmenter } from './segment/index.js';

/** What the notices of one source share. */
export interface NoticeContext {
  readonly input: ConvertInput;
  readonly options: ConvertOptions;
  readonly read: SourceDocument;
  readonly identifiers: Identifiers;
  /** Year on the cover of the compendium; null where there is none. */
  readonly coverYear: number | null;
  readonly onNotice?: Environment['onNotice'];
}

/** The records of one notice, without keywords and not yet validated; `readWarnings` are what its reader warned of. */
export function convertNotice(
  notice: Notice,
  { input, options, read, identifiers, coverYear, onNotice }: NoticeContext,
  readWarnings: readonly Warning[],
): ConvertedDocument {
  const head = readHead(notice);
  const reading = readNotice(notice, head, coverYear);
  const { text } = notice.source;
  const id = identifiers.document({ ...head, opening: text.slice(0, 400) });
  const { recorded, tasks, targets, quantities } = noticeRecords(reading.extraction, {
    id,
    region: head.place,
    issuer: head.issuers[0] ?? null,
    identifiers,
  });
  const { uri, sha256, bytes } = input;
  const { context, extraction } = reading;
  const { length: tables } = extraction.tables;
  const converted = {
    document: documentRecord(notice, head, reading, {
      id,
      file: { uri, sha256, format: read.format, bytes: bytes.length },
      properties: read.properties,
      counts: { tasks: tasks.length, targets: targets.length, tables },
      readWarnings,
    }),
    text,
    tasks,
    targets,
    quantities,
    tokens: options.tokens ? tokenLines(recorded, segmenter()) : [],
  };
  onNotice?.({ converted, tasks: recorded, sections: extraction.sections, context });
  return converted;
}
