import type { TimeBound } from './expression.js';

/** A word beside a point that makes a limit of it. */
export interface BoundMatch {
  readonly bound: TimeBound | 'inclusive-after' | 'continued-until';
  /** Offset of its first character (before a point) or after its last (behind one). */
  readonly position: number;
}

/** Words behind a point, with the words that only begin alike left out: 前期, 内容, 起草, 后续. */
const BEHIND: readonly (readonly [RegExp, BoundMatch['bound']])[] = [
  [
    /\s{0,3}(?:[或及](?:之|以)前|(?:之|以)前|前(?![提景沿端期述置瞻往来列茅款海后身台缀卫世]|[一二两三四五六七八九十\d]+\s{0,3}[个季天月名批]))/y,
    'before',
  ],
  [/\s{0,3}[或及](?:之|以)后/y, 'inclusive-after'],
  [/\s{0,3}(?:之内|以内|(?:年度)?内(?![容部陆外控需环河涝地贸镜销设务资]))/y, 'within'],
  [/\s{0,3}(?:起(?![草诉步点源始飞降到来草码]|重)|开始|以来)/y, 'since'],
  [/\s{0,3}(?:(?:之|以)后|后(?![续期勤台者备端半劲代]))/y, 'after'],
];

const BEFORE =
  /(?:延续(?:实施|执行)?[到至]|延长(?:实施|执行)?[到至]|截止?[到至]|截止|截至|自从|(?<![来各独亲])自|从|(?<![达高低得受回超找遇提感做])到|(?<![甚乃以高低])至)\s*$/;
const LONGEST_BEFORE = 8;

/** The limit that the words at `position`, behind a point, set. */
export function boundBehind(text: string, position: number): BoundMatch | null {
  for (const [pattern, bound] of BEHIND) {
    pattern.lastIndex = position;
    if (pattern.test(text)) return { bound, position: pattern.lastIndex };
  }
  return null;
}

/** The limit that the words right before `position` set; none of them starts before `from`. */
export function boundBefore(text: string, position: number, from = 0): BoundMatch | null {
  const match = BEFORE.exec(text.slice(Math.max(from, position - LONGEST_BEFORE), position));
  if (!match) return null;
  const word = match[0];
  const bound = /^[自从]/.test(word)
    ? 'since'
    : word.startsWith('延')
      ? 'continued-until'
      : 'until';
  return { bound, position: position - word.length };
}
