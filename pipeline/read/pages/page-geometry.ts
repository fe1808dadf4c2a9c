import type { LaidOut } from '../../layout/layout-document.js';
import type { PlacedGlyph } from '../../layout/text-builder.js';
import type { Box, GlyphRun, PageGeometry } from '../../model/document.js';
import type { JudgedPage } from './read-pages.js';
import { boxOnPage, seenSheet } from './seen-picture.js';

/** Shares of its height: by which a character may stand off its run, and be wider than its others. */
const SLACK = 0.1;
const SAME_WIDTH = 0.03;

/** The pages of a file with the places of its characters; they were kept when the pages were read. */
export function pageGeometry(
  pages: readonly JudgedPage[],
  { glyphs, places }: Pick<LaidOut, 'glyphs' | 'places'>,
): PageGeometry[] {
  const byPage = new Map<number, PlacedGlyph[]>();
  for (const glyph of glyphs) {
    const same = byPage.get(glyph.page);
    if (same) same.push(glyph);
    else byPage.set(glyph.page, [glyph]);
  }
  return pages.map(({ layout, recognition }) => {
    const { number, turn } = layout;
    const seen = recognition?.seen ?? null;
    const onPage = (box: Box): Box => (seen ? boxOnPage(box, seen) : box);
    const own = (byPage.get(number) ?? []).map((glyph) => ({ ...glyph, box: onPage(glyph.box) }));
    const { width, height } = seen ? seenSheet(seen) : layout;
    return {
      number,
      printed: places.get(number)?.number ?? number,
      ...{ width, height },
      quarters: seen ? (seen.page.quarters ?? 0) : (4 - turn / 90) % 4,
      runs: glyphsToRuns(own),
      rulings: (layout.rulings ?? []).map(({ box }) => onPage(box)),
      recognised: seen !== null,
    };
  });
}

/** Characters put together where each stands where its run has it. */
export function glyphsToRuns(glyphs: readonly Omit<PlacedGlyph, 'page'>[]): GlyphRun[] {
  const runs: GlyphRun[] = [];
  for (const { start, end, box } of glyphs) {
    const last = runs.at(-1);
    const longer = last && last.end === start && end - start === 1 ? goneOn(last, box) : null;
    if (longer) runs[runs.length - 1] = longer;
    else runs.push({ start, end, box, runsDown: false });
  }
  return runs;
}

/** The run with one more character; null where its characters would not stand where they are drawn. */
function goneOn({ start, end, box, runsDown }: GlyphRun, next: Box): GlyphRun | null {
  const count = end - start;
  const slack = (next.bottom - next.top) * SLACK;
  const near = (one: number, other: number): boolean => Math.abs(one - other) <= slack;
  const same = (one: number, other: number): boolean =>
    Math.abs(one - other) <= (next.bottom - next.top) * SAME_WIDTH;
  const across = (box.x1 - box.x0) / count;
  const down = (box.bottom - box.top) / count;
  if (!runsDown || count === 1) {
    const level = near(next.top, box.top) && near(next.bottom, box.bottom);
    if (level && near(next.x0, box.x1) && same(next.x1 - next.x0, across)) {
      return { start, end: end + 1, box: { ...box, x1: next.x1 }, runsDown: false };
    }
  }
  if (runsDown || count === 1) {
    const level = near(next.x0, box.x0) && near(next.x1, box.x1);
    if (level && near(next.top, box.bottom) && same(next.bottom - next.top, down)) {
      return { start, end: end + 1, box: { ...box, bottom: next.bottom }, runsDown: true };
    }
  }
  return null;
}
