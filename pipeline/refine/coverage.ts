import type { DocumentRecord, Warning } from '../../schemas/document.js';
import { clausesSeen } from '../extract/tasks/coverage.js';
import type { ExtractedTasks } from '../extract/tasks/index.js';
import type { SourceText } from '../model/source-text.js';
import type { Section } from '../outline/sections/index.js';

const WHITE = /\s/g;

/**
 * The self-check: what the text holds against what the records took. Each responsibility clause
 * that no task has is a warning with its place.
 */
export function selfCheck(
  source: SourceText,
  root: Section,
  extracted: ExtractedTasks,
): { coverage: DocumentRecord['coverage']; warnings: Warning[] } {
  const seen = clausesSeen(source, root);
  const lost = seen.filter((clause) => !extracted.attachedClauses.has(clause.offset));
  const unassigned = extracted.unassigned.reduce((sum, passage) => sum + passage.length, 0);
  return {
    coverage: {
      clauses: seen.length,
      clauses_attached: seen.length - lost.length,
      chars: source.text.replace(WHITE, '').length,
      chars_unassigned: unassigned,
    },
    warnings: lost.map(({ passage }) => ({
      code: 'clause_not_attached',
      message: `责任分工未归入任何任务（a responsibility clause is in no task）：${passage.text}`,
      at: passage.at(),
    })),
  };
}
