import { readNumeral } from '../numeral.js';
import { addDays, type Day } from './calendar.js';
import { monthParts } from './month-part.js';
import { RANGE_MARK, SMALL_NUMBER } from './patterns.js';
import { months, WHOLE_YEAR, type YearPart } from './point-value.js';

/** A part of a year, and where its words end. */
export interface YearPartMatch {
  readonly end: number;
  readonly part: YearPart;
}

/** One way to write a part of a year; null where its words make no sense (十五季度). */
interface YearPartForm {
  readonly pattern: RegExp;
  /** It may stand without a year before it: 6月底 may, 底 may not. */
  readonly alone: boolean;
  read(match: RegExpExecArray, text: string, year: number | null): YearPartMatch | null;
}

const QUARTER_NUMBERS = '一二三四';

function quarter(written: string): number {
  if (written === '首') return 1;
  return QUARTER_NUMBERS.indexOf(written) + 1 || Number(written);
}

/** A vague part of a year and the months that it covers. */
const VAGUE_PARTS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['底', [11, 12]],
  ['末', [11, 12]],
  ['终', [11, 12]],
  ['初', [1, 2]],
  ['伊始', [1, 1]],
  ['中', [6, 7]],
]);

const matched = (pattern: RegExp, part: YearPart): YearPartMatch => ({
  end: pattern.lastIndex,
  part,
});

const sticky = (source: string): RegExp => new RegExp(`\\s{0,3}的?\\s{0,3}${source}`, 'y');

/** In this order; the first that makes sense is taken. */
const FORMS: readonly YearPartForm[] = [
  {
    // 第二、三季度, 一至三季度
    pattern: sticky(
      `(?<![\\d〇一二三四五六七八九十])第?\\s{0,3}([一二三四1-4])\\s{0,3}季?度?[、和及至到—-]\\s{0,3}第?([一二三四1-4])\\s{0,3}季度`,
    ),
    alone: true,
    read(match) {
      const [first, last] = [quarter(match[1]!), quarter(match[2]!)];
      return first < last
        ? matched(this.pattern, months(first * 3 - 2, last * 3, 'quarter'))
        : null;
    },
  },
  {
    // 第三季度, 一季度, 首季度, 第一个季度, 三季度末
    pattern: sticky(
      `(?:第\\s{0,3}([一二三四1-4])\\s{0,3}个?季度?(?!节)|(?<![\\d〇一二三四五六七八九十])(首|[一二三四1-4])\\s{0,3}季度)(末|底|初)?`,
    ),
    alone: true,
    read(match) {
      const last = quarter(match[1] ?? match[2]!) * 3;
      if (match[3] === '初') return matched(this.pattern, months(last - 2, last - 2, 'part'));
      if (match[3]) return matched(this.pattern, months(last, last, 'part'));
      return matched(this.pattern, months(last - 2, last, 'quarter'));
    },
  },
  {
    // 上半年, 下半年末
    pattern: sticky('(上|前|下|后)半年(末|底)?'),
    alone: true,
    read(match) {
      const first = match[1] === '上' || match[1] === '前' ? 1 : 7;
      if (match[2]) return matched(this.pattern, months(first + 5, first + 5, 'part'));
      return matched(this.pattern, months(first, first + 5, 'half'));
    },
  },
  {
    // 2025年Q3, 2025H1
    pattern: sticky('(?:Q([1-4])|H([12]))(?![\\dA-Za-z])'),
    alone: false,
    read(match) {
      const last = match[1] ? Number(match[1]) * 3 : Number(match[2]) * 6;
      const unit = match[1] ? 'quarter' : 'half';
      return matched(this.pattern, months(last - (match[1] ? 2 : 5), last, unit));
    },
  },
  {
    // 前三季度, 前三个季度
    pattern: sticky('前([二两三2-3])个?季度'),
    alone: true,
    read(match) {
      return matched(this.pattern, months(1, readNumeral(match[1]!)! * 3, 'quarter'));
    },
  },
  {
    // 1-9月份, 7至9月, 1-五月
    pattern: sticky(
      `(?<![\\d.〇一二三四五六七八九十])(${SMALL_NUMBER})\\s{0,3}${RANGE_MARK}\\s{0,3}(${SMALL_NUMBER})\\s{0,3}月份?`,
    ),
    alone: true,
    read(match) {
      const first = readNumeral(match[1]!)!;
      const last = readNumeral(match[2]!)!;
      if (first < 1 || last > 12 || first >= last) return null;
      return matched(this.pattern, months(first, last, 'month'));
    },
  },
  {
    // 6月, 六月份, 2月28日, 12月下旬, 8月底
    pattern: sticky(
      `(?<![\\d.〇一二三四五六七八九十])(${SMALL_NUMBER})\\s{0,3}月(?!度|均|份额|亮|季|嫂|子)份?`,
    ),
    alone: true,
    read(match, text, year) {
      const month = readNumeral(match[1]!)!;
      if (month < 1 || month > 12) return null;
      return monthParts(text, this.pattern.lastIndex, month, year);
    },
  },
  {
    // 前五个月, 首月, 第8个月, 最后一个月
    pattern: sticky(
      `(?:(前|后|最后)\\s{0,3}(${SMALL_NUMBER}|两)\\s{0,3}个?月|第\\s{0,3}(${SMALL_NUMBER})\\s{0,3}个月|(首)月)份?`,
    ),
    alone: false,
    read(match) {
      const count = readNumeral(match[2] ?? match[3] ?? '一')!;
      if (count < 1 || count > 12) return null;
      if (match[1] === '前') return matched(this.pattern, months(1, count, 'month'));
      if (match[1]) return matched(this.pattern, months(13 - count, 12, 'month'));
      return matched(this.pattern, months(count, count, 'month'));
    },
  },
  {
    // 前10天, 最后一天
    pattern: sticky(`(前|最后)\\s{0,3}(\\d{1,3}|${SMALL_NUMBER}|两)\\s{0,3}[天日]`),
    alone: false,
    read(match, _text, year) {
      const count = readNumeral(match[2]!)!;
      const days = firstOrLastDays(match[1] === '前', count, year ?? 2000);
      return days && matched(this.pattern, days);
    },
  },
  {
    // 年底, 年末, 年初, 2023年底, 2023年年底, 2022年伊始
    pattern:
      /\s{0,3}(?:年\s{0,3})?(底(?![线层色盘薪蕴册部])|末(?![端])|终(?![止身])|初(?![步级中创始次期衷审心])|伊始|(?<=年\s{0,3}年)中(?![国央小期外医])|中(?=[，。；、）)前之]|$))/y,
    alone: false,
    read(match) {
      const [first, last] = VAGUE_PARTS.get(match[1]!)!;
      return matched(this.pattern, months(first, last, 'part'));
    },
  },
  {
    // 年底前, without a year
    pattern: /(?:年(底|末|初(?!步)|终(?![止身]))|岁(末)(?!年))/y,
    alone: true,
    read(match) {
      const [first, last] = VAGUE_PARTS.get(match[1] ?? match[2]!)!;
      return matched(this.pattern, months(first, last, 'part'));
    },
  },
  {
    // 年内, 年度内, whose 内 is read as a limit; 三年内 is a length of time
    pattern: /(?<![\d〇一二三四五六七八九十百两几数多半]\s?)年度?(?=内(?![容部陆外控需]))/y,
    alone: true,
    read() {
      return matched(this.pattern, WHOLE_YEAR);
    },
  },
  {
    // 全年, 2023年全年
    pattern: /\s{0,3}(?<![安成])全年(?![龄级])/y,
    alone: true,
    read() {
      return matched(this.pattern, WHOLE_YEAR);
    },
  },
];

