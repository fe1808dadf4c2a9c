export { type ClassifiedTable, classifyTable, type TableKind } from './classify.js';
export type { ColumnRole } from './column-heads.js';
export { type ContactPassage, readContacts } from './contacts.js';
export { cellAt, cellGrid } from './grid.js';
export {
  type IndicatorColumns,
  type IndicatorRow,
  type IndicatorValue,
  indicatorColumns,
  indicatorRows,
} from './indicators.js';
export { type Measure, splitMeasures } from './numbered-measures.js';
export { type WorkItem, workItems } from './rows.js';
