import type { PageLayout } from './layout-page.js';
import type { Margins } from './margins.js';
import type { Line } from './page-lines.js';
import { isCentred, isFull, isIndented } from './paragraphs.js';

/** Least share of lines that are indented; first lines of paragraphs are, in official documents. */
const LEAST_INDENTED = 0.04;
/** A line indented by more ems is a signature or a formula. */
const WIDEST_INDENT = 4;
/** Most lines that stop short in mid-sentence, as lines do that were broken before they were set. */
const MOST_BROKEN = 0.05;
/** As many prove nothing in a short document: lines of its head stand alone. */
const ALWAYS_BROKEN = 3;
const PAUSE = /[。！？：；…”’）》」]$/;

/** Whether a document's indents and line ends tell where its paragraphs begin. */
export function geometryTellsParagraphs(
  pages: readonly PageLayout[],
  linesOf: (page: PageLayout) => readonly Line[],
  marginsOf: (page: PageLayout) => readonly Margins[],
): boolean {
  let all = 0;
  let indented = 0;
  let broken = 0;
  for (const page of pages) {
    const margins = marginsOf(page);
    const lines = linesOf(page);
    for (const [index, line] of lines.entries()) {
      const own = margins[line.column]!;
      all++;
      if (isIndented(line, own)) {
        if (line.box.x0 - own.left < line.size * WIDEST_INDENT) indented++;
      }
      if (stopsShort(line, lines[index + 1], own)) broken++;
    }
  }
  return indented >= all * LEAST_INDENTED && broken <= Math.max(ALWAYS_BROKEN, all * MOST_BROKEN);
}

function stopsShort(line: Line, next: Line | undefined, margins: Margins): boolean {
  if (!next || next.column !== line.column || PAUSE.test(line.text)) return false;
  if (isFull(line, next, margins) || isIndented(next, margins)) return false;
  return !isCentred(line, margins) && !isCentred(next, margins);
}
