/** The families of labels that notices number their blocks with, outermost first. */
export const LABEL_KINDS = [
  'part',
  'chapter',
  'section',
  'article',
  'matter',
  'han',
  'han_bracket',
  'digit',
  'digit_bracket',
  'digit_half_bracket',
  'circled',
  'inline',
] as const;
export type LabelKind = (typeof LABEL_KINDS)[number];

/** A label at the head of a block: `一、`, `（二）`, `3.`, `（4）`, `⑤`, `第六条`, `七是`. */
export interface Label {
  readonly kind: LabelKind;
  /** The number it says: 3 for `三、`. */
  readonly value: number;
  /** As printed, without its delimiter: `三`, `（三）`, `3`. */
  readonly printed: string;
  /** Offsets in the text that was read; `end` is behind the delimiter. */
  readonly start: number;
  readonly end: number;
}

const HAN = '[一二三四五六七八九十百]{1,5}';
/** Up to 9999; 19xx and 20xx are years. */
const NUMBER = '\\d{1,3}|(?!19|20)[1-9]\\d{3}';
const MATTER = '事项|任务|专题|专栏|行动|工程|板块|项目';
const LABEL = new RegExp(
  [
    `第(${HAN}|\\d{1,3})([部篇编章节条])(?!例)[、.：\\s]?\\s*`,
    `((?:${MATTER})${HAN})[：:、.\\s]\\s*`,
    `(${HAN})[、.．](?![、.．])\\s*`,
    `（(${HAN})）[、.]?\\s*`,
    `(${NUMBER})\\s?[.．、。](?![.．、。]|\\d(?!\\d{3}\\s?年))\\s*`,
    `（(${NUMBER})）[、.]?\\s*`,
    `(\\d{1,2})）\\s*`,
    `([①-⑳])\\s*`,
    `([一二三四五六七八九十]{1,2})是(?!否|由|指|非)`,
    `(首先|其次|再次|最后)[，,]`,
  ]
    .map((pattern) => `(?:${pattern})`)
    .join('|'),
  'y',
);

/** `首先，…。其次，…。` counts as 一是, 二是 do. */
const ORDER = ['首先', '其次', '再次', '最后'];

const KIND_OF_CHAPTER: Readonly<Record<string, LabelKind>> = {
  部: 'part',
  篇: 'part',
  编: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
};

/** Value of a Chinese ordinal up to 999; 0 where it is none. */
export function hanOrdinal(text: string): number {
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const value = '一二三四五六七八九'.indexOf(character) + 1;
    if (value > 0) digit = value;
    else if (character === '十') {
      total += (digit || 1) * 10;
      digit = 0;
    } else if (character === '百') {
      total += (digit || 1) * 100;
      digit = 0;
    } else return 0;
  }
  return total + digit;
}

/**
 * The label that stands at `position` of a text with uniform width (`Passage.reading`), or null.
 * GB/T 9704-2012 7.3.3 gives the levels 一、 （一） 1. （1）; the others are common use.
 */
export function readLabel(reading: string, position = 0): Label | null {
  LABEL.lastIndex = position;
  const match = LABEL.exec(reading);
  if (!match) return null;
  const [
    whole,
    chapter,
    chapterKind,
    matter,
    han,
    hanBracket,
    digit,
    bracket,
    half,
    circled,
    is,
    order,
  ] = match;
  const label = (kind: LabelKind, value: number, printed: string): Label | null =>
    value > 0 ? { kind, value, printed, start: position, end: position + whole.length } : null;
  if (chapter !== undefined) {
    const value = /\d/.test(chapter) ? Number(chapter) : hanOrdinal(chapter);
    return label(KIND_OF_CHAPTER[chapterKind!]!, value, `第${chapter}${chapterKind}`);
  }
  if (matter !== undefined) {
    return label('matter', hanOrdinal(matter.replace(/^[^一二三四五六七八九十百]+/, '')), matter);
  }
  if (han !== undefined) return label('han', hanOrdinal(han), han);
  if (hanBracket !== undefined) {
    return label('han_bracket', hanOrdinal(hanBracket), `（${hanBracket}）`);
  }
  if (digit !== undefined) return label('digit', Number(digit), digit);
  if (bracket !== undefined) return label('digit_bracket', Number(bracket), `（${bracket}）`);
  if (half !== undefined) return label('digit_half_bracket', Number(half), `${half}）`);
  if (circled !== undefined) {
    return label('circled', circled.charCodeAt(0) - '①'.charCodeAt(0) + 1, circled);
  }
  if (order !== undefined) return label('inline', ORDER.indexOf(order) + 1, order);
  return label('inline', hanOrdinal(is!), `${is}是`);
}
