import { warningOf } from '../../schemas/codes.js';
import type { DocumentRecord, Warning } from '../../schemas/document.js';
import type { Extraction } from '../extract/tasks/index.js';
import type { SourceText } from '../model/source-text.js';

const WHITE = /\s/g;

/**
 * The self-check: what the text holds against what the records took. Each responsibility clause
 * that no task has is a warning with its place, and so is each label of bodies that no word is known of,
 * and each name behind a label that reads as no body.
 */
export function selfCheck(
  source: SourceText,
  { clauses, unassigned }: Extraction,
): { coverage: DocumentRecord['coverage']; warnings: Warning[] } {
  const lost = clauses.filter(({ attached }) => !attached);
  return {
    coverage: {
      clauses: clauses.length,
      clauses_attached: clauses.length - lost.length,
      chars: source.text.replace(WHITE, '').length,
      chars_unassigned: unassigned.reduce((sum, passage) => sum + passage.length, 0),
    },
    warnings: [
      ...lost.map(({ passage }) => warningOf('clause_not_attached', passage.at(), passage.text)),
      ...clauses
        .flatMap(({ unknownLabels }) => unknownLabels)
        .map((label) => warningOf('clause_label_unknown', label.at(), label.text)),
      ...clauses
        .flatMap(({ unreadNames }) => unreadNames)
        .map((name) => warningOf('clause_name_unread', name.at(), name.text)),
    ],
  };
}
