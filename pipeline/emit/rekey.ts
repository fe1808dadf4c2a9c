import { type ConvertedDocument, withIdentifiers } from '../converted.js';

/**
 * Gives a document an id that no other of the dataset has. The first to come keeps its own; the
 * same notice in a later source gets the beginning of that source's digest as a suffix, and where
 * one source holds it twice, a count after it. Ids of its records begin with their document's.
 */
export function withFreeId(
  converted: ConvertedDocument,
  isTaken: (id: string) => boolean,
): ConvertedDocument {
  const id = freeId(converted.document, isTaken);
  return id === converted.document.id ? converted : rekeyed(converted, id);
}

/** The id that `withFreeId` gives: the document's own where it is free. */
export function freeId(
  { id, source }: { readonly id: string; readonly source: { readonly sha256: string } },
  isTaken: (id: string) => boolean,
): string {
  if (!isTaken(id)) return id;
  const suffixed = `${id}-${source.sha256.slice(0, 8)}`;
  let free = suffixed;
  for (let count = 2; isTaken(free); count++) free = `${suffixed}-${count}`;
  return free;
}

/** The document under another id, with all ids and links that begin with the former one. */
export function rekeyed(converted: ConvertedDocument, id: string): ConvertedDocument {
  const former = converted.document.id;
  const key = (value: string): string =>
    value.startsWith(former) ? id + value.slice(former.length) : `${id}-${value}`;
  return withIdentifiers(converted, { document: id, task: key, target: key, quantity: key });
}
