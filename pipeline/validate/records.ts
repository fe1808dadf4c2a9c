import type { z } from 'zod';
import {
  DocumentRecord,
  Quantity,
  type Reject,
  type RejectCode,
  Target,
  Task,
  TokenLine,
} from '../../schemas/index.js';
import type { ConvertedDocument } from '../converted.js';
import { type GroundingText, groundingProblems } from './grounding.js';

/** What stands in a dataset, and what does not and why: never neither. */
export interface ValidatedDocument {
  /** Keys in the order of the schemas; null where the document's own record is at fault. */
  readonly converted: ConvertedDocument | null;
  readonly rejects: Reject[];
}

type Code = Extract<
  RejectCode,
  'invalid_record' | 'ungrounded' | 'duplicate_id' | 'dangling_link' | 'orphan'
>;

/** Names of files and links are made from it. */
const DOCUMENT_ID = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}$/u;

/**
 * Passes every record of a document through its schema (strict), checks that its words stand where
 * it says, that ids are unique and that links lead somewhere. A record that fails becomes a reject;
 * the links to it and the document's counts are set right. Where the document's own record fails,
 * all of its records are rejected with it.
 */
export function validateDocument(converted: ConvertedDocument): ValidatedDocument {
  return new Validation(converted).run();
}

class Validation {
  private readonly rejects: Reject[] = [];
  private readonly grounding: GroundingText;

  constructor(private readonly given: ConvertedDocument) {
    const { page_start: first, page_end: last } = given.document.source;
    this.grounding = {
      text: given.text,
      pages: first === null || last === null ? null : { first, last },
    };
  }

  run(): ValidatedDocument {
    const document = this.checked(DocumentRecord, this.given.document, 'document');
    if (document === null || !this.textIsSound()) return this.nothing();
    const tasks = this.unique(this.given.tasks, Task, 'task');
    const targets = this.unique(this.given.targets, Target, 'target');
    const linked = this.linked(tasks, targets);
    const kept = new Set(linked.tasks.map((task) => task.id));
    const keptTargets = new Set(linked.targets.map((target) => target.id));
    return {
      converted: {
        document: withCounts(document, linked.tasks.length, linked.targets.length),
        text: this.given.text,
        ...linked,
        quantities: this.quantities(kept, keptTargets),
        tokens: this.tokens(kept),
      },
      rejects: this.rejects,
    };
  }

  private textIsSound(): boolean {
    const { id } = this.given.document;
    if (!DOCUMENT_ID.test(id)) {
      this.reject('invalid_record', `document ${JSON.stringify(id)}: id: cannot name a file`);
      return false;
    }
    if (LONE_SURROGATE.test(this.given.text)) {
      this.reject(
        'invalid_record',
        `document ${id}: its text holds half a character (a lone surrogate)`,
      );
      return false;
    }
    return true;
  }

  private nothing(): ValidatedDocument {
    const { tasks, targets, quantities, document } = this.given;
    for (const [kind, records] of Object.entries({
      task: tasks,
      target: targets,
      quantity: quantities,
    })) {
      for (const { id } of records) {
        this.reject('orphan', `${kind} ${id}: document ${document.id} is rejected`);
      }
    }
    return { converted: null, rejects: this.rejects };
  }

  private unique<Kept extends { id: string }>(
    records: readonly Kept[],
    schema: z.ZodType<Kept>,
    kind: string,
  ): Kept[] {
    const kept = new Map<string, Kept>();
    for (const record of records) {
      const checked = this.checked(schema, record, kind);
      if (checked === null) continue;
      if (kept.has(checked.id))
        this.reject('duplicate_id', `${kind} ${checked.id}: id: stands twice`);
      else kept.set(checked.id, checked);
    }
    return [...kept.values()];
  }

