import { matchesIn } from '../../model/matches.js';
import { Passage } from '../../model/passage.js';
import {
  labelBeforeNumber,
  type NumberedLabel,
  type Numbering,
  numberingOf,
} from '../labels/before-number.js';
import { type Label, type LabelKind, readLabel } from '../labels/index.js';

/** A stretch of a paragraph that one label opens, or that none does. */
export interface Segment {
  readonly label: Label | null;
  /** With its label. */
  readonly whole: Passage;
  /** Without it. */
  readonly words: Passage;
}

/** A label in mid-line stands behind a sentence or a clause: `…机制。36.推进…`, `…（市财政局）2.…`. */
const MID_LINE = /[。！？；）”](?=[（\d一二三四五六七八九十])/g;
const MID_LINE_KINDS: ReadonlySet<LabelKind> = new Set<LabelKind>(['han', 'han_bracket', 'digit']);
/** `（一）项`, `（二）款`: cited, no label; but `（2）项目服务板块` is one. */
const CITED = /^(?:[项款条目点种类])(?:[^一-龥]|$|规定|所列|内容|情形|的|和|至|中|以|及)/;
/** A number with what it counts is no label: `3.5%`, `2、3类`. */
const COUNTED = /^(?:\d(?!\d{3}年)|[%％、])/;

/** `54.清理系统。…`, `61、培训人员，…`: a number of an item, whatever the one before it. */
const LEAPS = /^\d{1,3}[.．、][一-龥“][^。；]{1,60}[。；：，]/;

const NUMBER_FIRST = /^[\d一二三四五六七八九十]/;

/** Numbers that labels have reached; decides whether a number that could be a label is one. */
export class LabelSequence {
  private readonly last = new Map<LabelKind, number>();
  /** Whether a heading has stood since the last number. */
  private belowHeading = false;
  private mark = '';

  /**
   * Whether a label at the head of a block goes on from, restarts or opens its family's count. A body's own part
   * of a list leaps (3. 17. 54., and 8. below the next heading): `leaps` where its words show it to be a label.
   */
  accepts(label: Label, leaps: boolean): boolean {
    const last = this.last.get(label.kind);
    if (label.value === 1 || last === undefined) return true;
    const step = label.value - last;
    if ((step >= 0 && step <= 4) || label.value === 2) return true;
    return leaps && label.kind === 'digit' && (step > 0 || this.belowHeading);
  }

  /** Whether a number in mid-line is the very next of a count that runs. */
  isNext(label: Label): boolean {
    return this.last.get(label.kind) === label.value - 1 && label.value > 1;
  }

  /** Whether `二、` before a number (二、3月底前, 二、12个村) is the very next of its count, or opens it. */
  countsBefore(label: Label, reading: string): boolean {
    if (label.kind !== 'han' || !/\d/.test(reading[label.end] ?? '')) return false;
    return this.isNext(label) || (label.value === 1 && !this.last.has('han'));
  }

  /**
   * Whether a number before another is the next label of the count: behind the item before it, or the first of
   * items of which `following` is the second. 2、3号楼 below a heading goes on from nothing.
   */
  comesTo({ value, mark, isParted }: NumberedLabel, following: () => Numbering | null): boolean {
    if (value > 1) {
      const runs = isParted || mark === '.' || !this.belowHeading;
      return this.last.get('digit') === value - 1 && this.mark === mark && runs;
    }
    const next = following();
    return next !== null && next.value === 2 && next.mark === mark;
  }

  note(label: Label, reading: string): void {
    this.last.set(label.kind, label.value);
    if (label.kind === 'digit') this.mark = numberingOf(reading, label.start)?.mark ?? '';
    if (label.kind === 'han' || label.kind === 'han_bracket') this.belowHeading = true;
    else if (label.kind === 'digit') this.belowHeading = false;
    // A heading starts the counts of what stands below it anew only where they restart at 1.
  }
}

/**
 * Cuts a paragraph at the labels that stand in it: at its head and, where the count goes on,
 * in mid-line.
 * @param following the numbering that the next numbered block begins with
 */
export function segmentsOf(
  passage: Passage,
  sequence: LabelSequence,
  following: () => Numbering | null = () => null,
): Segment[] {
  const { reading } = passage;
  const marks: Label[] = [];
  const numbered = labelBeforeNumber(passage);
  const first = readLabel(reading);
  if (
    first &&
    (isLabel(reading, first) || sequence.countsBefore(first, reading)) &&
    first.kind !== 'inline' &&
    sequence.accepts(first, LEAPS.test(reading))
  ) {
    sequence.note(first, reading);
    marks.push(first);
  } else if (numbered && sequence.comesTo(numbered, following)) {
    sequence.note(numbered.label, reading);
    marks.push(numbered.label);
  }
  for (const match of matchesIn(MID_LINE, reading)) {
    const position = match.index + 1;
    const parted = labelBeforeNumber(passage, position);
    const label = parted?.isParted ? parted.label : readLabel(reading, position);
    if (!label || !MID_LINE_KINDS.has(label.kind)) continue;
    if (label !== parted?.label && !isLabel(reading, label)) continue;
    if (!sequence.isNext(label)) continue;
    if (label.kind !== 'digit' && match[0] === '；') continue;
    sequence.note(label, reading);
    marks.push(label);
  }
  if (marks.length === 0) return [{ label: null, whole: passage, words: passage }];
  const segments: Segment[] = [];
  const lead = marks[0]!.start;
  if (lead > 0) {
    const before = passage.slice(0, lead);
    segments.push({ label: null, whole: before, words: before });
  }
  marks.forEach((label, index) => {
    const end = marks[index + 1]?.start ?? passage.length;
    segments.push({
      label,
      whole: passage.slice(label.start, end),
      words: wordsBehind(passage.slice(label.start, end), label),
    });
  });
  return segments;
}

/** The words behind a label; a number that they begin with is no part of the label's: `3. 3月底前`, `1.十月底前`. */
function wordsBehind(whole: Passage, { kind, start, end }: Label): Passage {
  const words = whole.slice(Math.min(end - start, whole.length));
  if (kind !== 'digit' || !NUMBER_FIRST.test(words.reading)) return words;
  // What is put together is read anew, what is cut out is not.
  return Passage.concat(words.source, [words.slice(0, 1), words.slice(1)], words.breaks);
}

function isLabel(reading: string, label: Label): boolean {
  const behind = reading.slice(label.end, label.end + 6);
  if (label.kind === 'han_bracket' || label.kind === 'digit_bracket') return !CITED.test(behind);
  return !COUNTED.test(behind);
}
