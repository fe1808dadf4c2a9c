import { Archive } from '../archive/archive.js';
import { type Relationship, relationshipsOf } from '../archive/relationships.js';
import { ReadError } from '../read-error.js';
import { readXml, readXmlParts } from '../xml/read-xml.js';
import type { XmlElement } from '../xml/xml-element.js';
import { WORD_NAMESPACES } from './namespaces.js';

const USUAL_MAIN_PART = 'word/document.xml';

/** A Word file opened: its main part and the parts that go with it. */
export class WordPackage {
  /** Paths of parts beside the main one that are broken and so left out. */
  readonly brokenParts: string[] = [];

  private constructor(
    private readonly archive: Archive,
    private readonly mainPart: string,
    private readonly relationships: readonly Relationship[],
  ) {}

  /** @throws ReadError where it is no Word file that can be read. */
  static async open(bytes: Uint8Array): Promise<WordPackage> {
    const archive = await Archive.open(bytes);
    const start = await relationshipsOf(archive, '');
    const named = start.find((relationship) => relationship.type === 'officeDocument')?.path;
    const main = named !== undefined && archive.has(named) ? named : USUAL_MAIN_PART;
    if (!archive.has(main)) {
      throw damaged('it holds no main part (word/document.xml)');
    }
    return new WordPackage(archive, main, await relationshipsOf(archive, main));
  }

  /** The first part of a type (`styles`, `numbering`, `footnotes`); null where there is none. */
  async part(type: string): Promise<XmlElement | null> {
    const [first] = await this.parts(type);
    return first ?? null;
  }

  /** The parts of a type (`header`, `footer`), in order; those missing or broken are left out. */
  async parts(type: string): Promise<XmlElement[]> {
    const found: XmlElement[] = [];
    for (const { path } of this.relationships.filter((each) => each.type === type)) {
      const part = await this.read(path);
      if (part !== null) found.push(part);
    }
    return found;
  }

  /** A part beside the main one; null where it is missing or broken. */
  private async read(path: string): Promise<XmlElement | null> {
    try {
      const bytes = await this.archive.read(path);
      return bytes === null ? null : readXml(bytes, { namespaces: WORD_NAMESPACES, path });
    } catch (error) {
      if (!(error instanceof ReadError) || error.code !== 'damaged') throw error;
      this.brokenParts.push(path);
      return null;
    }
  }

  /** Whether other files are to be shown in its midst (`w:altChunk`). */
  get holdsOtherFiles(): boolean {
    return this.relationships.some(({ type }) => type === 'aFChunk');
  }

  /** Hands over the paragraphs and tables of the body one by one. */
  async readBody(visit: (element: XmlElement) => void): Promise<void> {
    const path = this.mainPart;
    const chunks = this.archive.chunks(path)!;
    const options = { namespaces: WORD_NAMESPACES, path, leaveOut: LOOKS };
    const root = await readXmlParts(chunks, options, BODY_PARTS, (element, parent) => {
      if (parent !== 'mc:Fallback') visit(element);
    });
    if (root.name !== 'w:document') throw damaged(`${path} inside is no Word document`);
  }
}

/** How things look, which takes up most of a body and tells nothing here. */
const LOOKS: ReadonlySet<string> = new Set([
  ...['w:sz', 'w:szCs', 'w:b', 'w:bCs', 'w:color', 'w:kern', 'w:lang', 'w:u', 'w:shd'],
  ...['w:spacing', 'w:ind', 'w:snapToGrid', 'w:widowControl', 'w:adjustRightInd', 'w:keepNext'],
  ...['w:tcW', 'w:tcBorders', 'w:tcMar', 'w:vAlign', 'w:tblPr', 'w:tblGrid', 'w:trHeight'],
  ...['w:bookmarkStart', 'w:bookmarkEnd', 'w:proofErr', 'w:lastRenderedPageBreak'],
]);

const BODY_PARTS: ReadonlySet<string> = new Set(['w:p', 'w:tbl', 'w:sdt']);

function damaged(reason: string): ReadError {
  return new ReadError(
    'damaged',
    `The Word file is damaged: ${reason}. Open it in Word, save it anew and give that file.`,
  );
}
