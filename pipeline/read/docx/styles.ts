import { childOf, childrenOf, type XmlElement } from '../xml/xml-element.js';
import { numberOf, stringOf, switchOf } from './on-off.js';

/** The list that a paragraph belongs to; null where only its style tells the level. */
export interface ListPlace {
  /** `0` takes the paragraph out of its style's list. */
  readonly list: string;
  readonly level: number | null;
}

/** What a style says, those that it is based on included. */
export interface Style {
  /** Outline level from 0; 9 and null are running text. */
  readonly outlineLevel: number | null;
  readonly listPlace: ListPlace | null;
  /** Whether its words are hidden; null where it says nothing. */
  readonly hidden: boolean | null;
  /** Whether its lines are centred; null where it says nothing. */
  readonly centred: boolean | null;
  /** Whether it is one of a table of contents (`toc 1`, 目录 1). */
  readonly isContents: boolean;
}

const NO_STYLE: Style = {
  outlineLevel: null,
  listPlace: null,
  hidden: null,
  centred: null,
  isContents: false,
};

const CONTENTS_NAME = /^(?:toc ?\d|目录 ?\d)$/i;
const HEADING_NAME = /^(?:heading|标题) ?([1-9])$/i;
/** A style is based on few others; a longer chain goes in a circle. */
const LONGEST_CHAIN = 50;

/** The styles of a Word file. */
export class Styles {
  private readonly elements = new Map<string, XmlElement>();
  private readonly read = new Map<string, Style>();
  private readonly defaultStyle: string | null = null;
  private readonly listOfStyle = new Map<string, string>();

  /** @param root `w:styles`; null where the file has none */
  constructor(root: XmlElement | null) {
    for (const style of root === null ? [] : childrenOf(root, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? '';
      this.elements.set(id, style);
      const isDefault = ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
      if (isDefault && style.attributes['w:type'] === 'paragraph') this.defaultStyle = id;
      const list = listPlaceOf(childOf(style, 'w:pPr'))?.list;
      if (style.attributes['w:type'] === 'numbering' && list) this.listOfStyle.set(id, list);
    }
  }

  /** A style by its id; the default one of paragraphs where it is null. */
  style(id: string | null): Style {
    const wanted = id ?? this.defaultStyle;
    return wanted === null ? NO_STYLE : this.resolve(wanted, LONGEST_CHAIN);
  }

  /** The style that a list's level names as its own; null where it names none. */
  listOfNumberingStyle(id: string): string | null {
    return this.listOfStyle.get(id) ?? null;
  }

  private resolve(id: string, left: number): Style {
    const known = this.read.get(id);
    if (known !== undefined) return known;
    const element = this.elements.get(id);
    if (element === undefined || left === 0) return NO_STYLE;
    const based = stringOf(element, 'w:basedOn');
    const base = based === null ? NO_STYLE : this.resolve(based, left - 1);
    const properties = childOf(element, 'w:pPr');
    const name = stringOf(element, 'w:name') ?? '';
    const heading = HEADING_NAME.exec(name);
    const style: Style = {
      outlineLevel:
        numberOf(properties, 'w:outlineLvl') ??
        (heading ? Number(heading[1]) - 1 : base.outlineLevel),
      listPlace: mergeListPlace(listPlaceOf(properties), base.listPlace),
      hidden: switchOf(childOf(element, 'w:rPr'), 'w:vanish') ?? base.hidden,
      centred: isCentred(properties) ?? base.centred,
      isContents: CONTENTS_NAME.test(name) || base.isContents,
    };
    this.read.set(id, style);
    return style;
  }
}

/** Whether a paragraph's or style's own properties centre it; null where they say nothing. */
export function isCentred(properties: XmlElement | null): boolean | null {
  const alignment = stringOf(properties, 'w:jc');
  return alignment === null ? null : alignment === 'center';
}

/** A paragraph's or style's own place in a list; null where it says nothing. */
export function listPlaceOf(properties: XmlElement | null): ListPlace | null {
  const numbering = childOf(properties, 'w:numPr');
  if (numbering === null) return null;
  const list = stringOf(numbering, 'w:numId');
  const level = numberOf(numbering, 'w:ilvl');
  return list === null && level === null ? null : { list: list ?? '', level };
}

/** What is said nearer counts; a level alone stays in the list that is said further off. */
export function mergeListPlace(own: ListPlace | null, base: ListPlace | null): ListPlace | null {
  if (own === null) return base;
  if (own.list !== '') return own;
  return base === null ? null : { list: base.list, level: own.level };
}