/** What may begin a part of a year that stands alone. */
export const YEAR_PART_ANCHOR = `${SMALL_NUMBER}\\s{0,3}(?:月|季度|${RANGE_MARK}\\s{0,3}${SMALL_NUMBER}\\s{0,3}月)|第?\\s{0,3}[一二三四1-4]\\s{0,3}(?:个?季|[、和及至到—-]\\s{0,3}第?[一二三四1-4]\\s{0,3}季)|首季|[上下]半年|前[二两三2-3]个?季度|年[底末初终内]|年度内|岁末|全年`;

const ALONE = FORMS.filter((form) => form.alone);
/** A year may be parted by a comma from its month and day: 二〇一六年，九月三号. */
const COMMA_DAY = new RegExp(
  `[，,]\\s{0,3}(?=${SMALL_NUMBER}\\s{0,3}月\\s{0,3}${SMALL_NUMBER}\\s{0,3}[日号])`,
  'y',
);

/** The part of a year that begins at `position`, right after a year or alone. */
export function readYearPart(
  text: string,
  position: number,
  year: number | null,
  alone: boolean,
): YearPartMatch | null {
  let from = position;
  if (!alone) {
    COMMA_DAY.lastIndex = position;
    if (COMMA_DAY.test(text)) from = COMMA_DAY.lastIndex;
  }
  for (const form of alone ? ALONE : FORMS) {
    form.pattern.lastIndex = from;
    const match = form.pattern.exec(text);
    const part = match && form.read(match, text, year);
    if (part) return part;
  }
  return null;
}

function firstOrLastDays(first: boolean, count: number, year: number): YearPart | null {
  if (count < 1 || count > 366) return null;
  const edge: Day = first ? { year, month: 1, day: 1 } : { year, month: 12, day: 31 };
  const other = addDays(edge, first ? count - 1 : 1 - count);
  const unit = count === 1 ? 'day' : 'part';
  return first ? { from: edge, to: other, unit } : { from: other, to: edge, unit };
}
