import type { TargetOperator } from '../../../schemas/target.js';
import { quantities } from '../../annotate/quantities.js';
import type { TextTable } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import type { RuleFacts } from '../../model/rule.js';
import { classifyTable, indicatorRows, partedTables } from '../../tables/index.js';
import type { Quantity } from '../../values/quantities/index.js';
import type { TargetDraft } from './index.js';
import { limitOf } from './rule.js';

/** A target of an indicator table, with the bodies that its row's lead column names. */
export interface IndicatorDraft extends TargetDraft {
  readonly units: readonly string[];
  /** The cell that holds the number; `start` and `end` count in it. */
  readonly cell: Passage;
}

/**
 * The targets of a table of indicators: one for each filled cell of a column of values (a column a
 * year, or one column of 目标值); none for any other table.
 * @param nameUnits the bodies that a cell of the lead column names
 */
export function readIndicatorTable(
  table: TextTable,
  nameUnits: (cell: Passage) => readonly string[],
): IndicatorDraft[] {
  const rows = partedTables(table).flatMap((part) => {
    const { kind, roles } = classifyTable(part);
    return kind === 'indicators' ? indicatorRows(part, roles) : [];
  });
  return rows.flatMap((row) => {
    const units = row.units.flatMap(({ passage }) => nameUnits(passage));
    const unitOfRow = row.unit?.reading.trim() || null;
    return row.values.flatMap(({ passage, by, change }) => {
      const unit = change === null ? unitOfRow : '%';
      const read = valueDraft(row.indicator, unit, passage, by);
      const draft = read !== null && change !== null ? { ...read, op: change } : read;
      return draft ? [{ ...draft, units, cell: passage }] : [];
    });
  });
}

/** The reading of a table's cells. */
export const TABLE_READING: RuleFacts = {
  id: 'quantity.indicator-table',
  summary:
    'Each filled cell of a value column in a table of indicators is a target, by the date of its head.',
  example: '| 高效办成“一件事”（个） | 【17】 | 市政务服务局 |',
};

function valueDraft(
  name: Passage,
  unitOfRow: string | null,
  cell: Passage,
  by: string | null,
): TargetDraft | null {
  const indicator = splitUnit(name.reading);
  const value = readValue(cell, indicator.unit ?? unitOfRow);
  if (!value) return null;
  const { quantity, unit, start, end } = value;
  const op = operatorOf(indicator.name, value);
  return {
    role: 'target',
    rule: TABLE_READING.id,
    indicator: indicator.name,
    op,
    value: limitOf(quantity, op),
    unit,
    by,
    ...cell.grounding(start, end),
    start,
    end,
  };
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
  const quantity = cell.annotation(quantities)[0];
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
