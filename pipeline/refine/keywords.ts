import type { ConvertedDocument } from '../converted.js';
import { segmenter, segmenterOf } from '../segment/index.js';

/** The documents of one source, each task with its keywords. */
export function withKeywords(
  documents: readonly ConvertedDocument[],
  wholeDictionary: boolean,
): ConvertedDocument[] {
  const texts = documents.flatMap(({ tasks }) => tasks.map(({ text }) => text));
  if (texts.length === 0) return [...documents];
  const words = wholeDictionary ? segmenter() : segmenterOf(texts);
  return documents.map((converted) => ({
    ...converted,
    tasks: converted.tasks.map((task) => ({ ...task, keywords: words.keywords(task.text) })),
  }));
}
