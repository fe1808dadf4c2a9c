export { isCaption } from './caption.js';
export { type ClassifiedTable, classifyTable, type TableKind } from './columns/classify.js';
export type { ColumnRole } from './columns/column-roles.js';
export { cellAt, cellGrid } from './grid.js';
export { type ContactPassage, readContacts } from './items/contacts.js';
export {
  type IndicatorColumns,
  type IndicatorRow,
  type IndicatorValue,
  indicatorColumns,
  indicatorRows,
} from './items/indicators.js';
export { type Measure, splitMeasures } from './items/numbered-measures.js';
export { partedTables } from './items/parted-tables.js';
export { type RowGoal, type WorkItem, workItems } from './items/work-items.js';
export { printedHeader } from './spaced/printed-header.js';
