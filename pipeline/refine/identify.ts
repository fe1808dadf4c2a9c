import { createHash } from 'node:crypto';

/** Characters of an id's hash: 64 bits, so that two of a million documents never meet. */
const LENGTH = 16;

/** Hash of the parts, for ids that are the same wherever and whenever the same words are read. */
function digest(parts: readonly (string | number | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, LENGTH);
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/** What tells a document from all others, whatever file carries it. */
export interface DocumentIdentity {
  readonly title: string;
  readonly doc_number: string | null;
  readonly issued_on: string | null;
  /** For a document without a title: the words that it begins with. */
  readonly opening: string;
}

/** Gives ids that are unique within one source: the n-th of several alike says so. */
export class Identifiers {
  private readonly used = new Map<string, number>();

  /** `d` + hash of title and number (a document without a title: of its opening words). */
  document(identity: DocumentIdentity): string {
    const { title, doc_number, issued_on, opening } = identity;
    const name = title ? plain(title) : plain(opening).slice(0, 200);
    return this.unique(
      `d${digest([name, doc_number && plain(doc_number), title ? issued_on : null])}`,
      '-',
    );
  }

  /** Document id + hash of number, part and path: a reworded task keeps it. */
  task(
    documentId: string,
    number: string | null,
    part: number | null,
    path: readonly string[],
  ): string {
    const place = digest([number && plain(number), part, ...path.map(plain)]);
    return this.unique(`${documentId}.t${place}`, '-');
  }

  /** Document id + hash of what is measured, how much and by when. */
  target(documentId: string, indicator: string, value: number, by: string | null): string {
    return this.unique(`${documentId}.g${digest([plain(indicator), value, by])}`, '-');
  }

  /** Document id + hash of the task that it stands in and of its words. */
  quantity(documentId: string, taskId: string | null, raw: string): string {
    const place = taskId === null ? null : taskId.slice(documentId.length);
    return this.unique(`${documentId}.q${digest([place, plain(raw)])}`, '-');
  }

  private unique(id: string, mark: string): string {
    const count = (this.used.get(id) ?? 0) + 1;
    this.used.set(id, count);
    return count === 1 ? id : `${id}${mark}${count}`;
  }
}
