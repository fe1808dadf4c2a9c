import type { Warning } from '../schemas/document.js';
import type { SourceDocument } from './model/document.js';
import type { Notice } from './model/outline.js';

/**
 * What the reader warned of, for each notice in order. A warning of the whole file goes to the first
 * notice; one of a page that no notice holds (a cover, a picture between two) to the notice before it,
 * else to the first, without a place, as it stands in none.
 */
export function warningsOfNotices(read: SourceDocument, notices: readonly Notice[]): Warning[][] {
  const found = notices.map((): Warning[] => []);
  for (const warning of read.warnings) {
    const start = warning.at?.start ?? 0;
    const index = Math.max(
      0,
      notices.findLastIndex(({ offset }) => offset <= start),
    );
    const notice = notices[index];
    if (notice) found[index]!.push(placedIn(notice, warning));
  }
  return found;
}

function placedIn({ offset, source }: Notice, warning: Warning): Warning {
  if (warning.at === null) return warning;
  const start = warning.at.start - offset;
  const end = warning.at.end - offset;
  if (start < 0 || end > source.text.length) return { ...warning, at: null };
  // A page that gave no text has its number from the reader alone.
  return { ...warning, at: { page: warning.at.page ?? source.pageAt(start), start, end } };
}
