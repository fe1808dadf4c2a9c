import type { TextTable } from '../../model/outline.js';
import { cellGrid } from '../grid.js';

/** What the cells of a column look like; shares are of the cells that hold words. */
export interface ColumnContent {
  readonly cells: number;
  readonly averageLength: number;
  readonly numberShare: number;
  readonly serialShare: number;
  readonly bodyShare: number;
  readonly periodShare: number;
  readonly phoneShare: number;
  readonly labelShare: number;
}

/** `82家`, `95%`; `1.引育人才。` is a measure with its number. */
const NUMBER =
  /^[<>≥≤＜＞]?[-+]?\d+(?:[,，]\d{3})*(?:\.\d+)?(?:%|％|‰|万|亿)?(?![.．、])[^\d]{0,6}$|^(?:[-—–/]+|无)$/;
const SERIAL = /^\d{1,4}$/;
const BODY =
  /(?:局|委|厅|办|部|部门|单位|院|中心|政府|公司|集团|管委会|委员会|银行|总队|支队|协会|联合会|工商联|科协|人行|分行|等)$/;
const PERIOD =
  /^(?:20\d\d年?(?:\d{1,2}月)?(?:底|末)?前?(?:完成)?|20\d\d年?[-—–~至]+(?:20)?\d\d年?|长期(?:实施|坚持|推进)?|持续推进|全年|年内|.{0,8}年底前?|.{0,8}月底前?|.{0,4}季度.{0,3}|常态化.{0,4})(?:完成)?$/;
const PHONE = /(?:1\d{10}|0\d{2,3}-?\d{7,8}|(?<!\d)\d{8}(?!\d))/;
const LABEL = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/;

/** Reads what a column's cells look like, its heads left out. */
export function columnContent(table: TextTable, column: number): ColumnContent {
  const grid = cellGrid(table);
  const seen = new Set<unknown>();
  let cells = 0;
  let length = 0;
  const counts = { number: 0, serial: 0, body: 0, period: 0, phone: 0, label: 0 };
  for (let row = table.header_rows; row < table.rows; row++) {
    const cell = grid[row]![column];
    if (!cell || seen.has(cell) || cell.passage.length === 0 || cell.column !== column) continue;
    seen.add(cell);
    cells++;
    length += cell.passage.length;
    const words = cell.passage.reading.slice(0, 200);
    if (NUMBER.test(words)) counts.number++;
    if (SERIAL.test(words)) counts.serial++;
    if (BODY.test(words)) counts.body++;
    if (PERIOD.test(words)) counts.period++;
    if (PHONE.test(words)) counts.phone++;
    if (LABEL.test(words)) counts.label++;
  }
  const share = (count: number): number => (cells === 0 ? 0 : count / cells);
  return {
    cells,
    averageLength: share(length),
    numberShare: share(counts.number),
    serialShare: share(counts.serial),
    bodyShare: share(counts.body),
    periodShare: share(counts.period),
    phoneShare: share(counts.phone),
    labelShare: share(counts.label),
  };
}

/** The words over a column, the highest head first, white space left out. */
export function columnHeads(table: TextTable, column: number): string[] {
  const grid = cellGrid(table);
  const heads: string[] = [];
  for (let row = 0; row < table.header_rows; row++) {
    const head = grid[row]?.[column]?.passage.reading.replace(/\s+/g, '') ?? '';
    if (head !== '' && heads.at(-1) !== head) heads.push(head);
  }
  return heads;
}