  /** Links to rejected records are taken out; a record with a link to nothing is rejected. */
  private linked(tasks: Task[], targets: Target[]): { tasks: Task[]; targets: Target[] } {
    const givenTasks = new Set(this.given.tasks.map((task) => task.id));
    const givenTargets = new Set(this.given.targets.map((target) => target.id));
    const soundTasks = tasks.filter((task) =>
      this.leads('task', task.id, 'target_ids', task.target_ids, givenTargets),
    );
    const soundTargets = targets.filter((target) =>
      this.leads('target', target.id, 'task_ids', target.task_ids, givenTasks),
    );
    if (this.rejects.length === 0) return { tasks, targets };
    const taskIds = new Set(soundTasks.map((task) => task.id));
    const keptTargets = soundTargets.filter((target) => this.hasTask(target, taskIds));
    const targetIds = new Set(keptTargets.map((target) => target.id));
    return {
      tasks: soundTasks.map((task) => ({
        ...task,
        target_ids: task.target_ids.filter((id) => targetIds.has(id)),
      })),
      targets: keptTargets.map((target) => ({
        ...target,
        task_ids: target.task_ids.filter((id) => taskIds.has(id)),
      })),
    };
  }

  private leads(kind: string, id: string, key: string, ids: string[], known: Set<string>): boolean {
    const dangling = ids.find((other) => !known.has(other));
    if (dangling === undefined) return true;
    this.reject('dangling_link', `${kind} ${id}: ${key}: ${dangling} is no record`);
    return false;
  }

  /** A target without its tasks would read as one of the document. */
  private hasTask(target: Target, tasks: ReadonlySet<string>): boolean {
    const { task_ids } = target;
    if (task_ids.length === 0 || task_ids.some((id) => tasks.has(id))) return true;
    this.reject('orphan', `target ${target.id}: all of its tasks are rejected`);
    return false;
  }

  /** The ledger: a line stands with the task that holds it and the target that it sets. */
  private quantities(tasks: ReadonlySet<string>, targets: ReadonlySet<string>): Quantity[] {
    const lines = this.unique(this.given.quantities, Quantity, 'quantity');
    return lines.filter(({ id, role, task_id: task, target_id: target }) => {
      if ((role === 'target') !== (target !== null)) {
        this.reject('invalid_record', `quantity ${id}: target_id: ${target} with role ${role}`);
        return false;
      }
      const missing = [task, target].find(
        (link) => link !== null && !tasks.has(link) && !targets.has(link),
      );
      if (missing == null) return true;
      this.reject('orphan', `quantity ${id}: ${missing} is rejected, or no record`);
      return false;
    });
  }

  private tokens(tasks: ReadonlySet<string>): TokenLine[] {
    return this.given.tokens.flatMap((line) => {
      if (!tasks.has(line.task_id)) return [];
      const checked = this.checked(TokenLine, line, 'tokens');
      return checked === null ? [] : [checked];
    });
  }

  /** The record with its keys in the schema's order, or null after its reject is written. */
  private checked<Kept>(schema: z.ZodType<Kept>, record: Kept, kind: string): Kept | null {
    const name = `${kind} ${nameOf(record)}`;
    const parsed = schema.safeParse(record);
    if (!parsed.success) {
      const issues = parsed.error.issues.map(
        (issue) => `${issue.path.join('.')}: ${issue.message}`,
      );
      this.reject('invalid_record', `${name}: ${issues.join('; ')}`);
      return null;
    }
    const problems = groundingProblems(parsed.data as object, this.grounding);
    if (problems.length > 0) {
      const says = problems.map(({ path, message }) => `${path || 'at'}: ${message}`);
      this.reject('ungrounded', `${name}: ${says.join('; ')}`);
      return null;
    }
    return parsed.data;
  }

  private reject(code: Code, message: string): void {
    const { id, source } = this.given.document;
    const { uri, sha256 } = source;
    this.rejects.push({ uri, sha256, stage: 'validate', code, message, document_id: id });
  }
}

const LONE_SURROGATE = /\p{Surrogate}/u;

function nameOf(record: unknown): string {
  const { id, task_id } = record as { id?: unknown; task_id?: unknown };
  return String(id ?? task_id);
}

function withCounts(document: DocumentRecord, tasks: number, targets: number): DocumentRecord {
  return { ...document, counts: { ...document.counts, tasks, targets } };
}
