import { ReaderInput } from '../../pipeline/read/reader.js';
import { xlsxReader } from '../../pipeline/read/xlsx/xlsx-reader.js';
import { type ZipFile, zip } from './archive-input.js';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** As many characters as Excel lets a cell hold. */
const LONG = '长'.repeat(32_767);

export interface TestSheet {
  readonly name: string;
  /** `<row>` elements. */
  readonly rows: string;
  readonly merged?: readonly string[];
  readonly columns?: string;
  readonly state?: string;
}

/** A workbook; `formats` are the format codes of the styles 1, 2 … */
export function xlsx(sheets: readonly TestSheet[], formats: readonly string[] = []): Buffer {
  const relations = sheets.map(
    (_, at) =>
      `<Relationship Id="r${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`,
  );
  const listed = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="r${at}"/>`,
  );
  const codes = formats.map((code, at) => `<numFmt numFmtId="${200 + at}" formatCode="${code}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${200 + at}"/>`);
  const parts: ZipFile[] = sheets.map(({ rows, merged = [], columns = '' }, at) => ({
    name: `xl/worksheets/sheet${at}.xml`,
    data: `<worksheet ${MAIN}>${columns}<sheetData>${rows}</sheetData><mergeCells>${merged
      .map((ref) => `<mergeCell ref="${ref}"/>`)
      .join('')}</mergeCells></worksheet>`,
  }));
  return zip([
    {
      name: 'xl/workbook.xml',
      data: `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${RELATIONS}">${relations.join('')}<Relationship Id="s" Type="${OFFICE}/styles" Target="/xl/styles.xml"/><Relationship Id="t" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: `<styleSheet ${MAIN}><numFmts>${codes.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${styles.join('')}</cellXfs></styleSheet>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst ${MAIN}><si><t>共享</t></si><si><r><t>甲</t></r><r><rPr/><t>局</t></r><rPh><t>jia</t></rPh></si><si><t>${LONG}</t></si></sst>`,
    },
    ...parts,
  ]);
}

/** A row of words; empty ones have no cell. */
export function rowOf(number: number, words: readonly string[], properties = ''): string {
  const cells = words.map((word, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`;
    return word === '' ? '' : `<c r="${place}" t="inlineStr"><is><t>${word}</t></is></c>`;
  });
  return `<row r="${number}" ${properties}>${cells.join('')}</row>`;
}

export const readXlsx = (bytes: Uint8Array) =>
  xlsxReader.read(new ReaderInput(bytes, 'list.xlsx', { encoding: null }));

/** Each block as its kind and words; tables as rows of cells. */
export async function sheetBlocksOf(...sheets: readonly TestSheet[]): Promise<unknown[]> {
  const document = await readXlsx(xlsx(sheets));
  const { text } = document.source;
  return document.blocks.map(({ kind, spans, table }) => {
    if (table === null) return [kind, text.slice(spans[0]!.start, spans.at(-1)!.end)];
    const cells = table.cells.map(({ row, column, row_span, column_span, spans: own }) => {
      const size = row_span * column_span === 1 ? '' : ` ${row_span}x${column_span}`;
      return `${row},${column}${size} ${text.slice(own[0]!.start, own[0]!.end)}`;
    });
    return ['table', `${table.rows}x${table.columns} head ${table.header_rows}`, ...cells];
  });
}
