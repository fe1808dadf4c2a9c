import type {
  DocumentRecord,
  Quantity,
  Reject,
  Target,
  Task,
  TokenLine,
} from '../schemas/index.js';
import type { Extraction, ReadingContext } from './extract/tasks/index.js';
import type { ReadOptions } from './read/index.js';
import type { OutsideTools } from './read/outside-tools.js';
import type { RecordedTask } from './refine/task-records.js';

/** What changes the result of a conversion; two runs with equal options give equal records. */
export interface ConvertOptions extends ReadOptions {
  /** Whether `tokens` are given. */
  readonly tokens: boolean;
  /** False: tasks have no `keywords`, and no words are cut (default: true). */
  readonly keywords?: boolean;
  /** Whether names and telephone numbers of contacts are masked. */
  readonly redactContacts: boolean;
}

export interface ConvertInput {
  /** Path as given or found, with forward slashes; only its extension bears on the result. */
  readonly uri: string;
  readonly bytes: Uint8Array;
  /** Of `bytes`, hexadecimal. */
  readonly sha256: string;
}

/** One document with all that was found in it, in the order of the text. */
export interface ConvertedDocument {
  readonly document: DocumentRecord;
  /** What every `at` of its records counts in. */
  readonly text: string;
  readonly tasks: Task[];
  readonly targets: Target[];
  readonly quantities: Quantity[];
  readonly tokens: TokenLine[];
}

/** A notice as the rules read it: what they made of its sections, and the drafts of its tasks. */
export interface ReadNotice {
  readonly converted: ConvertedDocument;
  readonly tasks: readonly RecordedTask[];
  readonly sections: Extraction['sections'];
  readonly context: ReadingContext;
}

/** What the path may use of the world outside; none of it changes a record but OCR's words. */
export interface Environment {
  readonly tools?: OutsideTools;
  /** Loads all words of the dictionary at once, not those of this source: many sources will follow. */
  readonly wholeDictionary?: boolean;
  /** Called with each notice as its rules read it, before it has keywords and is validated. */
  readonly onNotice?: (read: ReadNotice) => void;
  /** Called when a stage has ended, so that a caller with a clock can time it. */
  readonly onStage?: (stage: Stage) => void;
}

export type Stage = 'read' | 'tables' | 'clean' | 'outline' | 'extract' | 'keywords' | 'validate';

export interface ConvertResult {
  readonly documents: ConvertedDocument[];
  readonly rejects: Reject[];
}

/** What the ids of a document and of its records become. */
export interface NewIdentifiers {
  /** The document's id. */
  readonly document: string;
  readonly task: (id: string) => string;
  readonly target: (id: string) => string;
  readonly quantity: (id: string) => string;
}

/** The document under other ids, with every link between its records. */
export function withIdentifiers(
  converted: ConvertedDocument,
  { document: id, task: taskId, target: targetId, quantity: quantityId }: NewIdentifiers,
): ConvertedDocument {
  return {
    document: { ...converted.document, id },
    text: converted.text,
    tasks: converted.tasks.map((task) => ({
      ...task,
      id: taskId(task.id),
      document_id: id,
      target_ids: task.target_ids.map(targetId),
    })),
    targets: converted.targets.map((target) => ({
      ...target,
      id: targetId(target.id),
      document_id: id,
      task_ids: target.task_ids.map(taskId),
    })),
    quantities: converted.quantities.map((quantity) => ({
      ...quantity,
      id: quantityId(quantity.id),
      document_id: id,
      task_id: quantity.task_id === null ? null : taskId(quantity.task_id),
      target_id: quantity.target_id === null ? null : targetId(quantity.target_id),
    })),
    tokens: converted.tokens.map((line) => ({
      ...line,
      document_id: id,
      task_id: taskId(line.task_id),
    })),
  };
}
