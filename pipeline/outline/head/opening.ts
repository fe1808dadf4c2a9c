import { isPageFurniture } from '../../model/page-furniture.js';
import { widthNormalized } from '../../model/width.js';
import { readLabel } from '../labels/index.js';
import { type Adoption, later, readAdoption } from './adoption.js';
import { readBarredLine } from './barred-line.js';
import { isBetween, isEmptyLabel } from './between.js';
import { isCutTitle } from './cut-title.js';
import { dateOfValue, readDayAndBody } from './date-line.js';
import { dayBesideNumber, docNumberOfLine, isOrderNumber } from './doc-number.js';
import type { BlockRole, BlockStretch, Blocks } from './document-head.js';
import { isFrameNote } from './frame-notes.js';
import { readLawContents } from './law.js';
import { behindLead, sureHeadBelow } from './lead-in.js';
import { endsInTitleBelow, isSureTitle, sureTitleBelow } from './menu.js';
import { isRowBelow } from './page-shape.js';
import { type Recipients, readRecipients } from './recipients.js';
import { readRedHeadLine } from './red-head.js';
import { BULLET, isFieldOfPage } from './row-of-fields.js';
import { squeezed, titleLikeness } from './squeeze.js';
import { type PrintedTitle, readPrintedTitle } from './title.js';
import { heavierTitleBelow, SURE_WEIGHT } from './title-weight.js';
import { SECTION_OF_PAGE, TABLE_HEAD, titledFurtherDown, unnamedTitle } from './unnamed-title.js';
import { type PageFacts, PageLines, pageFacts } from './web-properties.js';

/** Blocks of a head before its body: fields of a page, names, title, number, recipients. */
const MOST_BLOCKS = 80;
/** Short lines above a title that say nothing. */
const MOST_UNKNOWN = 12;
const LONGEST_LINE = 400;
const LONGEST_TITLE = 60;
/** The President's orders publish the laws of the state. */
const PRESIDENT = /^中华人民共和国主席令/;

/** What stands above the body. */
export interface Opening {
  /** In order; the same title twice is there once. */
  readonly titles: readonly PrintedTitle[];
  /** Where a tool's heading such as 政策全文 stands above the text: its first title below it. */
  readonly own: PrintedTitle | null;
  /** 发文字号 on a line of its own, or beside a title. */
  readonly docNumber: string | null;
  /** 第7号 below 令 or 公告. */
  readonly orderNumber: string | null;
  readonly order: '令' | '公告' | '通告' | null;
  readonly date: string | null;
  /** Bodies whose names are printed above the text. */
  readonly issuers: readonly string[];
  readonly adoption: Adoption | null;
  readonly recipients: Recipients | null;
  /** What the head of a web page around it says. */
  readonly facts: PageFacts;
  /** First block that is none of them. */
  readonly end: number;
}

/**
 * Reads what stands above the body, in whatever order it is printed; stops at the first block of the body.
 * Above a paper that a news item quotes, the item's first words are no part of it.
 */
export function readOpening(
  blocks: Blocks,
  top: number,
  known: string | null,
  roles: BlockRole[],
): Opening {
  return new OpeningReader(blocks, top, known, roles).read();
}

class OpeningReader {
  private titles: PrintedTitle[] = [];
  private docNumber: string | null = null;
  private orderNumber: string | null = null;
  private order: Opening['order'] = null;
  private date: string | null = null;
  private issuers: string[] = [];
  private adoption: Adoption | null = null;
  private recipients: Recipients | null = null;
  private readonly page = new PageLines();
  private own = 0;
  private index: number;

  constructor(
    private readonly blocks: Blocks,
    private readonly top: number,
    private readonly known: string | null,
    private readonly roles: BlockRole[],
  ) {
    this.index = top;
  }

  read(): Opening {
    const last = Math.min(this.blocks.length, this.top + MOST_BLOCKS);
    while (this.index < last && !this.recipients && this.step()) {}
    return this.readQuoted() ?? this.opening();
  }

