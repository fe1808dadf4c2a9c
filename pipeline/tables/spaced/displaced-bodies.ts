import { looksLikeUnit } from '../../lexicon/units.js';
import type { SourceDocument } from '../../model/document.js';
import type { Span } from '../../model/source-text.js';
import { EMPTY_CELL, type RawCell } from '../typed/raw-rows.js';
import type { SpacedHead } from './header.js';

const BODIES: ReadonlySet<SpacedHead['kind']> = new Set(['units', 'lead_units', 'support_units']);
/** Printed columns by which a body stands further right than the words of the cell that it fell into. */
const LEAST_SHIFT = 4;

/**
 * The cells of a row with bodies where they belong: on a line without other words beside it a body may
 * be printed so far left that it falls into the cell before. It is a line of its own there, further right
 * than the others, and the column of bodies has nothing.
 */
export function withDisplacedBodies(
  document: SourceDocument,
  heads: readonly SpacedHead[],
  cells: readonly RawCell[],
): RawCell[] {
  const placed = [...cells];
  for (let column = 1; column < heads.length; column++) {
    const before = placed[column - 1]!;
    if (!BODIES.has(heads[column]!.kind) || BODIES.has(heads[column - 1]!.kind)) continue;
    if (placed[column]!.text !== '' || before.spans.length < 2) continue;
    const left = Math.min(...before.spans.map((span) => indentOf(document, span)));
    const displaced = before.spans.filter(
      (span) =>
        indentOf(document, span) >= left + LEAST_SHIFT && looksLikeUnit(wordsOf(document, span)),
    );
    if (displaced.length !== 1) continue;
    const others = before.spans.filter((span) => !displaced.includes(span));
    placed[column - 1] = cellOfSpans(document, others);
    placed[column] = cellOfSpans(document, displaced);
  }
  return placed;
}

const wordsOf = ({ source }: SourceDocument, { start, end }: Span): string =>
  source.text.slice(start, end).replace(/\s+/g, '');

/** Characters between the start of its line and a span. */
const indentOf = ({ source }: SourceDocument, { start }: Span): number =>
  start - source.text.lastIndexOf('\n', start) - 1;

const cellOfSpans = (document: SourceDocument, spans: readonly Span[]): RawCell =>
  spans.length === 0
    ? EMPTY_CELL
    : { spans, text: spans.map((span) => wordsOf(document, span)).join('') };
