import type { Annotator, Passage } from '../model/passage.js';
import type { Span } from '../model/source-text.js';

/**
 * An annotator of a list of spans in the order of the text: a part of a passage has those that lie wholly
 * inside it, a whole has those of its parts.
 * @param shift the span moved by so many characters, with every offset that it holds
 */
export function spansAnnotator<Found extends Span>(
  name: string,
  read: (passage: Passage) => readonly Found[],
  shift: (span: Found, by: number) => Found,
): Annotator<readonly Found[]> {
  return {
    name,
    read,
    slice: (found, start, end) =>
      found
        .filter((span) => span.start >= start && span.end <= end)
        .map((span) => shift(span, -start)),
    join: (found, offsets) =>
      found.flatMap((spans, index) => spans.map((span) => shift(span, offsets[index]!))),
  };
}
