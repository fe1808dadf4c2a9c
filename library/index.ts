/**
 * gongwen as a library: notices in, records out. What is exported here follows semantic versioning;
 * what is not may change at any time.
 *
 * @packageDocumentation
 */
export * from '../schemas/index.js';
export {
  type Dataset,
  type OpenOptions,
  openDataset,
  type TableName,
  type TableRecords,
} from './dataset.js';
export { type DatasetChange, diff } from './diff.js';
export {
  DatasetError,
  EngineError,
  GongwenError,
  type GongwenErrorCode,
  OptionError,
} from './errors.js';
export { extract } from './extract.js';
export type { Extraction } from './extraction.js';
export { Extractor } from './extractor.js';
export type { EngineOptions, ExtractOptions } from './options.js';
export { RejectError } from './reject-error.js';
export { RULES, type Rule } from './rules.js';
export type { Source } from './source.js';
export { type DatasetProblem, type Validation, validate } from './validate.js';
export { VERSION } from './version.js';
