import { circled, fullWidth, letters, roman } from './number-signs.js';

const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

type Formatter = (value: number) => string;

/** Number formats of Word (ST_NumberFormat, ISO/IEC 29500-1 17.18.59) that Chinese files use. */
const FORMATS: Readonly<Record<string, Formatter>> = {
  decimal: String,
  decimalHalfWidth: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: (value) => sign(0x2488, 20, value) ?? `${value}.`,
  decimalEnclosedParen: (value) => sign(0x2474, 20, value) ?? `(${value})`,
  numberInDash: (value) => `- ${value} -`,
  ordinal: (value) => `${value}${ordinalEnd(value)}`,
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  upperLetter: letters,
  lowerLetter: (value) => letters(value).toLowerCase(),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  koreanCounting: counting,
  ideographDigital: (value) => digitByDigit(value),
  taiwaneseDigital: (value) => digitByDigit(value),
  japaneseDigitalTenThousand: (value) => digitByDigit(value),
  chineseLegalSimplified: (value) => counted(value, LEGAL_DIGITS, '拾佰仟', '万'),
  ideographLegalTraditional: (value) => counted(value, LEGAL_DIGITS, '拾佰仟', '万'),
  ideographTraditional: (value) => STEMS[value - 1] ?? String(value),
  ideographZodiac: (value) => BRANCHES[value - 1] ?? String(value),
  ideographZodiacTraditional: (value) =>
    value < 1 ? String(value) : `${STEMS[(value - 1) % 10]}${BRANCHES[(value - 1) % 12]}`,
  ideographEnclosedCircle: (value) => sign(0x3280, 10, value) ?? counting(value),
  none: () => '',
};

/** A list number as Word shows it: 3 in `chineseCounting` is 三; formats not known are decimal. */
export function formatNumber(value: number, format: string): string {
  return (FORMATS[format] ?? String)(value);
}

/** 二十一, 一百零五, 一千; the 一 of 一十 is left out below 20. */
function counting(value: number): string {
  const words = counted(value, DIGITS.replace('〇', '零'), '十百千', '万');
  return value >= 10 && value < 20 ? words.slice(1) : words;
}

/** @param ranks signs of ten, a hundred and a thousand */
function counted(value: number, digits: string, ranks: string, tenThousand: string): string {
  if (value === 0) return digits[0]!;
  if (value < 0 || value >= 100_000_000) return String(value);
  if (value >= 10_000) {
    const rest = value % 10_000;
    const gap = rest > 0 && rest < 1000 ? digits[0] : '';
    const end = rest > 0 ? counted(rest, digits, ranks, tenThousand) : '';
    return `${counted(Math.floor(value / 10_000), digits, ranks, tenThousand)}${tenThousand}${gap}${end}`;
  }
  let words = '';
  let gap = false;
  for (let rank = 3; rank >= 0; rank--) {
    const digit = Math.floor(value / 10 ** rank) % 10;
    if (digit === 0) gap = words !== '';
    else {
      words += `${gap ? digits[0] : ''}${digits[digit]}${rank > 0 ? ranks[rank - 1] : ''}`;
      gap = false;
    }
  }
  return words;
}

/** 二〇 for 20. */
function digitByDigit(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)]!);
}

/** The sign of a row of signs that begins with that of 1; null past its end. */
function sign(first: number, count: number, value: number): string | null {
  return value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : null;
}

function ordinalEnd(value: number): string {
  if (value % 100 >= 11 && value % 100 <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th';
}
