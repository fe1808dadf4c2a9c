import { append } from '../../model/append.js';
import { raisedWords } from '../../model/raised-words.js';
import { type ElementNode, type HtmlNode, isElement } from './dom.js';
import type { FlowBlock, FlowTable } from './flow-block.js';
import { isFootnote, isFootnoteMark } from './footnotes.js';
import { isBlock, isHidden, isStruck } from './hidden.js';
import { type Line, LineWriter } from './line.js';
import { firstWords, listNumber } from './list-numbers.js';

/** What the walk over a page asks of others. */
export interface FlowSettings {
  /** The table's cells where it is one of data; null for a layout table, whose cells are read as text. */
  readonly tableOf: (element: ElementNode) => FlowTable | null;
  /** Elements that others have read. */
  readonly skipped: ReadonlySet<ElementNode>;
}

/** From so many lines in one element on, `br` breaks lines rather than paragraphs. */
const FEWEST_BROKEN_LINES = 4;

/** The blocks that an element holds, in reading order. */
export function flowOf(root: ElementNode, settings: FlowSettings): FlowBlock[] {
  const walk = new FlowWalk(settings);
  walk.enter(root);
  return walk.blocks;
}

interface Place {
  readonly element: ElementNode;
  readonly kind: FlowBlock['kind'];
  readonly level: number | null;
}

class FlowWalk {
  readonly blocks: FlowBlock[] = [];
  private readonly writer = new LineWriter();
  private readonly ordinals = new Map<ElementNode, number>();
  /** Lines of the open block that `br` has broken. */
  private lines: Line[] = [];
  private place: Place | null = null;
  private href: string | null = null;
  private preformatted = false;

  constructor(private readonly settings: FlowSettings) {}

  enter(element: ElementNode): void {
    if (isHidden(element) || isStruck(element) || this.settings.skipped.has(element)) return;
    if (element.name === 'br') this.breakLine();
    else if (element.name === 'img') this.image(element);
    else if (element.name === 'table') this.table(element);
    else if (isBlock(element)) this.block(element);
    else if (isFootnoteMark(element, this.writer.lastCharacter)) {
      this.writer.write(firstWords(element, 20), null, 'mark');
    } else if (element.name === 'sup') this.raised(element);
    else if (element.name === 'a') this.link(element);
    else this.children(element);
  }

  private children(element: ElementNode): void {
    for (const child of element.children) this.node(child);
  }

  private node(node: HtmlNode): void {
    if (node.type === 'text') this.words(node.data);
    else if (isElement(node)) this.enter(node);
  }

  private words(data: string): void {
    if (!this.preformatted) {
      this.writer.write(data, this.href);
      return;
    }
    data.split('\n').forEach((words, index) => {
      if (index > 0) this.breakLine();
      this.writer.write(words, this.href, 'kept');
    });
  }

  /** Raised digits are written as such, all other words as they are. */
  private raised(element: ElementNode): void {
    const words = firstWords(element, 9).trim();
    const raised = raisedWords(words);
    if (raised === words) this.children(element);
    else this.writer.write(raised, this.href);
  }

  private link(element: ElementNode): void {
    const before = this.href;
    this.href = element.attribs.href ?? before;
    this.children(element);
    this.href = before;
  }

  private block(element: ElementNode): void {
    const { place, preformatted } = this;
    this.flush();
    this.place = placeOf(element, place);
    this.preformatted ||= ['pre', 'listing', 'xmp'].includes(element.name);
    if (element.name === 'li') this.writer.write(listNumber(element, this.ordinals), null);
    this.children(element);
    this.flush();
    this.place = place;
    this.preformatted = preformatted;
  }

  private table(element: ElementNode): void {
    const table = this.settings.tableOf(element);
    if (!table) {
      this.block(element);
      return;
    }
    this.flush();
    const shared = { level: null, element } as const;
    const paragraph = (line: Line): FlowBlock => ({
      ...{ kind: 'paragraph', lines: [line], table: null },
      ...shared,
    });
    append(this.blocks, table.above.map(paragraph));
    this.blocks.push({ kind: 'table', lines: [], table, ...shared });
    append(this.blocks, table.below.map(paragraph));
  }

  /** Words that a picture stands for are no printed words: they stand aside. */
  private image(element: ElementNode): void {
    const alt = (element.attribs.alt ?? '').replace(/\s+/g, ' ').trim();
    if (!/[\u4e00-\u9fff]{2}/.test(alt) || /\.(?:jpe?g|png|gif|bmp)$/i.test(alt)) return;
    const line = { text: alt, marks: [], links: [], indented: false };
    this.flush();
    this.blocks.push({ kind: 'aside', level: null, lines: [line], table: null, element });
  }

  private breakLine(): void {
    const line = this.writer.take();
    if (line) this.lines.push(line);
  }

  /** Ends the open block. */
  private flush(): void {
    this.breakLine();
    const { lines, place } = this;
    this.lines = [];
    if (lines.length === 0 || !place) return;
    const { element, kind, level } = place;
    if (kind === 'heading' && isHeading(lines)) {
      this.blocks.push({ kind, level, lines, table: null, element });
      return;
    }
    const paragraphKind = kind === 'heading' ? 'paragraph' : kind;
    const broken = lines.length >= FEWEST_BROKEN_LINES && !mostlyIndented(lines);
    lines.forEach((line, index) => {
      const own = broken ? 'line' : index > 0 && kind === 'list_item' ? 'paragraph' : paragraphKind;
      this.blocks.push({ kind: own, level: null, lines: [line], table: null, element });
    });
  }
}

/** What an element makes of the words in it; what is inside a list item or a footnote stays so. */
function placeOf(element: ElementNode, outer: Place | null): Place {
  const level = /^h([1-6])$/.exec(element.name)?.[1];
  if (level) return { element, kind: 'heading', level: Number(level) };
  if (outer?.kind === 'aside' || isFootnote(element))
    return { element, kind: 'aside', level: null };
  if (element.name === 'li') return { element, kind: 'list_item', level: null };
  const inItem = outer?.kind === 'list_item' && ['p', 'div'].includes(element.name);
  return { element, kind: inItem ? 'list_item' : 'paragraph', level: null };
}

/** A whole paragraph set in a heading's style is none. */
function isHeading(lines: readonly Line[]): boolean {
  const text = lines.map((line) => line.text).join('');
  return text.length <= 120 && !/[。；].*[。；]|。./.test(text);
}

const mostlyIndented = (lines: readonly Line[]): boolean =>
  lines.filter((line) => line.indented).length * 2 >= lines.length;
