import type { Notice, TextBlock } from '../../model/outline.js';
import type { Passage } from '../../model/passage.js';
import type { SourceText } from '../../model/source-text.js';
import type { BlockRole } from '../head/index.js';
import { type Numbering, numberingOf } from '../labels/before-number.js';
import { LABEL_KINDS, readLabel } from '../labels/index.js';
import { Section } from './section.js';
import { LabelSequence, type Segment, segmentsOf } from './segments.js';
import {
  headingWords,
  isGeneralHeading,
  isListingTitle,
  isUnlabelledHeading,
  saysOwnValidity,
} from './vocabulary.js';

export { Section } from './section.js';

const RANK: ReadonlyMap<string, number> = new Map(
  LABEL_KINDS.map((kind, index) => [kind, index + 2]),
);
const RANK_OF_ATTACHMENT = 1;
/** A heading that the format marks as one, without label. */
const RANK_OF_MARKED_HEADING = 1.5;
/** `总体要求` without label stands beside `二、重点任务`. */
const RANK_OF_KNOWN_HEADING = RANK.get('han')!;
const ATTACHMENT =
  /^附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?\s*(?:$|(?=[^，。]{2,60}$))/;
const ATTACHMENT_MARK = /^附\s*(?:件|表|录)\s*[\d一二三四五六七八九十]{0,3}\s*[：:]?\s*/;
const LONGEST_HEADING = 60;

/**
 * The sections of a notice's body: labels and headings give a tree, paragraphs and tables go to
 * the section that they stand in.
 * @param blocks the body, head and foot left out
 */
export function sectionsOf(source: SourceText, blocks: readonly TextBlock[]): Section {
  return new SectionBuilder(source).build(blocks);
}

/** The sections of a notice's body; titles of attachments are part of it, as they open a new count. */
export function bodySections(notice: Notice, roles: readonly BlockRole[]): Section {
  const body = notice.blocks.filter(
    (_, index) => roles[index] === 'body' || roles[index] === 'attachment_heading',
  );
  return sectionsOf(notice.source, body);
}

class SectionBuilder {
  private readonly root: Section;
  private sequence = new LabelSequence();
  private current: Section;
  private attachment: Section | null = null;

  constructor(source: SourceText) {
    this.root = new Section('root', source, null, null, null, 0);
    this.current = this.root;
  }

  build(blocks: readonly TextBlock[]): Section {
    for (const [index, block] of blocks.entries()) {
      if (block.table) this.current.tables.push(block.table);
      else this.addText(block, () => numberingBelow(blocks, index));
    }
    return this.root;
  }

  private addText(block: TextBlock, following: () => Numbering | null): void {
    const { reading } = block.passage;
    const words = headingWords(reading);
    if (words.length <= LONGEST_HEADING && ATTACHMENT.test(words) && !/[。；]$/.test(reading)) {
      this.openAttachment(block.passage, words);
      return;
    }
    const segments = segmentsOf(block.passage, this.sequence, following);
    if (segments[0]!.label === null && segments.length === 1) {
      if (this.isTitleOfAttachment(block, words)) {
        this.attachment!.passages.push(block.passage);
        if (isListingTitle(words)) this.attachment!.general = true;
        return;
      }
      if (isUnlabelledHeading(words)) {
        this.openHeading(block.passage, words, RANK_OF_KNOWN_HEADING);
        return;
      }
      if (this.isMarkedHeading(block, words)) {
        this.openHeading(block.passage, words, RANK_OF_MARKED_HEADING);
        return;
      }
    }
    for (const segment of segments) this.addSegment(segment);
  }

  private isMarkedHeading(block: TextBlock, words: string): boolean {
    return block.kind === 'heading' && words.length <= LONGEST_HEADING && !/[，。；]/.test(words);
  }

  private isTitleOfAttachment(block: TextBlock, words: string): boolean {
    const { attachment } = this;
    return (
      attachment !== null &&
      this.current === attachment &&
      attachment.children.length === 0 &&
      attachment.passages.length < 3 &&
      words.length <= LONGEST_HEADING &&
      !/[。；：]$/.test(block.passage.reading)
    );
  }

  private openAttachment(passage: Passage, words: string): void {
    const opened = this.root.open('attachment', null, passage, RANK_OF_ATTACHMENT);
    const title = words.replace(ATTACHMENT_MARK, '');
    opened.general = title.length > 0 && isListingTitle(title);
    this.attachment = opened;
    this.current = opened;
    this.sequence = new LabelSequence();
  }

  private openHeading(passage: Passage, words: string, rank: number): void {
    const parent = this.parentFor(rank);
    const opened = parent.open('heading', null, passage, rank);
    opened.general = parent.general || isGeneralHeading(words) || isListingTitle(words);
    this.current = opened;
  }

  private addSegment(segment: Segment): void {
    if (!segment.label) {
      this.current.passages.push(segment.words);
      return;
    }
    const rank = RANK.get(segment.label.kind)!;
    const parent = this.parentFor(rank);
    const opened = parent.open('labelled', segment.label, segment.whole, rank);
    if (segment.words.length > 0) opened.passages.push(segment.words);
    const { reading } = segment.words;
    opened.general =
      parent.general || saysOwnValidity(reading) || isGeneralHeading(headlineWords(reading));
    this.current = opened;
  }

  /** The nearest open section that ranks above what opens now. */
  private parentFor(rank: number): Section {
    let candidate = this.current;
    while (candidate.parent && candidate.rank >= rank) candidate = candidate.parent;
    return candidate;
  }
}

/** Blocks that one item may take before the next. */
const FARTHEST_ITEM = 8;

/** The numbering of the next item below a block; null where a heading comes before it. */
function numberingBelow(blocks: readonly TextBlock[], index: number): Numbering | null {
  for (const { passage } of blocks.slice(index + 1, index + 1 + FARTHEST_ITEM)) {
    const numbering = numberingOf(passage.reading);
    if (numbering) return numbering;
    const kind = readLabel(passage.reading)?.kind;
    if (kind === 'han' || kind === 'han_bracket') return null;
  }
  return null;
}

function headlineWords(reading: string): string {
  const end = reading.search(/[。：:]/);
  return headingWords(end < 0 ? reading.slice(0, 40) : reading.slice(0, end));
}