  /** The head of a paper behind a news item's first words, with what the page around both says. */
  private readQuoted(): Opening | null {
    const { blocks, index, page, roles } = this;
    const isRead = this.order !== null || this.titles.length > 0 || this.recipients !== null;
    if (this.known !== null || isRead) return null;
    const begins = behindLead(blocks, index) ?? sureHeadBelow(blocks, index);
    if (begins === null) return null;
    this.mark({ start: index, end: begins }, 'note');
    const own = readOpening(blocks, begins, null, roles);
    return page.values.size > 0 ? { ...own, facts: pageFacts(page.values) } : own;
  }

  private opening(): Opening {
    const { titles, docNumber, orderNumber, order, date, issuers, adoption, recipients } = this;
    return {
      titles,
      own: this.own > 0 ? (titles[this.own] ?? null) : null,
      docNumber,
      orderNumber,
      order,
      date,
      issuers,
      adoption,
      recipients,
      facts: pageFacts(this.page.values),
      end: this.index,
    };
  }

  /** Reads what comes next; false where the body begins. */
  private step(): boolean {
    const block = this.blocks[this.index]!;
    if (block.kind === 'table' || block.passage.length > LONGEST_LINE) return false;
    const { reading } = block.passage;
    const printed = widthNormalized(block.passage.raw()).replace(/\s+/g, ' ');
    const line = squeezed(reading);
    const contents = readLawContents(this.blocks, this.index);
    if (contents) return this.mark(contents, 'contents');
    if (this.known === null && this.page.take(printed)) return this.take('properties');
    if (this.readBarred()) return true;
    if (this.readNumber(line) || this.readDate(line) || this.readAdopted(line)) return true;
    if (isCutTitle(this.titles.at(-1), line, this.blocks[this.index + 1])) return this.take('note');
    const isRow = this.titles.length > 0 && isRowBelow(printed);
    if (isRow || isPageFurniture(reading) || SECTION_OF_PAGE.test(line)) return this.passOver(line);
    const red = readRedHeadLine(this.blocks, this.index);
    if (red) {
      this.order ??= red.order;
      this.issuers.push(...red.issuers);
      return this.take('issuer');
    }
    if (isFrameNote(line)) return this.take('note');
    if (/^附件\d?：?$/.test(line) && this.titles.length === 0)
      return this.take('attachment_heading');
    return this.readTitle() || this.readAddressed() || this.readMenu() || this.isBetween(line);
  }

  private readBarred(): boolean {
    const barred = this.titles.length === 0 ? readBarredLine(this.blocks, this.index) : null;
    if (barred === null || this.known !== null) return false;
    this.titles.push(barred.title);
    this.date ??= barred.date;
    this.recipients = barred.recipients;
    return this.take('title');
  }

  /** Behind a heading such as 政策全文 the text itself begins, whatever the page was called. */
  private passOver(line: string): boolean {
    if (SECTION_OF_PAGE.test(line)) this.own = this.titles.length;
    return this.take('note');
  }

  private readNumber(line: string): boolean {
    const number = docNumberOfLine(line.replace(BULLET, ''));
    if (number === null) return false;
    if (isOrderNumber(number)) this.orderNumber ??= number;
    else this.docNumber ??= number;
    this.date ??= dateOfValue(dayBesideNumber(line) ?? '');
    if (PRESIDENT.test(line)) {
      this.order ??= '令';
      this.issuers = ['中华人民共和国主席'];
    }
    return this.take('doc_number');
  }

  private readDate(line: string): boolean {
    const dated = readDayAndBody(line);
    if (dated === null) return false;
    this.date ??= dated.date;
    if (dated.body) this.issuers.push(dated.body);
    return this.take('signature');
  }

  private readAdopted(line: string): boolean {
    const adoption = this.titles.length > 0 ? readAdoption(line) : null;
    if (adoption === null) return false;
    this.adoption = this.adoption ? later(this.adoption, adoption) : adoption;
    return this.take('note');
  }

