import { type HeadKind, headKind, knownHead } from '../../lexicon/column-heads.js';
import { isDivisionLabel } from '../../lexicon/responsibility.js';

/** What a column holds, as its header says. */
export type ColumnKind =
  | 'number'
  | 'group'
  | 'item'
  | 'goal'
  | 'measure'
  | 'phase'
  | 'unit'
  | 'contact'
  | 'other';

const KINDS: Readonly<Partial<Record<HeadKind, ColumnKind>>> = {
  number: 'number',
  contact: 'contact',
  person: 'contact',
  units: 'unit',
  lead_units: 'unit',
  support_units: 'unit',
  period: 'phase',
  group: 'group',
  category: 'group',
  deed: 'measure',
  goal: 'goal',
  item: 'item',
  task: 'item',
};
/** Most characters before a known word: 温州市目标, 主要责任单位. */
const LONGEST_MODIFIER = 8;

/** Longest head that is known by a word in it only. */
const LONGEST_OTHER = 6;

/** Parts that header words break into where a narrow column wraps them (实施 / 阶段). */
const WORD_PART =
  /^(?:总体|重点|主要|具体|工作|任务|目标|举措|措施|实施|阶段|完成|时限|时间|期限|安排|节点|责任|单位|部门|主体|牵头|配合|协同|参与|联系|电话|方式|联系人|联络|序|号|类别|领域|内容|事项|要求|落实|推进|年度|及|人|员|名称|预期|成效|成果|备|注|备注|改革|细化)+$/;

/** The longest a header cell is printed. */
const LONGEST_HEADER = 16;

/** What a whole header cell names, and whether words that are none of the header's stand before. */
export interface HeaderReading {
  readonly kind: ColumnKind;
  readonly modified: boolean;
  /** 任务分工: what is to be done, or who does it. */
  readonly divides: boolean;
}

/** Words whose reading is kept: the same line is looked at from each of the lines before it. */
const MOST_KEPT = 5000;
const kept = new Map<string, HeaderReading | null>();

/** Reads a whole header cell; null where it names no column. */
export function readHeaderWord(word: string): HeaderReading | null {
  if (word.length > LONGEST_HEADER) return null;
  let reading = kept.get(word);
  if (reading === undefined) {
    reading = readWord(word);
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(word, reading);
  }
  return reading;
}

const YEAR_FIRST = /^20\d\d(?:[-—–~至]20\d\d)?年?度?(?=\p{Script=Han}{2})/u;

function readWord(printed: string): HeaderReading | null {
  // 2025年目标任务 is headed as 目标任务 is.
  const word = printed.replace(YEAR_FIRST, '');
  if (!/^[\p{Script=Han}、/（）()]+$/u.test(word)) return null;
  const known = knownHead(word);
  if (known === null) return word.length <= LONGEST_OTHER ? readByWordInside(word) : null;
  if (known.before > LONGEST_MODIFIER) return null;
  return {
    kind: KINDS[known.kind] ?? 'other',
    modified: known.before > 0,
    divides: isDivisionLabel(word),
  };
}

/** 存在问题, 类别: heads that say nothing of the work, known by a word in them. */
function readByWordInside(word: string): HeaderReading | null {
  const kind = headKind(word);
  if (kind !== 'other' && kind !== 'category') return null;
  return { kind: KINDS[kind] ?? 'other', modified: true, divides: false };
}

/** Whether a header may begin with a piece of a line: a whole header word or a part of one. */
export const mayBeginHeader = (piece: string): boolean =>
  readHeaderWord(piece) !== null || (piece.length <= LONGEST_HEADER && WORD_PART.test(piece));

/** Whether a piece may be a header word or any part that a narrow column breaks one into. */
export const mayBeHeaderPart = (piece: string): boolean =>
  piece.length <= LONGEST_HEADER &&
  /^(?:20\d\d(?:[-—–~至]20\d\d)?年?)?[\p{Script=Han}、/（）()]*$/u.test(piece) &&
  piece !== '';
