import { keepIdentifiers } from '../../pipeline/compare/keep-identifiers.js';
import { matchDocuments } from '../../pipeline/compare/match-documents.js';
import type { ConvertedDocument } from '../../pipeline/converted.js';
import { freeId, rekeyed } from '../../pipeline/emit/rekey.js';
import type { DocumentRecord } from '../../schemas/index.js';
import { DatasetIndex, traitsOf } from './dataset-index.js';
import { newestSnapshot } from './snapshot-folders.js';

/** Gives documents, and all in them, the ids that they had in the newest snapshot. */
export class FormerIdentifiers {
  /** Former ids, by the id that a document has of its own in this dataset. */
  private pairs = new Map<string, string>();
  /** Other ids for new documents whose own a former one has. */
  private readonly replaced = new Map<string, string>();

  private constructor(private readonly former: DatasetIndex) {}

  /** Null where the folder has no snapshot. */
  static open(out: string): FormerIdentifiers | null {
    const folder = newestSnapshot(out);
    return folder === null ? null : new FormerIdentifiers(new DatasetIndex(folder));
  }

  /** Tells which documents there will be, in their order; their ids are free among themselves. */
  plan(documents: readonly DocumentRecord[]): void {
    this.pairs = matchDocuments(documents.map(traitsOf), this.former.documents);
    const taken = new Set(this.pairs.values());
    for (const document of documents) {
      if (this.pairs.has(document.id)) continue;
      const id = freeId(document, (one) => taken.has(one));
      taken.add(id);
      if (id !== document.id) this.replaced.set(document.id, id);
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