  /**
   * The title that begins here, or below lines that say nothing. Below a compendium's heading only the same
   * title once more is the notice's own.
   */
  private readTitle(): boolean {
    const from = this.index;
    const printed = this.titleHere() ?? (this.titles.length === 0 ? this.titleBelow() : null);
    if (this.index > from) return true;
    if (this.isOutweighed(printed)) return this.take('note');
    if (printed === null) return false;
    if (this.known !== null && titleLikeness(printed.title, this.known) <= 0.8) return false;
    const isOfMenu =
      !/关于/.test(printed.title) &&
      this.titles.length === 0 &&
      titledFurtherDown(this.blocks, this.index, printed.end);
    if (isOfMenu || endsInTitleBelow(this.blocks, printed))
      return this.mark({ start: this.index, end: printed.end }, 'note');
    this.docNumber ??= printed.docNumber;
    this.mark({ start: this.index, end: printed.start }, 'note');
    this.titles.push(printed);
    return this.mark(printed, 'title');
  }

  /** Whether a line further down is far more of a title than what stands here, or than a page's sentence here. */
  private isOutweighed(printed: PrintedTitle | null): boolean {
    if (this.known !== null || this.titles.length > 0 || this.order !== null) return false;
    const below = heavierTitleBelow(this.blocks, this.index + 1, printed);
    return below !== null && (printed !== null || below.weight >= SURE_WEIGHT);
  }

  private titleHere(): PrintedTitle | null {
    const printed = readPrintedTitle(this.blocks, this.index) ?? this.unnamedTitle(this.index);
    if (printed === null || this.titles.length === 0) return printed;
    return this.mayFollow(printed) ? printed : null;
  }

  /** A second title is the same once more, or that of what the first is carried by, right below it. */
  private mayFollow(printed: PrintedTitle): boolean {
    const last = this.titles.at(-1)!;
    return (
      titleLikeness(printed.title, last.title) > 0.8 ||
      this.own === this.titles.length ||
      (isSureTitle(printed.title) && !isSureTitle(last.title) && this.index <= last.end + 1) ||
      (this.page.isHead && this.recipients === null && /关于|印发/.test(printed.title))
    );
  }

  private titleBelow(): PrintedTitle | null {
    if (this.known !== null) return null;
    for (let at = this.index; at < Math.min(this.blocks.length, this.index + MOST_UNKNOWN); at++) {
      const block = this.blocks[at]!;
      if (block.kind === 'table') return null;
      if (at > this.index && isFieldOfPage(block.passage.raw())) {
        this.mark({ start: this.index, end: at }, 'note');
        return null;
      }
      const printed = readPrintedTitle(this.blocks, at) ?? this.unnamedTitle(at);
      if (printed) return printed;
      const line = squeezed(block.passage.reading.slice(0, LONGEST_TITLE + 1));
      const isShort = block.passage.length <= LONGEST_TITLE;
      if (!isShort || /[。；]|：$/.test(line) || TABLE_HEAD.test(line) || readLabel(line))
        return null;
    }
    return null;
  }

  private unnamedTitle(at: number): PrintedTitle | null {
    return this.titles.length > 0 ? null : unnamedTitle(this.blocks, at, at === this.index);
  }

  /** A line of a menu above a title that is one for certain, or of fields without labels between it and itself. */
  private readMenu(): boolean {
    if (this.known !== null || this.order !== null || this.titles.length > 1) return false;
    const below = sureTitleBelow(this.blocks, this.index);
    const [first] = this.titles;
    const isAbove = first ? below?.title === first.title : below !== null;
    return isAbove && this.take('note');
  }

  private isBetween(line: string): boolean {
    const isOver =
      this.titles.length > 0 ? isBetween(this.blocks, this.index, line) : isEmptyLabel(line);
    return isOver && this.take('note');
  }

  private readAddressed(): boolean {
    this.recipients = readRecipients(this.blocks, this.index);
    if (this.recipients?.alone) this.mark(this.recipients, 'recipients');
    else if (this.recipients) this.index = this.recipients.end - 1;
    return this.recipients !== null;
  }

  private take(role: BlockRole): boolean {
    this.roles[this.index++] = role;
    return true;
  }

  private mark(stretch: BlockStretch, role: BlockRole): boolean {
    for (let at = stretch.start; at < Math.min(stretch.end, this.roles.length); at++)
      this.roles[at] = role;
    this.index = Math.max(this.index, stretch.end);
    return true;
  }
}
