import type { TargetOperator } from '../../../schemas/target.js';
import type { TextCell, TextTable } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import { type Quantity, readQuantities } from '../../values/quantities/index.js';
import type { TargetDraft } from './index.js';

/** A target of an indicator table, with the bodies that its row's lead column names. */
export interface IndicatorDraft extends TargetDraft {
  readonly units: readonly string[];
  /** The cell that holds the number; `start` and `end` count in it. */
  readonly cell: Passage;
}

/** What the header says of an indicator table's columns; positions count from 0. */
interface IndicatorColumns {
  readonly indicator: number;
  /** Column to the ISO date that its head names; null where the head is a plain 目标值. */
  readonly values: ReadonlyMap<number, string | null>;
  readonly unit: number | null;
  readonly bodies: number | null;
}

const INDICATOR_HEAD =
  /^(?:主要|考核|具体|核心|重点|量化)?(?:指标|目标)(?:名称|内容|项目|体系)?$|^指标$/;
const VALUE_HEAD = /目标值?$|^目标(?:任务|数|要求)$|^预期(?:值|目标)$/;
const YEAR_HEAD = /^(?:到)?(20\d\d)年?(?:底|末|目标值?|目标|预期)*$/;
const UNIT_HEAD = /^(?:计量)?单位$|^计量单位/;
const BODIES_HEAD = /牵头(?:部门|单位)?|责任(?:部门|单位)|负责(?:部门|单位)|主管部门/;
const BETWEEN_BODIES = /[、，,；;\s]+/;

/**
 * The targets of a table of indicators: one for each filled cell of a column of values (a column a
 * year, or one column of 目标值). Gives none for a table that has no indicator column with values
 * beside it. `nameUnits` splits the lead column's cell into names; 、 and ，do by default.
 */
export function readIndicatorTable(
  table: TextTable,
  nameUnits: (cell: Passage) => readonly string[] = splitBodies,
): IndicatorDraft[] {
  const columns = indicatorColumns(table);
  if (columns === null) return [];
  const rows = rowsOf(table);
  const targets: IndicatorDraft[] = [];
  for (let row = headerRows(table); row < table.rows; row++) {
    const cells = rows[row] ?? new Map<number, TextCell>();
    const name = cells.get(columns.indicator)?.passage;
    if (name === undefined || name.trim().length === 0) continue;
    const bodies = columns.bodies === null ? undefined : cells.get(columns.bodies);
    const units = bodies === undefined ? [] : nameUnits(bodies.passage);
    const unitCell = columns.unit === null ? '' : (cells.get(columns.unit)?.passage.reading ?? '');
    const indicator = splitUnit(name.reading);
    for (const [column, by] of columns.values) {
      const cell = cells.get(column)?.passage;
      const value = cell && readValue(cell, indicator.unit ?? (unitCell.trim() || null));
      if (!value) continue;
      const op = operatorOf(indicator.name, value);
      const { start, end } = value;
      const place = cell.grounding(start, end);
      const { quantity, unit } = value;
      targets.push({
        ...{ indicator: indicator.name, op, value: quantity.value, unit, by },
        ...{ ...place, start, end, units, cell },
      });
    }
  }
  return targets;
}

/** Whether a table is one of indicators and not of work items. */
export function isIndicatorTable(table: TextTable): boolean {
  return indicatorColumns(table) !== null;
}

function indicatorColumns(table: TextTable): IndicatorColumns | null {
  const heads = columnHeads(table);
  let indicator: number | null = null;
  let unit: number | null = null;
  let bodies: number | null = null;
  const values = new Map<number, string | null>();
  heads.forEach((lines, column) => {
    const joined = lines.join('');
    const year = lines
      .map((line) => YEAR_HEAD.exec(line)?.[1])
      .find((found) => found !== undefined);
    if (year !== undefined) values.set(column, `${year}-12-31`);
    else if (BODIES_HEAD.test(joined)) bodies ??= column;
    else if (UNIT_HEAD.test(joined)) unit ??= column;
    else if (indicator === null && lines.some((line) => INDICATOR_HEAD.test(line)))
      indicator = column;
    else if (VALUE_HEAD.test(joined)) values.set(column, null);
  });
  if (indicator === null || values.size === 0) return null;
  return { indicator, values, unit, bodies };
}

