import type { At, Recognition } from '../../schemas/at.js';
import type { ConvertedDocument } from '../converted.js';
import type { RecognisedStretch } from '../model/document.js';

/**
 * The records with how the words of each value were recognised, where its page was read from a
 * picture.
 * @param offset where the document's text begins in the text of its file
 */
export function withRecognition(
  converted: ConvertedDocument,
  stretches: readonly RecognisedStretch[],
  offset: number,
): ConvertedDocument {
  if (stretches.length === 0) return converted;
  const placed = (at: At): At => {
    const ocr = recognitionOf(at.start + offset, at.end + offset, stretches);
    return ocr ? { ...at, ocr } : at;
  };
  const { document, tasks, targets, quantities } = converted;
  return {
    ...converted,
    document: { ...marked(document, placed), warnings: document.warnings },
    tasks: tasks.map((task) => marked(task, placed)),
    targets: targets.map((target) => marked(target, placed)),
    quantities: quantities.map((quantity) => marked(quantity, placed)),
  };
}

function recognitionOf(
  start: number,
  end: number,
  stretches: readonly RecognisedStretch[],
): Recognition | null {
  const touched = stretches.filter((stretch) => stretch.start < end && stretch.end > start);
  if (touched.length === 0) return null;
  const codes = touched.flatMap(({ doubts }) =>
    doubts.filter((doubt) => doubt.start < end && doubt.end > start).map(({ code }) => code),
  );
  return { engine: touched[0]!.engine, doubts: [...new Set(codes)].sort() };
}

/** A record with every place in it marked, however deep it stands. */
function marked<T extends object>(record: T, placed: (at: At) => At): T {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    if (key === 'at' && value !== null) result[key] = placed(value as At);
    else if (Array.isArray(value)) {
      result[key] = value.map((one: unknown) =>
        typeof one === 'object' && one !== null ? marked(one, placed) : one,
      );
    } else result[key] = value;
  }
  return result as T;
}
