import { warningOf } from '../../schemas/codes.js';
import type { Reference, Warning } from '../../schemas/document.js';
import type { Notice } from '../model/outline.js';
import type { DocumentHead } from '../outline/head/index.js';
import { bodySections } from '../outline/sections/index.js';
import { deadlineWarnings, timeCellWarnings } from './deadlines/index.js';
import { documentYear } from './document-year.js';
import { collectReferences } from './references/index.js';
import { type Extraction, extractTasks, type ReadingContext } from './tasks/index.js';
import { tellsPastAndPlan } from './tasks/past-account.js';

/** What a notice says below its head. */
export interface NoticeReading {
  /** What its head told the rules. */
  readonly context: ReadingContext;
  readonly extraction: Extraction;
  readonly references: readonly Reference[];
  /** Times of the head and body that would be dates or deadlines if they had a day. */
  readonly warnings: readonly Warning[];
}

/**
 * Reads the body of a notice: tasks, goals, references, and the account of what was passed over.
 * @param coverYear year on the cover of the compendium that holds it; null where there is none
 */
export function readNotice(
  notice: Notice,
  head: DocumentHead,
  coverYear: number | null,
): NoticeReading {
  const context: ReadingContext = {
    documentYear: documentYear(head, coverYear, wordsOf(notice)),
    issuedOn: head.issued_on,
    effectiveOn: head.effective_on,
    lawLike: head.lawLike,
    nature: head.nature,
    genre: head.genre,
    tellsPast: tellsPastAndPlan(head.title),
  };
  const extraction = extractTasks(bodySections(notice, head.roles), context);
  return {
    context,
    extraction,
    references: collectReferences(
      notice.blocks.map((block) => block.passage),
      [head.title, ...head.carries],
    ),
    warnings: oneAPlace([
      ...extraction.tasks.flatMap(({ whole, timeCells }) => [
        ...deadlineWarnings(whole, context),
        ...timeCells.flatMap((cell) => timeCellWarnings(cell, context)),
      ]),
      ...extraction.unclearCells.map((cell) => {
        const { at } = cell.grounding(0, cell.length);
        return warningOf('table_row_unclear', at, cell.words.slice(0, 60));
      }),
      ...head.warnings,
    ]),
  };
}

/** The warnings of which none says again what another says of the same place. */
function oneAPlace(warnings: readonly Warning[]): Warning[] {
  const places = new Set<string>();
  return warnings.filter(({ code, message, at }) => {
    const place = `${code} ${at === null ? message : at.start}`;
    return !places.has(place) && places.add(place);
  });
}

/** The words of a notice as cleaning gives them, a line each: a page mark parts no day. */
const wordsOf = ({ blocks }: Notice): string =>
  blocks
    .flatMap(({ passage, table }) => table?.cells.map((cell) => cell.passage) ?? [passage])
    .map(({ reading }) => reading)
    .join('\n');
