import type { Box, GlyphRun, PageGeometry } from '../../../pipeline/model/document.js';
import type { PackedPage } from '../../../report/payload.js';
import type { NoPicture } from './messages.js';

/** Places are given in tenths of a point. */
const TENTHS = 10;

/**
 * A page as the review page carries it for one document.
 *
 * @param start where the document's text begins in its source's
 * @param file the picture beside the page; null where its words are shown as they were read
 */
export function packPage(
  { printed, width, height, runs, rulings }: PageGeometry,
  { start, end }: { readonly start: number; readonly end: number },
  { file, none }: { readonly file: string | null; readonly none: NoPicture | null },
  withWords: boolean,
): PackedPage {
  const own = runs.flatMap((run) => {
    const from = Math.max(run.start, start);
    const to = Math.min(run.end, end);
    return from < to ? packedRun(cut(run, from, to), start) : [];
  });
  return {
    page: printed,
    width: tenths(width),
    height: tenths(height),
    runs: own,
    ...(file !== null && { file }),
    ...(none !== null && { none }),
    ...(withWords && { words: true, rulings: rulings.flatMap(packedBox) }),
  };
}

/** A part of a run. */
function cut(run: GlyphRun, from: number, to: number): GlyphRun {
  const { start, end, box, runsDown } = run;
  if (from === start && to === end) return run;
  const share = (at: number): number => (at - start) / (end - start);
  const { x0, x1, top, bottom } = box;
  const part = runsDown
    ? { x0, x1, top: top + (bottom - top) * share(from), bottom: top + (bottom - top) * share(to) }
    : { top, bottom, x0: x0 + (x1 - x0) * share(from), x1: x0 + (x1 - x0) * share(to) };
  return { start: from, end: to, box: part, runsDown };
}

/** Start in the document, characters (negative: below each other), and the box. */
const packedRun = ({ start, end, box, runsDown }: GlyphRun, from: number): number[] => [
  start - from,
  runsDown ? start - end : end - start,
  ...packedBox(box),
];

const packedBox = ({ x0, top, x1, bottom }: Box): number[] => [x0, top, x1, bottom].map(tenths);

const tenths = (points: number): number => Math.round(points * TENTHS);
