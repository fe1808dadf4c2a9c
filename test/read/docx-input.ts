import { docxReader } from '../../pipeline/read/docx/docx-reader.js';
import { ReaderInput } from '../../pipeline/read/reader.js';
import { type ZipFile, zip } from './archive-input.js';

const NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Parts beside the body, each by the type that names it; the words inside its root element. */
export type Parts = Readonly<Record<string, string>>;

const ROOTS: Parts = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header: 'hdr',
  footer: 'ftr',
};

/** A Word file of a body and other parts. */
export function docx(body: string, parts: Parts = {}): Buffer {
  return zip(docxFiles(body, parts));
}

export function docxFiles(body: string, parts: Parts = {}): ZipFile[] {
  const relations = Object.keys(parts).map(
    (type, at) => `<Relationship Id="r${at}" Type="${TYPE}/${type}" Target="${type}.xml"/>`,
  );
  const others = Object.entries(parts).map(([type, words]): ZipFile => {
    const root = ROOTS[type]!;
    return { name: `word/${type}.xml`, data: `<w:${root} ${NAMES}>${words}</w:${root}>` };
  });
  return [
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r" Type="${TYPE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: `<w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships xmlns="${RELATIONS}">${relations.join('')}</Relationships>`,
    },
    ...others,
  ];
}

export const run = (words: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`;

/** A paragraph of words or runs. */
export const paragraph = (inside: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inside.startsWith('<') ? inside : run(inside)}</w:p>`;

/** A cell; each line of the words is a paragraph. */
export const cell = (words: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${words
    .split('\n')
    .map((line) => paragraph(line))
    .join('')}</w:tc>`;

export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr>${properties && `<w:trPr>${properties}</w:trPr>`}${cells.join('')}</w:tr>`;

export const table = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

export const readDocx = (bytes: Uint8Array) =>
  docxReader.read(new ReaderInput(bytes, 'notice.docx', { encoding: null }));

/** Each block as its kind, with a heading's level, and its words; tables as rows of cells. */
export async function blocksOf(body: string, parts: Parts = {}): Promise<unknown[]> {
  const document = await readDocx(docx(body, parts));
  const { text } = document.source;
  return document.blocks.map(({ kind, level, spans, table: found }) => {
    const words = spans.map(({ start, end }) => text.slice(start, end)).join('¦');
    if (found === null) return [level === null ? kind : `${kind} ${level}`, words];
    const cells = found.cells.map(({ row: at, column, row_span, column_span, spans: own }) => {
      const said = own.map(({ start, end }) => text.slice(start, end)).join('¦');
      const size = row_span * column_span === 1 ? '' : ` ${row_span}x${column_span}`;
      return `${at},${column}${size} ${said}`;
    });
    return ['table', `${found.rows}x${found.columns} head ${found.header_rows}`, ...cells];
  });
}
