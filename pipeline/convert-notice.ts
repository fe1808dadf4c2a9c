import type { DocumentRecord, Warning } from '../schemas/document.js';
import type { Task } from '../schemas/task.js';
import type { Target } from '../schemas/target.js';
import type { ConvertedDocument, ConvertInput, ConvertOptions } from './converted.js';
import { clausesSeen } from './extract/tasks/coverage.js';
import { extractTasks, type TaskDraft } from './extract/tasks/index.js';
import type { SourceDocument } from './model/document.js';
import type { Notice } from './model/outline.js';
import { readHead } from './outline/head/index.js';
import { sectionsOf } from './outline/sections/index.js';
import type { Identifiers } from './refine/identify.js';
import { leadsOf } from './refine/leads.js';

/** What the notices of one source share. */
export interface NoticeContext {
  readonly input: ConvertInput;
  readonly options: ConvertOptions;
  readonly read: SourceDocument;
  readonly identifiers: Identifiers;
}

/** The records of one notice, not yet validated. */
export function convertNotice(notice: Notice, context: NoticeContext): ConvertedDocument {
  const { input, read, identifiers } = context;
  const head = readHead(notice);
  const body = notice.blocks.filter((_, index) => {
    const role = head.roles[index];
    return role === 'body' || role === 'attachment_heading';
  });
  const root = sectionsOf(body);
  const extracted = extractTasks(notice.source, root);
  const drafts = head.lawLike ? [] : extracted.drafts;
  const id = identifiers.document({ ...head, opening: notice.source.text.slice(0, 400) });
  const tasks = drafts.map((draft) => taskRecord(draft, id, identifiers));
  const targets: Target[] = [];
  const seen = clausesSeen(notice.source, root);
  const warnings: Warning[] = seen
    .filter((clause) => head.lawLike || !extracted.attachedClauses.has(clause.offset))
    .map((clause) => ({
      code: 'clause_not_attached',
      message: `责任分工未归入任务：${clause.passage.text}`,
      at: clause.passage.at(),
    }));
  const document: DocumentRecord = {
    id,
    source: {
      uri: input.uri,
      sha256: input.sha256,
      format: read.format,
      bytes: input.bytes.length,
      page_start: notice.page_start,
      page_end: notice.page_end,
    },
    title: head.title,
    carries: [...head.carries],
    doc_number: head.doc_number,
    issuers: [...head.issuers],
    issued_on: head.issued_on,
    stage: head.stage,
    genre: head.genre,
    region: head.region,
    ...read.properties,
    references: [],
    counts: {
      tasks: tasks.length,
      targets: targets.length,
      tables: notice.blocks.filter((block) => block.table).length,
    },
    coverage: {
      clauses: seen.length,
      clauses_attached: seen.length - warnings.length,
      chars: notice.source.text.replace(/\s+/g, '').length,
      chars_unassigned: 0,
    },
    warnings,
  };
  return { document, text: notice.source.text, tasks, targets, tokens: [] };
}

function taskRecord(draft: TaskDraft, documentId: string, identifiers: Identifiers): Task {
  const { number, part, path, title, body, units, et_al } = draft;
  return {
    id: identifiers.task(documentId, number, part, path),
    document_id: documentId,
    number,
    part,
    path: [...path],
    title,
    text: body.text,
    units: [...units],
    ...leadsOf(units),
    et_al,
    deadlines: [...draft.deadlines],
    target_ids: [],
    contacts: [...draft.contacts],
    keywords: [],
    at: body.at(),
  };
}
