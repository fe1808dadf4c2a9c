import type { Cell, ColumnType } from '../../pipeline/emit/flat-columns.js';

/**
 * The parts of an Office Open XML workbook (ECMA-376), as far as tables need them: texts stand in
 * their cells (`inlineStr`), so that a sheet is written row by row and no text is ever a formula.
 */

/** A column of a sheet. */
export interface SheetColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** Rows of a sheet, the header's included, that Excel opens. */
export const MOST_ROWS = 1_048_576;
/** Characters of a cell that Excel opens. */
export const MOST_CHARACTERS = 32_767;

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Places in the list of cell formats below. */
const FORMATS = { header: 1, wrapped: 2, date: 3 };

/** Styles: plain, header (bold on grey), wrapped text, day. */
const STYLES = `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7EAEE"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The small parts of a workbook by their path, for sheets of these names. */
export function workbookParts(names: readonly string[]): ReadonlyMap<string, string> {
  const numbers = names.map((_, index) => index + 1);
  const sheets = names.map(
    (name, index) =>
      `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const overrides = numbers.map(
    (n) =>
      `<Override PartName="/${sheetPath(n)}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  const relations = numbers.map(
    (n) =>
      `<Relationship Id="rId${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return new Map([
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}<Relationship Id="rId${names.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', STYLES],
  ]);
}

export const sheetPath = (number: number): string => `xl/worksheets/sheet${number}.xml`;

/** A sheet up to its first row of data: the header stays in sight when the rest is scrolled. */
export function sheetHead(columns: readonly SheetColumn[]): string {
  const widths = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widthOf(column)}" customWidth="1"/>`,
  );
  const cells = columns.map(({ name }, index) =>
    textCell(`${columnName(index + 1)}1`, name, FORMATS.header),
  );
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row r="1">${cells.join('')}</row>`;
}

/** A row of data; `number` counts from 1, which is the header. */
export function sheetRow(
  number: number,
  cells: readonly Cell[],
  columns: readonly SheetColumn[],
): string {
  const parts = cells.map((cell, index) =>
    cell === null ? '' : cellXml(`${columnName(index + 1)}${number}`, cell, columns[index]!),
  );
  return `<row r="${number}">${parts.join('')}</row>`;
}

/** The end of a sheet, with a filter on every column. */
export function sheetTail(columns: readonly SheetColumn[], rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns.length)}${rows}"/></worksheet>`;
}

function cellXml(place: string, cell: Exclude<Cell, null>, { name, type }: SheetColumn): string {
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (type === 'date') {
    return `<c r="${place}" s="${FORMATS.date}"><v>${serialDay(cell as string)}</v></c>`;
  }
  const text = typeof cell === 'string' ? cell : cell.join(LIST_SEPARATOR);
  return textCell(place, text, WRAPPED.has(name) ? FORMATS.wrapped : 0);
}

/** Between the items of a list in one cell. */
export const LIST_SEPARATOR = '；';

function textCell(place: string, text: string, format: number): string {
  const style = format === 0 ? '' : ` s="${format}"`;
  return `<c r="${place}" t="inlineStr"${style}><is><t xml:space="preserve">${xmlText(fitting(text))}</t></is></c>`;
}

/** A text that is longer than a cell may be is cut, and says so. */
function fitting(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const says = `… [${text.length} characters; all of them are in the JSON Lines, CSV and Parquet]`;
  return text.slice(0, MOST_CHARACTERS - says.length).replace(/[\uD800-\uDBFF]$/, '') + says;
}

const MARKUP: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML cannot hold is written `_xHHHH_`, as ECMA-376 (22.9.2.19) has it. */
function xmlText(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
      /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/g,
      (mark) => `_x${mark.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/[&<>"]/g, (mark) => MARKUP[mark]!);
}

const DAY = 86_400_000;

/** Days since 1899-12-30, which spreadsheets count from. */
const serialDay = (date: string): number =>
  (Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY;

const WRAPPED: ReadonlySet<string> = new Set(['text', 'message', 'description']);
const WIDE: ReadonlySet<string> = new Set([
  'title',
  'document',
  'name',
  'path',
  'uri',
  'indicator',
]);

function widthOf({ name, type }: SheetColumn): number {
  if (WRAPPED.has(name)) return 80;
  if (WIDE.has(name)) return 40;
  return type === 'text' || type === 'list' ? 24 : 12;
}

/** A, B … Z, AA … */
function columnName(number: number): string {
  const rest = Math.floor((number - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((number - 1) % 26));
}
