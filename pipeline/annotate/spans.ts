import { firstIndex } from '../model/first-index.js';
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
      startingIn(found, start, end)
        .filter((span) => span.end <= end)
        .map((span) => shift(span, -start)),
    join: (found, offsets) =>
      found.flatMap((spans, index) => spans.map((span) => shift(span, offsets[index]!))),
  };
}

/** Those of ascending spans that start from `start` up to `end`, the end included. */
export const startingIn = <Found extends Span>(
  spans: readonly Found[],
  start: number,
  end: number,
): Found[] =>
  spans.slice(
    firstIndex(spans, (span) => span.start >= start),
    firstIndex(spans, (span) => span.start > end),
  );
