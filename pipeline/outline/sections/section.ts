import { append } from '../../model/append.js';
import type { TextTable } from '../../model/outline.js';
import { Passage } from '../../model/passage.js';
import type { SourceText } from '../../model/source-text.js';
import type { Label } from '../labels/index.js';
import { headingWords } from './vocabulary.js';

export type SectionKind = 'root' | 'labelled' | 'heading' | 'attachment';

/** A block of a notice with what stands below it. */
export class Section {
  /** Paragraphs from its label to the next one; the first with the label left out. */
  readonly passages: Passage[] = [];
  readonly children: Section[] = [];
  readonly tables: TextTable[] = [];
  /** True where it and all below are aims, principles, definitions, lists: no work. */
  general: boolean;
  private readItem: Passage | undefined;
  private readBlock: Passage | undefined;

  constructor(
    readonly kind: SectionKind,
    readonly source: SourceText,
    readonly label: Label | null,
    /** The first paragraph with its label, as printed; null for the root. */
    readonly printed: Passage | null,
    readonly parent: Section | null,
    /** Place in the order of headings, outermost first; what ranks lower stands below it. */
    readonly rank: number,
  ) {
    this.general = parent?.general ?? false;
  }

  /** Opens a section below this one, behind those that it has. */
  open(kind: SectionKind, label: Label | null, printed: Passage, rank: number): Section {
    const opened = new Section(kind, this.source, label, printed, this, rank);
    this.children.push(opened);
    return opened;
  }

  /** Words of its first line without the label, up to the end of the first sentence; empty for the root. */
  get headline(): string {
    const words = this.printed?.reading.slice(this.labelPassage().length) ?? '';
    const end = words.search(/[。：]/);
    return headingWords(end < 0 ? words : words.slice(0, end));
  }

  /** Its own paragraphs as one text, without its label; to be asked for when the outline is whole. */
  get item(): Passage {
    this.readItem ??= Passage.paragraphs(this.source, this.passages);
    return this.readItem;
  }

  /** The same with all that stands below it, labels included. */
  get block(): Passage {
    if (this.children.length === 0) return this.item;
    this.readBlock ??= this.blockOf(this.children);
    return this.readBlock;
  }

  /** Its own paragraphs and some of the sections below it as one text. */
  blockOf(children: readonly Section[]): Passage {
    const below = children.flatMap((child) => [child.labelPassage(), child.block]);
    // Of each section below it the label opens a paragraph, the words behind the label do not.
    return Passage.join(this.source, [this.item, ...below], (index) => index % 2 === 1);
  }

  /** The section with its first paragraphs only, as many as `count`. */
  upTo(count: number): Section {
    const part = new Section(
      this.kind,
      this.source,
      this.label,
      this.printed,
      this.parent,
      this.rank,
    );
    part.general = this.general;
    append(part.passages, this.passages.slice(0, count));
    append(part.tables, this.tables);
    part.readItem = this.item.slice(0, this.item.breaks[count - 1]);
    return part;
  }

  /** The label with what stands between it and the words, empty where there is none. */
  private labelPassage(): Passage {
    const { printed, label } = this;
    if (printed === null) return Passage.of(this.source, []);
    if (label === null) return printed;
    return printed.slice(0, label.end - label.start);
  }
}
