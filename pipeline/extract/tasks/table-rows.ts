import type { TextTable } from '../../model/outline.js';
import type { SourceText } from '../../model/source-text.js';
import type { TaskDraft } from './draft.js';

/** The tasks of a table of work items: one a row, or one for each numbered measure of a row. */
export function tableTasks(_source: SourceText, _table: TextTable): TaskDraft[] {
  return [];
}
