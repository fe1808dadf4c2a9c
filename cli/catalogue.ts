import type { Configuration } from '../workers/configuration/schema.js';
import { UsageError } from './exit-status.js';

/** The sources that the store keeps, and the documents that they have given. */
export async function openCatalogue({ store }: Configuration) {
  const { folderAt } = await import('../workers/open-objects.js');
  const { Catalogue } = await import('../workers/sources/catalogue.js');
  const { KnownDocuments } = await import('../workers/sources/known-documents.js');
  try {
    const objects = folderAt(store);
    objects.open();
    return { catalogue: new Catalogue(objects), documents: new KnownDocuments(objects) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new UsageError(`Cannot write to the store ${store}: ${(error as Error).message}`);
  }
}

/** What the catalogue says is all that the user needs. It is waited for at once: none fails unheard. */
export async function known<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    const { SourceError } = await import('../workers/sources/catalogue.js');
    throw error instanceof SourceError ? new UsageError(error.message) : error;
  }
}
