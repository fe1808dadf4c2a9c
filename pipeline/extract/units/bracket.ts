import { fieldLabels } from '../../annotate/field-labels.js';
import type { Passage } from '../../model/passage.js';
import type { Clause } from './clause.js';
import { clauseOf, shareOfBodies } from './clause-of.js';
import { spansWithin } from './fields.js';

/** A bracket of a passage, for the rules that say whether it is a clause of responsibility. */
export class Bracket {
  /** The words between its marks. */
  readonly inner: string;
  /** Those before its first label: 市教育局 of `（市教育局，完成时限：2025年底）`. */
  readonly list: string;
  /** Whether a sentence or a part of one ends before it, and whether one ends with it. */
  readonly atEdge: boolean;
  readonly atEnd: boolean;
  /** Whether it stands behind a whole sentence and ends its paragraph. */
  readonly closesParagraph: boolean;
  /** Whether a label of bodies stands in it. */
  readonly labelled: boolean;
  /** Whether one stands in it that no word is known of. */
  readonly unknownLabel: boolean;
  readonly before: string;
  private read: Clause | undefined;

  constructor(
    readonly passage: Passage,
    readonly open: number,
    /** Offset of the closing mark; of the paragraph's end where the print forgot it. */
    readonly close: number,
    paragraphs: ReadonlySet<number>,
  ) {
    const { reading } = passage;
    this.inner = reading.slice(open + 1, close);
    this.before = open > 0 ? reading[open - 1]! : '。';
    const after = close + 1 < reading.length ? reading[close + 1]! : '。';
    this.atEdge = SENTENCE_EDGE.test(this.before) || paragraphs.has(open);
    this.atEnd = /[。；，\s]/.test(after) || paragraphs.has(close + 1) || paragraphs.has(close);
    this.closesParagraph =
      /[。；！]/.test(this.before) && (close + 1 >= reading.length || paragraphs.has(close + 1));
    const labels = spansWithin(passage.annotation(fieldLabels), open, close);
    this.list = this.inner.slice(0, labels[0] ? labels[0].start - open - 1 : undefined);
    this.labelled = labels.some(({ kind }) => kind === 'bodies' || kind === 'division');
    this.unknownLabel = labels.some(({ kind }) => kind === 'unknown_bodies');
  }

  get isRound(): boolean {
    return this.passage.reading[this.open] === '（';
  }

  /** What it says if it is a clause. */
  clause(rule: string): Clause {
    const { passage, open, close } = this;
    const end = Math.min(close + 1, passage.length);
    this.read ??= clauseOf(
      passage,
      { start: open, end, innerStart: open + 1, innerEnd: close },
      'bracket',
      rule,
    );
    return { ...this.read, rule };
  }

  /** Share of its names that read as bodies' names. */
  shareOfBodies(): number {
    return shareOfBodies(this.passage, this.clause(''));
  }
}

const SENTENCE_EDGE = /[。；！？”》）〕】\]：，、\s]/;
