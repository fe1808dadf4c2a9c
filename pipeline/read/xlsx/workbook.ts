import { Archive } from '../archive/archive.js';
import { type Relationship, relationshipsOf } from '../archive/relationships.js';
import { ReadError } from '../read-error.js';
import { readXml, readXmlParts } from '../xml/read-xml.js';
import { childOf, childrenOf, type Namespaces, type XmlElement } from '../xml/xml-element.js';
import type { CellValues } from './cell-value.js';
import { numberFormats, struckStyles } from './number-formats.js';
import { richText } from './rich-text.js';
import { type RawSheet, readSheet } from './sheet.js';

const NAMESPACES: Namespaces = {
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': '',
  'http://purl.oclc.org/ooxml/spreadsheetml/main': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
};
const USUAL_MAIN_PART = 'xl/workbook.xml';

/** A sheet that a workbook lists. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  readonly path: string;
}

/** An Excel file opened. */
export class Workbook {
  private constructor(
    private readonly archive: Archive,
    /** Its sheets of cells, in order; sheets of charts are left out. */
    readonly sheets: readonly SheetEntry[],
    private readonly values: CellValues,
  ) {}

  /** @throws ReadError where it is no Excel file that can be read. */
  static async open(bytes: Uint8Array): Promise<Workbook> {
    const archive = await Archive.open(bytes);
    const start = await relationshipsOf(archive, '');
    const named = start.find(({ type }) => type === 'officeDocument')?.path;
    const path = named !== undefined && archive.has(named) ? named : USUAL_MAIN_PART;
    const main = await archive.read(path);
    if (main === null) throw damaged('it holds no main part (xl/workbook.xml)');
    const root = readXml(main, { namespaces: NAMESPACES, path });
    const relationships = await relationshipsOf(archive, path);
    const partOf = (type: string): string | null =>
      relationships.find((relationship) => relationship.type === type)?.path ?? null;
    const styles = await readPart(archive, partOf('styles'));
    return new Workbook(archive, sheetsOf(root, relationships, archive), {
      ...(await sharedStrings(archive, partOf('sharedStrings'))),
      struckStyles: struckStyles(styles),
      formats: numberFormats(styles),
      since1904: ['1', 'true'].includes(childOf(root, 'workbookPr')?.attributes.date1904 ?? ''),
    });
  }

  /** @throws ReadError where the sheet is damaged or too big. */
  async read({ path }: SheetEntry): Promise<RawSheet> {
    return readSheet(this.archive.chunks(path)!, { namespaces: NAMESPACES, path }, this.values);
  }
}

function sheetsOf(
  root: XmlElement,
  relationships: readonly Relationship[],
  archive: Archive,
): SheetEntry[] {
  const list = childOf(root, 'sheets');
  if (list === null) throw damaged('it lists no sheets');
  return childrenOf(list, 'sheet').flatMap(({ attributes }): SheetEntry[] => {
    const target = relationships.find(({ id }) => id === attributes['r:id']);
    if (target === undefined || target.type !== 'worksheet' || !archive.has(target.path)) return [];
    const hidden = (attributes.state ?? 'visible') !== 'visible';
    return [{ name: attributes.name ?? '', hidden, path: target.path }];
  });
}

async function readPart(archive: Archive, path: string | null): Promise<XmlElement | null> {
  const bytes = path === null ? null : await archive.read(path);
  return bytes === null ? null : readXml(bytes, { namespaces: NAMESPACES, path: path! });
}

/** The words that cells share; what tells how they are read aloud is left out. */
async function sharedStrings(
  archive: Archive,
  path: string | null,
): Promise<Pick<CellValues, 'strings' | 'struckStrings'>> {
  const strings: string[] = [];
  const struckStrings = new Set<number>();
  const chunks = path === null ? null : archive.chunks(path);
  if (chunks === null) return { strings, struckStrings };
  await readXmlParts(chunks, { namespaces: NAMESPACES, path: path! }, new Set(['si']), (item) => {
    const { words, struck } = richText(item);
    if (struck) struckStrings.add(strings.length);
    strings.push(words);
  });
  return { strings, struckStrings };
}

function damaged(reason: string): ReadError {
  return new ReadError(
    'damaged',
    `The Excel file is damaged: ${reason}. Open it in Excel, save it anew and give that file.`,
  );
}