/** The words above each column, one entry a header row; a cell over several columns heads them all. */
function columnHeads(table: TextTable): string[][] {
  const heads: string[][] = Array.from({ length: table.columns }, () => []);
  const rows = headerRows(table);
  for (const cell of table.cells) {
    if (cell.row >= rows) continue;
    const text = cell.passage.reading.replace(/\s+/g, '');
    if (text === '') continue;
    const last = Math.min(table.columns, cell.column + cell.column_span);
    for (let column = cell.column; column < last; column++) heads[column]!.push(text);
  }
  return heads;
}

const headerRows = (table: TextTable): number => Math.max(1, table.header_rows);

/** Each row's cells by column; a cell over several rows stands in each of them. */
function rowsOf(table: TextTable): Map<number, TextCell>[] {
  const rows: Map<number, TextCell>[] = Array.from({ length: table.rows }, () => new Map());
  for (const cell of table.cells) {
    const lastRow = Math.min(table.rows, cell.row + cell.row_span);
    const lastColumn = Math.min(table.columns, cell.column + cell.column_span);
    for (let row = cell.row; row < lastRow; row++) {
      for (let column = cell.column; column < lastColumn; column++) {
        rows[row]!.set(column, cell);
      }
    }
  }
  return rows;
}

const UNIT_IN_BRACKETS = /[（(]([^（()）]{1,8})[）)][）)]*\s*$/;
const IS_UNIT =
  /^(?:万|亿|万亿)?(?:%|‰|个|家|户|项|件|名|人|人次|场|场次|次|元|美元|亩|公顷|公里|千米|平方米|平方公里|立方米|吨|千瓦|千瓦时|标准煤|吨标准煤|辆|台|套|座|处|所|张|份|条|批|种|类|部|艘|架|标箱|TEU|天|日|工作日|个工作日|小时|分钟|年|个月|岁|倍|床|只|头|位|百分点|个百分点|分|篇|组|支|间|册|[一-鿿]{1,3}\/[一-鿿]{1,4})$/;

/** 新增网络经营主体（万家） is 新增网络经营主体 with unit 万家. */
function splitUnit(reading: string): { name: string; unit: string | null } {
  const text = reading.replace(/\s+/g, '');
  const match = UNIT_IN_BRACKETS.exec(text);
  if (match === null || !IS_UNIT.test(match[1]!)) return { name: text, unit: null };
  return { name: text.slice(0, match.index), unit: match[1]!.replace(/^个(?=工作日|百分点)/, '') };
}

interface CellValue {
  readonly quantity: Quantity;
  readonly unit: string | null;
  readonly start: number;
  readonly end: number;
}

/** The first number of a cell; null for an empty one and for - or /. */
function readValue(cell: Passage, unitOfRow: string | null): CellValue | null {
  const quantity = readQuantities(cell.reading)[0];
  if (quantity === undefined) return null;
  const unit = quantity.unit ?? unitOfRow;
  return { quantity, unit, start: quantity.start, end: quantity.end };
}

const FALL = /(?:下降|降低|减少|压减|缩短|降幅)(?:比例|率|幅度|幅|量)?$/;
const RISE = /(?:增长|增幅|提升|增速)(?:比例|率|幅度)?$/;
const LESS_IS_BETTER =
  /失信[^，。]{0,6}(?:占比|比例|率)|差评率|投诉率|死亡率|事故[^，。]{0,6}(?:数|率|起数)|不良率|不良贷款率|失业率|淘汰率|(?:办理|审批|办结|通关|平均)[^，。]{0,8}(?:时间|时限|时长|天数|环节|成本)$|能耗|排放|浓度|(?:环节|材料|耗时|用时|时限|时长|时间)$/;

/** A bare number in an indicator table is a floor, 100 % is to be met; what falls or should be low is said so. */
function operatorOf(indicator: string, { quantity, unit }: CellValue): TargetOperator {
  if (quantity.op === 'increase' || quantity.op === 'decrease') return quantity.op;
  if (unit === '%' && quantity.value === 100) return '=';
  if (FALL.test(indicator)) return 'decrease';
  if (quantity.op !== null && quantity.op !== '=') return quantity.op;
  if (quantity.approximate) return '=';
  if (RISE.test(indicator) && unit === '%') return 'increase';
  return LESS_IS_BETTER.test(indicator) ? '<=' : '>=';
}

function splitBodies(cell: Passage): string[] {
  return cell.text.split(BETWEEN_BODIES).filter((name) => name.length > 0);
}
