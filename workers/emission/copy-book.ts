import {
  type Copies,
  type CopyHead,
  type CopyMark,
  copyMark,
  findCopies,
  textsAgree,
} from '../../pipeline/emit/copies/copies.js';
import type { FormerDataset } from './former-dataset.js';
import type { DocumentState, WrittenDocument } from './made-from.js';

/** Documents that one was compared with. */
interface Compared {
  readonly alike: string[];
  readonly apart: string[];
}

const NONE: readonly string[] = [];

/**
 * Finds the documents of a dataset that are one notice. What two documents that are kept were found
 * to be by an earlier run is remembered; only the others' texts are compared, and of a document that is kept
 * the text is read again for it.
 */
export class CopyBook {
  private readonly states = new Map<string, DocumentState>();
  /** All that texts are compared by, of documents that are new or were asked for. */
  private readonly marks = new Map<string, CopyMark>();
  private readonly kept = new Set<string>();

  constructor(private readonly dataset: FormerDataset | null) {}

  /** A new document with its mark; without one it stands as it did. */
  add(state: DocumentState, mark?: CopyMark): void {
    const { id } = state.written;
    this.states.set(id, state);
    if (mark) this.marks.set(id, mark);
    else this.kept.add(id);
  }

  /** The copies of each document that has some; all documents must have been added. */
  find(): Map<string, Copies> {
    const compared = new Map<string, Compared>();
    const heads = Array.from(this.states.values(), ({ written }) => written.head);
    const copies = findCopies(heads, (first, other) => {
      const agree = this.agree(first, other);
      const notes = compared.get(other.id) ?? { alike: [], apart: [] };
      compared.set(other.id, notes);
      (agree ? notes.alike : notes.apart).push(first.id);
      return agree;
    });
    for (const [id, state] of this.states) note(state, compared.get(id));
    return copies;
  }

  private agree(first: CopyHead, other: CopyHead): boolean {
    if (this.kept.has(first.id) && this.kept.has(other.id)) {
      const { alike = NONE, apart = NONE } = this.states.get(other.id)!.written;
      if (alike.includes(first.id)) return true;
      if (apart.includes(first.id)) return false;
    }
    return textsAgree(this.markOf(first.id), this.markOf(other.id));
  }

  private markOf(id: string): CopyMark {
    const known = this.marks.get(id);
    if (known) return known;
    const { record, text } = this.dataset!.read(this.dataset!.documents.get(id)!);
    const mark = copyMark(record, text);
    this.marks.set(id, mark);
    return mark;
  }
}

/** Keeps with a document what it was compared with. */
function note(state: DocumentState, compared: Compared | undefined): void {
  const { alike = NONE, apart = NONE } = compared ?? {};
  const before: WrittenDocument = state.written;
  const { alike: alikeThen = NONE, apart: apartThen = NONE, ...written } = before;
  if (alike.join() === alikeThen.join() && apart.join() === apartThen.join()) return;
  state.written = {
    ...written,
    ...(alike.length > 0 && { alike }),
    ...(apart.length > 0 && { apart }),
  };
}
