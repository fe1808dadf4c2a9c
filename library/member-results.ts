import type { ConvertedDocument, ConvertResult } from '../pipeline/converted.js';
import { withFreeId } from '../pipeline/emit/rekey.js';
import { withMeta } from '../pipeline/refine/source-meta.js';
import type { SourceMeta } from '../schemas/index.js';
import { inputReject } from '../workers/input-reject.js';
import { compareUris } from '../workers/uri-order.js';

interface Given {
  readonly uri: string;
  readonly meta?: SourceMeta;
}

/**
 * What the members of a container gave, as a dataset that is made from it has it: in the order of
 * their addresses, with what their rows say of them, the same bytes once, each document under an id
 * of its own.
 */
export class MemberResults {
  private readonly results: { readonly given: Given; readonly result: ConvertResult }[] = [];

  add(result: ConvertResult, { uri, meta }: Given): void {
    this.results.push({ given: { uri, ...(meta && { meta }) }, result });
  }

  all(): ConvertResult[] {
    const firstOf = new Map<string, string>();
    const ids = new Set<string>();
    const ordered = this.results.sort((a, b) => compareUris(a.given.uri, b.given.uri));
    return ordered.map(({ given: { uri, meta }, result }) => {
      const sha256 = result.documents[0]?.document.source.sha256;
      const first = sha256 === undefined ? undefined : firstOf.get(sha256);
      if (sha256 !== undefined && first !== undefined) {
        const detail = { sha256, stage: 'emit' as const, says: first };
        return { documents: [], rejects: [inputReject(uri, 'duplicate_input', detail)] };
      }
      if (sha256 !== undefined) firstOf.set(sha256, uri);
      const documents = result.documents.map((converted) => {
        const own = withFreeId(meta ? described(converted, meta) : converted, (id) => ids.has(id));
        ids.add(own.document.id);
        return own;
      });
      return { ...result, documents };
    });
  }
}

const described = (converted: ConvertedDocument, meta: SourceMeta): ConvertedDocument => ({
  ...converted,
  document: withMeta(converted.document, meta),
});
