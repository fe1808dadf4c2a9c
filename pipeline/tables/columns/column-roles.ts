/** What a column of a table holds. */
export type ColumnRole =
  /** 序号 */
  | 'number'
  /** A heading over rows: 总体任务, 一级分类. */
  | 'group'
  /** What names the row: 服务事项, 二级分类, 改革举措. */
  | 'item'
  /** What is to be done: 举措, 服务简介, 主要内容. */
  | 'measure'
  | 'goal'
  | 'period'
  | 'units'
  | 'lead_units'
  | 'support_units'
  /** 联系人, 联系电话: names, telephone numbers, or both. */
  | 'contact'
  /** What there is already, beside the measures: 基本服务事项. */
  | 'listed'
  /** What kind of thing the row is: 板块类别. */
  | 'category'
  /** 指标名称 */
  | 'indicator'
  /** A number to be reached: 2025年, 目标值. */
  | 'value'
  /** A number that was: 现状值, 2024年完成情况. */
  | 'baseline'
  /** 计量单位 */
  | 'measure_unit'
  /** 责任领导 */
  | 'person'
  | 'name'
  | 'definition'
  | 'other';
