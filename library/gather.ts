import type { ConvertResult } from '../pipeline/converted.js';
import { UnitTally } from '../pipeline/emit/unit-tally.js';
import type { Extraction } from './extraction.js';

/** Puts the documents of some results into tables. */
export function extractionOf(results: readonly ConvertResult[]): Extraction {
  const units = new UnitTally();
  const documents = results.flatMap((result) => result.documents);
  for (const { document, tasks } of documents) units.add(document, tasks);
  return {
    documents: documents.map(({ document }) => document),
    tasks: documents.flatMap(({ tasks }) => tasks),
    targets: documents.flatMap(({ targets }) => targets),
    quantities: documents.flatMap(({ quantities }) => quantities),
    units: units.records(),
    tokens: documents.flatMap(({ tokens }) => tokens),
    texts: Object.fromEntries(documents.map(({ document, text }) => [document.id, text])),
    rejects: results.flatMap(({ rejects }) => rejects),
  };
}
