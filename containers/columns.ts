import { RECORD_COLUMNS } from '../pipeline/lexicon/data/record-columns.js';
import type { SourceMeta } from '../schemas/index.js';
import { ContainerError } from './member.js';
import { asPage } from './page.js';

/** Which columns of a table hold what; what is left out is told by their names. */
export interface ColumnOptions {
  readonly textField?: string;
  readonly htmlField?: string;
  readonly idField?: string;
  /** The columns that are kept as `source.meta`; left out: all others. */
  readonly metaFields?: readonly string[];
}

/** The columns of a table by their use. */
export interface Columns {
  readonly field: string;
  readonly html: boolean;
  readonly keeps: (column: string) => boolean;
}

const normal = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

/**
 * Tells by name which column holds the document: one of text, else one of HTML. Where two could be
 * it, or none, that has to be said.
 *
 * @throws ContainerError `no_text_column`
 */
export function columnsOf(names: readonly string[], options: ColumnOptions): Columns {
  const { textField, htmlField, idField, metaFields } = options;
  const asked = textField ?? htmlField;
  const field = asked ?? toldBy(names);
  if (field === null || (asked !== undefined && !names.includes(asked))) {
    const listed = names.slice(0, 20).join(', ');
    throw new ContainerError('no_text_column', `${asked ?? '--text-field'}: ${listed}`);
  }
  const html =
    htmlField !== undefined || (textField === undefined && isOf(RECORD_COLUMNS.html, field));
  const kept = metaFields && new Set([...metaFields, ...(idField ? [idField] : [])]);
  return { field, html, keeps: (column) => column !== field && (kept?.has(column) ?? true) };
}

function toldBy(names: readonly string[]): string | null {
  const texts = names.filter((name) => isOf(RECORD_COLUMNS.text, name));
  const pages = names.filter((name) => isOf(RECORD_COLUMNS.html, name));
  if (texts.length + pages.length === 1) return texts[0] ?? pages[0]!;
  return null;
}

/** Whether a column is called as those of documents' words or pages are. */
export const isTextColumn = (name: string): boolean =>
  isOf(RECORD_COLUMNS.text, name) || isOf(RECORD_COLUMNS.html, name);

const isOf = (words: readonly string[], name: string): boolean => words.includes(normal(name));

/** The document of a row as bytes; null where the column holds no words. */
export function documentOf(value: unknown, { html }: Columns): Buffer | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  return Buffer.from(html ? asPage(value) : value);
}

/** The other columns of a row: words, numbers and truth values as they are, the rest as JSON. */
export function metaOf(row: Readonly<Record<string, unknown>>, columns: Columns): SourceMeta {
  const meta: Record<string, string | number | boolean | null> = {};
  for (const [column, value] of Object.entries(row)) {
    if (columns.keeps(column)) meta[column] = plain(value);
  }
  return meta;
}

function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
