import { childOf, type XmlElement } from '../xml/xml-element.js';
import type { InlineReader, NoteReference } from './inline.js';
import { breakIntoLines } from './line-breaks.js';
import type { ListNumbers } from './list-numbers.js';
import { numberOf, stringOf, switchOf } from './on-off.js';
import { isCentred, listPlaceOf, mergeListPlace, type Styles } from './styles.js';

/** Outline levels 0 to 8 make headings of the levels 1 to 9. */
const RUNNING_TEXT = 9;

/** A paragraph as Word shows it with all changes accepted. */
export interface WordParagraph {
  readonly kind: 'paragraph' | 'heading' | 'list_item';
  /** Level of a heading, 1 the highest; 0 for others. */
  readonly level: number;
  /** Its words, the list's number before them; several where breaks part paragraphs. */
  readonly lines: readonly string[];
  /** Whether it is of a table of contents. */
  readonly isContents: boolean;
  readonly boxes: readonly XmlElement[];
  readonly notes: readonly NoteReference[];
}

/** Reads paragraphs in the order in which they stand; lists count on from one to the next. */
export class ParagraphReader {
  /** Words whose paragraph mark was deleted: they go on in the next paragraph. */
  private carried = '';

  constructor(
    private readonly styles: Styles,
    private readonly numbers: ListNumbers,
    private readonly inline: InlineReader,
  ) {}

  /** @param inCell whether a number without words counts as words: 序号 that Word counts */
  read(paragraph: XmlElement, inCell: boolean): WordParagraph {
    const properties = childOf(paragraph, 'w:pPr');
    const styleId = stringOf(properties, 'w:pStyle');
    const style = this.styles.style(styleId);
    const { text, boxes, notes } = this.inline.read(paragraph, style.hidden ?? false);
    const words = this.carried + text;
    const mark = childOf(properties, 'w:rPr');
    const isGone = childOf(mark, 'w:del') !== null || childOf(mark, 'w:moveFrom') !== null;
    this.carried = isGone ? words : '';
    if (isGone) return { kind: 'paragraph', level: 0, lines: [], isContents: false, boxes, notes };

    const isBlank = words.trim() === '';
    const isHidden = isBlank && (switchOf(mark, 'w:vanish') ?? style.hidden ?? false);
    const place = mergeListPlace(listPlaceOf(properties), style.listPlace);
    const number = isHidden ? null : this.numbers.next(place, styleId);
    const shown = isBlank && !inCell ? '' : (number ?? '') + words.trimStart();
    const outline = numberOf(properties, 'w:outlineLvl') ?? style.outlineLevel ?? RUNNING_TEXT;
    const isHeading = outline >= 0 && outline < RUNNING_TEXT;
    const isTitle = isHeading || (isCentred(properties) ?? style.centred ?? false);
    return {
      kind: isHeading ? 'heading' : number === null ? 'paragraph' : 'list_item',
      level: isHeading ? outline + 1 : 0,
      lines: breakIntoLines(shown, isTitle),
      isContents: style.isContents,
      boxes,
      notes,
    };
  }

  /** Words that no paragraph took up where their part of the document ends. */
  takeCarried(): string {
    const { carried } = this;
    this.carried = '';
    return carried;
  }
}
