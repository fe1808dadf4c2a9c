import type { DocumentRecord, Warning } from '../schemas/document.js';
import type { ConvertedDocument, ConvertInput, ConvertOptions, Environment } from './converted.js';
import { deadlineWarnings } from './extract/deadlines/index.js';
import { documentYear } from './extract/document-year.js';
import { collectReferences } from './extract/references/index.js';
import { extractTasks } from './extract/tasks/index.js';
import type { SourceDocument } from './model/document.js';
import type { Notice, TextBlock } from './model/outline.js';
import { type BlockRole, readHead } from './outline/head/index.js';
import { sectionsOf } from './outline/sections/index.js';
import { selfCheck } from './refine/coverage.js';
import type { Identifiers } from './refine/identify.js';
import { QuantityCollection } from './refine/quantity-records.js';
import { taskRecords, withTargetIds } from './refine/task-records.js';
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

/** The records of one notice, not yet validated; `readWarnings` are what its reader warned of. */
export function convertNotice(
  notice: Notice,
  context: NoticeContext,
  readWarnings: readonly Warning[],
): ConvertedDocument {
  const { source } = notice;
  const { identifiers } = context;
  const head = readHead(notice);
  const id = identifiers.document({ ...head, opening: source.text.slice(0, 400) });
  const year = documentYear(head, context.coverYear, source.text);

  const root = sectionsOf(source, bodyOf(notice, head.roles));
  const dates = {
    documentYear: year,
    issuedOn: head.issued_on,
    effectiveOn: head.effective_on,
  };
  const { lawLike, nature } = head;
  const reading = { ...dates, lawLike, nature };
  const extracted = extractTasks(root, reading);

  const collected = new QuantityCollection();
  for (const goal of extracted.goals) collected.addGoal(goal);
  const keywords = (text: string): string[] => segmenter().keywords(text);
  const shared = {
    id,
    region: head.place,
    issuer: head.issuers[0] ?? null,
    identifiers,
    keywords,
  };
  const recorded = taskRecords(extracted.tasks, shared, collected);
  const { targets, quantities } = collected.records(id, identifiers);
  const tasks = withTargetIds(
    recorded.map(({ task }) => task),
    targets,
  );

  const { properties } = context.read;
  const check = selfCheck(source, extracted);
  const warnings = [
    ...readWarnings,
    ...check.warnings,
    ...extracted.tasks.flatMap(({ whole, timeCells }) =>
      [whole, ...timeCells].flatMap((passage) => deadlineWarnings(passage, dates)),
    ),
  ];
  const document: DocumentRecord = {
    id,
    source: sourceOf(notice, context, warnings),
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
    rules: head.rules,
    references: collectReferences(
      notice.blocks.map((block) => block.passage),
      [head.title, ...head.carries],
    ),
    counts: { tasks: tasks.length, targets: targets.length, tables: extracted.tables.length },
    coverage: check.coverage,
    warnings,
  };
  const tokens = context.options.tokens ? tokenLines(recorded, segmenter()) : [];
  const records = { tasks, targets: [...targets], quantities: [...quantities], tokens };
  const converted = { document, text: source.text, ...records };
  const { sections } = extracted;
  context.onNotice?.({ converted, tasks: recorded, sections, context: reading });
  return converted;
}

/** The blocks that may hold tasks; titles of attachments among them, as they open a new count. */
function bodyOf(notice: Notice, roles: readonly BlockRole[]): TextBlock[] {
  return notice.blocks.filter((_, index) => {
    const role = roles[index];
    return role === 'body' || role === 'attachment_heading';
  });
}

/** Pages without text at the notice's edges are its pages, too, where the reader warns of them. */
function sourceOf(
  notice: Notice,
  { input, read }: NoticeContext,
  warnings: readonly Warning[],
): DocumentRecord['source'] {
  const { page_start: first, page_end: last } = notice;
  const warned = warnings
    .map((warning) => warning.at?.page ?? null)
    .filter((page) => page !== null);
  return {
    uri: input.uri,
    sha256: input.sha256,
    format: read.format,
    bytes: input.bytes.length,
    page_start: first === null ? null : Math.min(first, ...warned),
    page_end: last === null ? null : Math.max(last, ...warned),
  };
}
