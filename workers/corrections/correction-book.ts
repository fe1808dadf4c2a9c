import type { ConvertedDocument } from '../../pipeline/converted.js';
import { applyCorrections, type CorrectionCounts } from '../../pipeline/corrections/index.js';
import { validateDocument } from '../../pipeline/validate/records.js';
import type { Correction, Reject } from '../../schemas/index.js';

/** What `run.json` says of the corrections of a run. */
export interface CorrectionsSummary extends CorrectionCounts {
  readonly file: string;
  readonly sha256: string;
}

/** The corrections of a run by document, and what became of them. */
export class CorrectionBook {
  private readonly byDocument = new Map<string, Correction[]>();
  private readonly met = new Set<string>();
  private readonly counts: CorrectionCounts = { applied: 0, outdated: 0, unknown: 0 };

  constructor(
    readonly file: string,
    readonly sha256: string,
    readonly corrections: readonly Correction[],
  ) {
    for (const correction of corrections) {
      const list = this.byDocument.get(correction.document_id);
      if (list) list.push(correction);
      else this.byDocument.set(correction.document_id, [correction]);
    }
  }

  /** Whether there are corrections of a document. */
  has(id: string): boolean {
    return this.byDocument.has(id);
  }

  /** The document after its corrections; a record that they made unsound becomes a reject. */
  apply(converted: ConvertedDocument): { converted: ConvertedDocument | null; rejects: Reject[] } {
    const { id } = converted.document;
    const corrections = this.byDocument.get(id);
    if (corrections === undefined) return { converted, rejects: [] };
    this.met.add(id);
    const corrected = applyCorrections(converted, corrections);
    for (const key of Object.keys(this.counts) as (keyof CorrectionCounts)[]) {
      this.counts[key] += corrected.counts[key];
    }
    return validateDocument(corrected.converted);
  }

  /** One reject for each document that has corrections and did not come. */
  rejects(): Reject[] {
    const unknown = [...this.byDocument].filter(([id]) => !this.met.has(id));
    return unknown.map(([id, corrections]) => {
      this.counts.unknown += corrections.length;
      return {
        uri: this.file,
        sha256: this.sha256,
        stage: 'refine',
        code: 'correction_unknown',
        message: `No document ${id} is in this dataset; ${corrections.length} of its corrections were not applied. Extract its source too, or take them out of the file.`,
        document_id: null,
      };
    });
  }

  summary(): CorrectionsSummary {
    return { file: this.file, sha256: this.sha256, ...this.counts };
  }
}
