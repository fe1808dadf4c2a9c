import { type HeadKind, headKind, isListingHead } from '../../lexicon/column-heads.js';
import { isDivisionLabel } from '../../lexicon/responsibility.js';
import type { TextTable } from '../../model/outline.js';
import { type ColumnContent, columnContent, columnHeads } from './column-content.js';
import type { ColumnRole } from './column-roles.js';

/** What a table is; only `work_items` gives tasks, only `indicators` gives targets of its own. */
export type TableKind = 'work_items' | 'indicators' | 'names' | 'definitions' | 'other';

export interface ClassifiedTable {
  readonly kind: TableKind;
  /** The role of each column. */
  readonly roles: readonly ColumnRole[];
}

interface Column {
  readonly heads: readonly string[];
  readonly kind: HeadKind | null;
  readonly content: ColumnContent;
}

/** Average length from which a column's cells are sentences rather than names. */
const SENTENCE_LENGTH = 14;
/** The same where bodies and times stand beside them. */
const LEAST_WORK = 8;

/**
 * Decides what a table is and what its columns hold: by the columns' heads, and where they do not
 * tell, by what the cells look like.
 */
export function classifyTable(table: TextTable): ClassifiedTable {
  const columns = Array.from({ length: table.columns }, (_, column) => readColumn(table, column));
  const has = (kind: HeadKind): boolean => columns.some((column) => column.kind === kind);
  if (has('definition')) return { kind: 'definitions', roles: plainRoles(columns) };
  if (isIndicatorTable(columns)) return { kind: 'indicators', roles: indicatorRoles(columns) };
  const measure = measureColumn(columns);
  if (measure === null || (has('name') && columns[measure]!.kind !== 'deed')) {
    return { kind: has('name') ? 'names' : 'other', roles: plainRoles(columns) };
  }
  const roles = workRoles(columns, measure);
  const work = setsWork(columns, measure, roles);
  return work ? { kind: 'work_items', roles } : { kind: 'other', roles: plainRoles(columns) };
}

/** The lowest head counts, the ones above it where it says nothing. */
function readColumn(table: TextTable, index: number): Column {
  const heads = columnHeads(table, index);
  const content = columnContent(table, index);
  let kind: HeadKind | null = null;
  for (let level = heads.length - 1; level >= 0 && kind === null; level--) {
    kind = headKind(heads[level]!);
  }
  if (kind === 'units' && dividesWork(heads, content)) kind = 'task';
  return { heads, kind: kind ?? kindByContent(index, content), content };
}

/** 任务分工 over sentences that say what to do, where the bodies stand in columns of their own. */
function dividesWork(heads: readonly string[], content: ColumnContent): boolean {
  const isDivision = heads.some((head) => isDivisionLabel(head.replace(/\s+/g, '')));
  return isDivision && content.averageLength >= SENTENCE_LENGTH && content.bodyShare < 0.3;
}

function kindByContent(index: number, content: ColumnContent): HeadKind | null {
  if (content.cells === 0) return null;
  if (index === 0 && content.serialShare >= 0.8) return 'number';
  if (content.phoneShare >= 0.6) return 'contact';
  if (content.periodShare >= 0.6) return 'period';
  if (content.bodyShare >= 0.7 && content.averageLength < 60) return 'units';
  return null;
}

/** A head that names indicators, and columns of numbers. */
function isIndicatorTable(columns: readonly Column[]): boolean {
  if (!columns.some((column) => column.kind === 'indicator')) return false;
  return columns.some(isValueColumn) && !columns.some((column) => column.kind === 'deed');
}

const isValueColumn = (column: Column): boolean =>
  column.kind === 'value' ||
  ((column.kind === 'goal' || column.kind === null) && column.content.numberShare >= 0.6);

function indicatorRoles(columns: readonly Column[]): ColumnRole[] {
  const indicator = lastIndex(columns, (column) => column.kind === 'indicator');
  return columns.map((column, index): ColumnRole => {
    if (index === indicator) return 'indicator';
    if (column.kind === 'baseline') return 'baseline';
    if (isValueColumn(column)) return 'value';
    if (column.kind === 'unit_or_body')
      return column.content.bodyShare >= 0.5 ? 'units' : 'measure_unit';
    if (index < indicator && column.kind !== 'number' && column.kind !== 'units') return 'group';
    return plainRole(column);
  });
}

