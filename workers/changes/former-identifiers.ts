import { keepIdentifiers } from '../../pipeline/compare/keep-identifiers.js';
import { type DocumentTraits, matchDocuments } from '../../pipeline/compare/match-documents.js';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import { freeId, rekeyed } from '../../pipeline/emit/rekey.js';
import { DatasetIndex } from './dataset-index.js';
import { newestSnapshot } from './snapshot-folders.js';

/** A document that will be in the dataset. */
export interface ComingDocument extends DocumentTraits {
  /** Of the bytes of its source. */
  readonly sha256: string;
}

/** Gives documents, and all in them, the ids that they had in the newest snapshot. */
export class FormerIdentifiers {
  /** Former ids, by the id that a document has of its own in this dataset. */
  private pairs = new Map<string, string>();
  /** Other ids for new documents whose own a former one has. */
  private readonly replaced = new Map<string, string>();

  private constructor(private readonly former: DatasetIndex) {}

  /** Null where the folder has no snapshot. `index` is that of the newest one, where it is at hand. */
  static open(out: string, index: DatasetIndex | null = null): FormerIdentifiers | null {
    const folder = newestSnapshot(out);
    return folder === null ? null : new FormerIdentifiers(index ?? DatasetIndex.scan(folder));
  }

  /**
   * Tells which documents there will be beside those that are `settled`, in their order; their ids are
   * free among themselves. Those that are settled are unchanged, and all documents of their sources now and
   * then: their own ids are what they would be matched with first.
   */
  plan(documents: readonly ComingDocument[], settled: ReadonlySet<string>): void {
    this.pairs = matchDocuments(documents, this.former.documents(settled));
    const taken = new Set([...settled, ...this.pairs.values()]);
    for (const { id: own, sha256 } of documents) {
      if (this.pairs.has(own)) continue;
      const id = freeId({ id: own, source: { sha256 } }, (one) => taken.has(one));
      taken.add(id);
      if (id !== own) this.replaced.set(own, id);
    }
  }

  /** The document under its former ids; a new one under a free id. */
  keep(converted: ConvertedDocument): ConvertedDocument {
    const { id } = converted.document;
    const formerId = this.pairs.get(id);
    if (formerId === id && this.former.hasSameIds(converted)) return converted;
    const former = formerId === undefined ? null : this.former.read(formerId);
    if (former !== null) return keepIdentifiers(converted, former);
    const other = this.replaced.get(id);
    return other === undefined ? converted : rekeyed(converted, other);
  }

  close(): void {
    this.former.close();
  }
}
