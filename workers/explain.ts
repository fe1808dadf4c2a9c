import { type Explained, type ExplainedKind, explain } from '../pipeline/explain.js';
import { firstIndex } from '../pipeline/model/first-index.js';
import { ruleOf } from '../pipeline/rules.js';
import type { Reject } from '../schemas/index.js';
import { findOutsideTools } from './outside-tools/index.js';
import { onOneLine, sentencesOf } from './sentences.js';
import { sha256 } from './sha256.js';

/** A value in its sentence, with the rule that made it or that passed it over. */
export interface ExplainedLine {
  readonly document_id: string;
  readonly task_id: string | null;
  readonly number: string | null;
  /** The task's; null: it stands in no task. */
  readonly title: string | null;
  readonly kind: ExplainedKind;
  readonly passed_over: boolean;
  /** The value in words; of a number that was passed over, what it is instead; else null. */
  readonly value: string | null;
  readonly raw: string;
  readonly page: number | null;
  readonly start: number;
  readonly end: number;
  /** Its sentence in three parts: before the words, the words, behind them. */
  readonly sentence: readonly [before: string, words: string, after: string];
  readonly rule: string | null;
  readonly summary: string | null;
}

export interface ExplainedFile {
  readonly documents: readonly {
    readonly id: string;
    readonly title: string;
    readonly doc_number: string | null;
    readonly lines: readonly ExplainedLine[];
  }[];
  readonly rejects: readonly Reject[];
}

export interface ExplainOptions {
  readonly kind: ExplainedKind;
  /** Whether what was passed over is told too. */
  readonly all: boolean;
  readonly password?: string;
}

/** Converts one file and tells of each value of a kind where it stands and which rule decided. */
export async function explainFile(
  uri: string,
  bytes: Buffer,
  { kind, all, password }: ExplainOptions,
): Promise<ExplainedFile> {
  const options = { encoding: null, tokens: false, redactContacts: false };
  const { documents, rejects } = await explain(
    { uri, bytes, sha256: sha256(bytes) },
    { ...options, ...(password === undefined ? {} : { password }) },
    findOutsideTools({}),
  );
  return {
    documents: documents.map(({ notice, explained }) => {
      const { document, text } = notice.converted;
      const { id, title, doc_number } = document;
      const sentences = [...sentencesOf(text)];
      const wanted = explained.filter((each) => each.kind === kind && (all || each.value !== null));
      return {
        id,
        title,
        doc_number,
        lines: wanted.map((each) => lineOf(each, id, text, sentences)),
      };
    }),
    rejects,
  };
}

function lineOf(
  { kind, task, value, instead, rule, raw, at }: Explained,
  documentId: string,
  text: string,
  sentences: readonly Span[],
): ExplainedLine {
  return {
    document_id: documentId,
    task_id: task?.id ?? null,
    number: task?.number ?? null,
    title: task?.title ?? null,
    kind,
    passed_over: value === null,
    value: value ?? instead,
    raw,
    page: at.page,
    start: at.start,
    end: at.end,
    sentence: sentenceParts(text, sentences, at),
    rule,
    summary: rule === null ? null : (ruleOf(rule)?.summary ?? null),
  };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Characters of a sentence that are shown on each side of the words. */
const SHOWN = 60;

function sentenceParts(
  text: string,
  sentences: readonly Span[],
  { start, end }: Span,
): ExplainedLine['sentence'] {
  const first = sentences[lastUpTo(sentences, start)]?.start ?? start;
  const last = sentences[lastUpTo(sentences, end - 1)]?.end ?? end;
  const before = onOneLine(text.slice(Math.min(first, start), start)).trimStart();
  const after = onOneLine(text.slice(end, Math.max(last, end))).trimEnd();
  return [
    before.length > SHOWN ? `…${before.slice(-SHOWN)}` : before,
    shortened(onOneLine(text.slice(start, end))),
    after.length > SHOWN ? `${after.slice(0, SHOWN)}…` : after,
  ];
}

/** Long words, such as a whole section, are shown by their beginning and end. */
const shortened = (words: string): string =>
  words.length > 2 * SHOWN ? `${words.slice(0, SHOWN)}…${words.slice(-SHOWN / 2)}` : words;

/** Index of the last sentence that begins at or before a place; -1 where none does. */
const lastUpTo = (sentences: readonly Span[], place: number): number =>
  firstIndex(sentences, ({ start }) => start > place) - 1;