/**
 * The column that says what to do: the last one whose head says so, else the last task column; where
 * bodies answer for the rows by a time, also the one with the longest words under a head that nobody
 * knows (惠民工程).
 */
function measureColumn(columns: readonly Column[]): number | null {
  for (const kind of ['deed', 'task', 'item'] as const) {
    const found = lastIndex(columns, (column) => column.kind === kind);
    if (found >= 0) return found;
  }
  const isCharged = [isOfBodies, isOfTimes].every((is) => columns.some(is));
  const least = isCharged ? LEAST_WORK : SENTENCE_LENGTH;
  let longest = -1;
  columns.forEach((column, index) => {
    if (column.kind !== null && !(isCharged && column.kind === 'group')) return;
    if (column.heads.length > 0 && !isCharged) return;
    if (column.content.averageLength < least) return;
    if (column.content.averageLength > (columns[longest]?.content.averageLength ?? 0))
      longest = index;
  });
  return longest < 0 ? null : longest;
}

const isOfBodies = ({ kind }: Column): boolean => kind === 'units' || kind === 'lead_units';
const isOfTimes = ({ kind }: Column): boolean => kind === 'period';

function workRoles(columns: readonly Column[], measure: number): ColumnRole[] {
  const item = itemColumn(columns, measure);
  return columns.map((column, index): ColumnRole => {
    if (index === measure) return 'measure';
    if (index === item) return 'item';
    if (column.kind === 'unit_or_body') return 'units';
    if (isListing(column)) return 'listed';
    const heads = ['deed', 'task', 'item', 'group', 'category', 'indicator'];
    if (index < measure && column.kind !== null && heads.includes(column.kind)) return 'group';
    if (index < measure && column.kind === null && column.content.labelShare >= 0.5) return 'group';
    return plainRole(column);
  });
}

/**
 * The column that names a row beside the one that says what to do, or -1. A column of headings with
 * labels of their own (`（一）强化财税政策保障`) groups the rows, whatever its head.
 */
function itemColumn(columns: readonly Column[], measure: number): number {
  return lastIndex(
    columns,
    (column, index) =>
      index < measure && namesRows(column, columns[measure]!) && !isListing(column),
  );
}

function namesRows(column: Column, measure: Column): boolean {
  if (column.content.labelShare >= 0.5) return false;
  if (column.kind === 'item') return true;
  return column.kind === 'deed' && measure.kind === 'deed' && column.content.averageLength < 40;
}

/** 基本服务事项 beside 增值服务事项 lists what there is already. */
const isListing = (column: Column): boolean =>
  column.heads.some((head) => /^(?:基本|现有)/.test(head));

/**
 * Whether the rows are work: somebody answers for them, or there is a time for them, or the heads
 * say what to do outright. Lists of permits, fees or grants set no work.
 */
function setsWork(
  columns: readonly Column[],
  measure: number,
  roles: readonly ColumnRole[],
): boolean {
  const { kind, content } = columns[measure]!;
  if (content.cells === 0 || content.numberShare > 0.5) return false;
  const assigned = roles.some((role) =>
    ['units', 'lead_units', 'support_units', 'period'].includes(role),
  );
  if (columns.some(({ heads }) => heads.some(isListingHead))) {
    return kind === 'deed' && assigned;
  }
  return (
    kind === 'deed' || assigned || (kind === 'task' && content.averageLength >= SENTENCE_LENGTH)
  );
}

const plainRoles = (columns: readonly Column[]): ColumnRole[] => columns.map(plainRole);

function plainRole(column: Column): ColumnRole {
  const { kind } = column;
  if (kind === null || kind === 'unit_or_body') return 'other';
  if (kind === 'deed' || kind === 'task' || kind === 'item') return 'other';
  return kind;
}

function lastIndex(
  columns: readonly Column[],
  fits: (column: Column, index: number) => boolean,
): number {
  for (let index = columns.length - 1; index >= 0; index--) {
    if (fits(columns[index]!, index)) return index;
  }
  return -1;
}
