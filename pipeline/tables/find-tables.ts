import type { SourceDocument } from '../model/document.js';
import { type FieldSignals, findFlattenedTables } from './flattened/index.js';
import { findTextTables } from './typed/index.js';

/**
 * The document with the tables that its lines spell out found: flattened work breakdowns first, as
 * their cells could pass for running text, then tables of tabs, of one cell a line and of pipes.
 */
export function withTables(document: SourceDocument, signals: FieldSignals): SourceDocument {
  const flattened = findFlattenedTables(document, signals);
  const between = { ...document, blocks: flattened.blocks };
  const typed = findTextTables(between);
  return {
    ...between,
    blocks: typed.blocks,
    warnings: [...document.warnings, ...flattened.warnings, ...typed.warnings],
  };
}
