import { SaxesParser } from 'saxes';
import { ReadError } from '../read-error.js';
import { type ChunkDecoder, decoderFor } from './decoder.js';
import { QualifiedNames } from './qualified-names.js';
import type { Namespaces, XmlElement } from './xml-element.js';

/** How XML is read. */
export interface XmlOptions {
  readonly namespaces: Namespaces;
  /** Path of the file inside its archive, for messages. */
  readonly path: string;
  /** Names of elements that are passed over with all that they hold; they still must be sound. */
  readonly leaveOut?: ReadonlySet<string>;
  /** Elements that may be held at once; left out: as many as real files have. */
  readonly mostElements?: number;
}

/** Office writes some 40 levels; each nested table adds 4. */
const DEEPEST = 400;
/** Elements that are held at once, some 400 bytes each. A table of 20,000 rows has half as many. */
const MOST_ELEMENTS = 1_000_000;
/** Characters given to the parser at a time. */
const CHUNK = 256 * 1024;

/**
 * Reads XML into its root element. There is no document type and no entity but the five that XML
 * itself knows, so that nothing outside the bytes is ever looked at.
 * @throws ReadError `damaged` where it is not well-formed, `too_complex` where it has a document
 *   type or is nested or grown beyond what documents need.
 */
export function readXml(bytes: Uint8Array, options: XmlOptions): XmlElement {
  const builder = new TreeBuilder(options, NO_NAMES, () => {});
  for (let from = 0; from < bytes.length; from += CHUNK) {
    builder.add(bytes.subarray(from, from + CHUNK));
  }
  return builder.end();
}

const NO_NAMES: ReadonlySet<string> = new Set();
const NO_BYTES = new Uint8Array();

/**
 * Reads XML as its bytes come, and piece by piece: each element of the given names that stands in no other such element
 * is handed over whole and then forgotten, so that memory does not grow with their number.
 * @param visit gets the element and the name of the one that holds it.
 * @returns the root with all that is not handed over.
 * @throws ReadError as `readXml` does.
 */
export async function readXmlParts(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: XmlOptions,
  names: ReadonlySet<string> = NO_NAMES,
  visit: (element: XmlElement, parent: string | null) => void = () => {},
): Promise<XmlElement> {
  const builder = new TreeBuilder(options, names, visit);
  for await (const chunk of chunks) builder.add(chunk);
  return builder.end();
}

interface RawTag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface OpenElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
  readonly isPart: boolean;
}

class TreeBuilder {
  private readonly open: OpenElement[] = [];
  private readonly names: QualifiedNames;
  private words = '';
  private elements = 0;
  private inPart = false;
  /** How deep the parser is in what is left out; 0 outside. */
  private leftOut = 0;
  private root: XmlElement | null = null;

  constructor(
    private readonly options: XmlOptions,
    private readonly parts: ReadonlySet<string>,
    private readonly visit: (element: XmlElement, parent: string | null) => void,
  ) {
    this.names = new QualifiedNames(options.namespaces);
    this.listen();
  }

  private decode: ChunkDecoder | null = null;
  private readonly parser = new SaxesParser({ position: false, xmlns: false as const });

  private listen(): void {
    const { parser } = this;
    parser.on('doctype', () => {
      throw tooComplex(this.options.path, 'it declares a document type (DOCTYPE)');
    });
    parser.on('error', (error) => {
      throw notWellFormed(this.options.path, error.message);
    });
    parser.on('text', (text) => {
      this.words += text;
    });
    parser.on('cdata', (text) => {
      this.words += text;
    });
    parser.on('opentag', (tag) => this.openElement(tag));
    parser.on('closetag', () => this.closeElement());
  }

  add(bytes: Uint8Array): void {
    this.decode ??= decoderFor(bytes);
    this.parser.write(this.decode(bytes, true));
  }

  end(): XmlElement {
    this.parser.write(this.decode?.(NO_BYTES, false) ?? '').close();
    if (this.root === null) throw notWellFormed(this.options.path, 'it holds no element');
    return this.root;
  }

  private openElement(tag: RawTag): void {
    this.flushWords(false);
    if (this.open.length >= DEEPEST) throw this.tooDeep();
    const most = this.options.mostElements ?? MOST_ELEMENTS;
    if (++this.elements > most) {
      throw tooComplex(this.options.path, `it holds over ${most} elements at once`);
    }
    const { name, attributes } = this.names.open(tag.name, tag.attributes);
    if (this.leftOut > 0 || this.options.leaveOut?.has(name)) {
      this.leftOut++;
      if (this.open.length + this.leftOut > DEEPEST) throw this.tooDeep();
      return;
    }
    const isPart = !this.inPart && this.parts.has(name);
    if (isPart) this.inPart = true;
    this.open.push({ name, attributes, children: [], isPart });
  }

  private closeElement(): void {
    this.flushWords(true);
    this.names.close();
    if (this.leftOut > 0) {
      this.leftOut--;
      return;
    }
    const { isPart, ...element } = this.open.pop()!;
    const parent = this.open.at(-1) ?? null;
    if (isPart) {
      this.inPart = false;
      this.elements = this.open.length;
      this.visit(element, parent?.name ?? null);
    } else if (parent === null) this.root = element;
    else parent.children.push(element);
  }

  private tooDeep(): ReadError {
    return tooComplex(this.options.path, `its elements are nested over ${DEEPEST} deep`);
  }

  /** White space alone counts only where an element holds nothing else. */
  private flushWords(closing: boolean): void {
    const { words } = this;
    if (words === '') return;
    this.words = '';
    if (this.leftOut > 0) return;
    const holder = this.open.at(-1);
    if (holder === undefined) return;
    const alone = closing && holder.children.length === 0;
    if (alone || words.trim() !== '') holder.children.push(words);
  }
}

function notWellFormed(path: string, reason: string): ReadError {
  return new ReadError(
    'damaged',
    `The file is damaged: ${path} inside is not well-formed XML (${reason}). Save it anew.`,
  );
}

function tooComplex(path: string, reason: string): ReadError {
  return new ReadError('too_complex', `The file is refused: of ${path} inside, ${reason}.`);
}
