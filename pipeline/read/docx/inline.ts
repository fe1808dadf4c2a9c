import { raisedWords } from '../../model/raised-words.js';
import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.js';
import { Fields } from './fields.js';
import { stringOf, switchOf } from './on-off.js';
import { isPlaceholder } from './placeholder.js';
import type { Styles } from './styles.js';
import { shownSymbols, symbolOf } from './symbols.js';

/** The words of a paragraph. */
export interface InlineText {
  /** `\n` for a line break, `\f` for a page break, `\t` for a tab. */
  readonly text: string;
  /** Text boxes that are anchored in it (`w:txbxContent`). */
  readonly boxes: readonly XmlElement[];
  /** Notes that it refers to. */
  readonly notes: readonly NoteReference[];
}

export interface NoteReference {
  readonly kind: 'footnote' | 'endnote';
  readonly id: string;
}

/** Elements that show nothing of their own, or what was deleted or moved elsewhere. */
const SKIPPED: ReadonlySet<string> = new Set([
  'w:pPr',
  'w:rPr',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:del',
  'w:moveFrom',
  'w:delText',
  'w:delInstrText',
  'w:commentReference',
  'w:annotationRef',
  'w:rt',
  'w:softHyphen',
]);

const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/** Reads the words of paragraphs, one after another in the order of their part. */
export class InlineReader {
  private readonly fields: Fields;
  private text = '';
  private boxes: XmlElement[] = [];
  private notes: NoteReference[] = [];
  /** Signs of fonts that are not known, which were left out. */
  unknownSymbols = 0;
  /** Pictures, charts and embedded objects seen. */
  pictures = 0;
  /** Runs that are struck through, which were left out. */
  struck = 0;

  /** @param storedDates of a file that was made of an older one: what its DATE and TIME fields showed there */
  constructor(
    private readonly styles: Styles,
    storedDates: readonly string[] | null = null,
  ) {
    this.fields = new Fields(storedDates);
  }

  /** What DATE and TIME fields show whose own words a program had put there. */
  get restoredDates(): readonly string[] {
    return this.fields.restored;
  }

  /** @param hidden whether the paragraph's style hides its words */
  read(paragraph: XmlElement, hidden: boolean): InlineText {
    this.text = '';
    this.boxes = [];
    this.notes = [];
    this.visitAll(paragraph, hidden);
    this.fields.endParagraph();
    return { text: this.text, boxes: this.boxes, notes: this.notes };
  }

  private visitAll(element: XmlElement, hidden: boolean): void {
    for (const child of element.children) {
      if (typeof child !== 'string') this.visit(child, hidden);
    }
  }

  private visit(element: XmlElement, hidden: boolean): void {
    const { name } = element;
    if (SKIPPED.has(name) || isPlaceholder(element)) return;
    const sign = SIGNS[name];
    if (sign !== undefined) this.show(sign, hidden);
    else if (name === 'w:t' || name === 'm:t') this.show(ownWords(element), hidden);
    else if (name === 'w:r') this.run(element, hidden);
    else if (name === 'm:f') this.fraction(element, hidden);
    else if (name === 'm:sSup') this.power(element, hidden);
    else if (name === 'w:fldChar') this.fieldMark(element, hidden);
    else if (name === 'w:fldSimple' && this.fields.isRenewed(element.attributes['w:instr'] ?? ''))
      this.show(this.fields.stored(), hidden);
    else if (name === 'w:instrText') this.fields.code(ownWords(element));
    else if (name === 'w:br') this.show(isPageBreak(element) ? '\f' : '\n', hidden);
    else if (name === 'w:sym') this.symbol(element, hidden);
    else if (name === 'w:footnoteReference') this.note('footnote', element, hidden);
    else if (name === 'w:endnoteReference') this.note('endnote', element, hidden);
    else if (name === 'mc:AlternateContent') this.visitAll(chosen(element), hidden);
    else if (name === 'w:txbxContent') {
      if (!hidden && this.fields.shown) this.boxes.push(element);
    } else {
      if (name === 'w:drawing' || name === 'w:pict' || name === 'w:object') this.pictures++;
      this.visitAll(element, hidden);
    }
  }

