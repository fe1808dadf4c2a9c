import { EXPORT_TABLES, type ExportTable } from '../../pipeline/emit/export-tables.js';
import type { Dataset } from './read-dataset.js';

/** The tables that an export of this dataset has: words only where the dataset has tokens. */
export const tablesOf = (dataset: Pick<Dataset, 'has'>): ExportTable[] =>
  EXPORT_TABLES.filter(({ from }) => from !== 'tokens' || dataset.has('tokens'));
