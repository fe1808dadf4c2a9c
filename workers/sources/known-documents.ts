import { z } from 'zod';
import type { ObjectStore } from '../object-store.js';

const KnownDocument = z.object({
  url: z.string(),
  /** Address of the page that it is attached to; null where it stands for itself. */
  attachment_of: z.string().nullable(),
});
export type KnownDocument = z.output<typeof KnownDocument>;

const nameOf = (source: string): string => `source-documents/${source}.json`;

/** The store's record of what a source gave cannot be read; the message says what to do. */
export class KnownDocumentsError extends Error {}

/** What a source has given so far: what a listing page shows no more is not lost. */
export class KnownDocuments {
  constructor(private readonly objects: ObjectStore) {}

  /** @throws KnownDocumentsError: with nothing known, documents would go in silence. */
  async read(source: string): Promise<readonly KnownDocument[]> {
    const content = await this.objects.get(nameOf(source));
    if (content === null) return [];
    try {
      return z.array(KnownDocument).parse(JSON.parse(content.toString('utf8')));
    } catch {
      throw new KnownDocumentsError(
        `The store's ${nameOf(source)} is broken, so what this source gave before is not known. Restore it, or forget it with: gongwen source remove ${source}`,
      );
    }
  }

  async write(source: string, documents: readonly KnownDocument[]): Promise<void> {
    await this.objects.put(nameOf(source), `${JSON.stringify(documents, null, 1)}\n`);
  }

  async forget(source: string): Promise<void> {
    await this.objects.remove(nameOf(source));
  }
}