  private run(run: XmlElement, hidden: boolean): void {
    const properties = childOf(run, 'w:rPr');
    const leftOut = this.hides(properties) ?? hidden;
    if (!leftOut && this.isStruck(properties)) {
      this.struck++;
      return;
    }
    const written = this.wordsOf(() => this.visitAll(run, leftOut));
    const shown = shownSymbols(written, fontOf(properties));
    const raised = stringOf(properties, 'w:vertAlign') === 'superscript';
    this.text += raised ? raisedWords(shown) : shown;
  }

  /** What a visit shows, without adding it: text that is added to is never gone through. */
  private wordsOf(visit: () => void): string {
    const before = this.text;
    this.text = '';
    visit();
    const words = this.text;
    this.text = before;
    return words;
  }

  /** A fraction of a formula: its upper and its lower part, `1/3`. */
  private fraction(element: XmlElement, hidden: boolean): void {
    this.part(element, 'm:num', hidden);
    this.show('/', hidden);
    this.part(element, 'm:den', hidden);
  }

  /** A power of a formula: 10⁴. */
  private power(element: XmlElement, hidden: boolean): void {
    this.part(element, 'm:e', hidden);
    this.text += raisedWords(this.wordsOf(() => this.part(element, 'm:sup', hidden)));
  }

  private part(element: XmlElement, name: string, hidden: boolean): void {
    const part = childOf(element, name);
    if (part !== null) this.visitAll(part, hidden);
  }

  private show(words: string, hidden: boolean): void {
    if (!hidden && this.fields.shown) this.text += words;
  }

  private fieldMark(element: XmlElement, hidden: boolean): void {
    const type = element.attributes['w:fldCharType'];
    if (type === 'begin') this.fields.begin();
    else if (type === 'separate') this.fields.separate();
    else if (type === 'end') {
      const words = this.fields.end();
      this.show(words, hidden);
    }
  }

  private symbol(element: XmlElement, hidden: boolean): void {
    const sign = symbolOf(element);
    if (sign !== null) this.show(sign, hidden);
    else if (!hidden && this.fields.shown) this.unknownSymbols++;
  }

  private note(kind: NoteReference['kind'], element: XmlElement, hidden: boolean): void {
    if (!hidden && this.fields.shown) {
      this.notes.push({ kind, id: element.attributes['w:id'] ?? '' });
    }
  }

  /** Whether a run says itself, or by its style, that it is hidden; null where it says nothing. */
  private hides(properties: XmlElement | null): boolean | null {
    if (properties === null) return null;
    const own = switchOf(properties, 'w:vanish');
    if (own !== null) return own;
    const style = stringOf(properties, 'w:rStyle');
    return style === null ? null : this.styles.style(style).hidden;
  }

  /** Words with a line or two through them are no longer said. */
  private isStruck(properties: XmlElement | null): boolean {
    if (properties === null) return false;
    return (switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike')) === true;
  }
}

function fontOf(properties: XmlElement | null): string {
  const fonts = childOf(properties, 'w:rFonts');
  return fonts?.attributes['w:ascii'] ?? fonts?.attributes['w:hAnsi'] ?? '';
}

const isPageBreak = ({ attributes }: XmlElement): boolean =>
  attributes['w:type'] === 'page' || attributes['w:type'] === 'column';

function ownWords(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('');
}

/**
 * Of the same thing said in a new and in an old way (a text box as DrawingML and as VML) the first;
 * the old one where the new one holds no words.
 */
export function chosen(alternatives: XmlElement): XmlElement {
  const choice = childrenOf(alternatives, 'mc:Choice').find(holdsWords);
  return choice ?? childOf(alternatives, 'mc:Fallback') ?? NOTHING;
}

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] };

function holdsWords(element: XmlElement): boolean {
  return element.children.some(
    (child) =>
      typeof child !== 'string' &&
      (child.name === 'w:t' || child.name === 'w:txbxContent' || holdsWords(child)),
  );
}
