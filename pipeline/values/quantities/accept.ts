import type { Amount } from './amount.js';
import type { ComparisonAround } from './comparison.js';
import { isGluedAfter, isGluedBefore } from './skip.js';

/** An amount where it stands, for deciding whether it is a quantity at all. */
export interface Candidate {
  /** The text in plain numerals, and as printed. */
  readonly plain: string;
  readonly original: string;
  readonly amount: Amount;
  readonly around: ComparisonAround;
}

/** Says why a number is no quantity: true is a refusal. */
type Refusal = (candidate: Candidate) => boolean;

const SINGLE_HAN = /^[零一二三四五六七八九十]$/;
const HAN_DIGITS = /^[零一二三四五六七八九十百千万亿兆点廿卅]+$/;
const ARABIC_YEAR = /^(?:19|20)\d{2}$/;

const writtenOf = ({ plain, amount }: Candidate): string => plain.slice(amount.start, amount.end);
const isWhole = ({ plain, amount }: Candidate): boolean =>
  /^[\s"“]*$/.test(plain.slice(0, amount.start)) &&
  /^[\s"”。，,；;]*$/.test(plain.slice(amount.end));

/** 2023版, GB28001, “8+4”, 〔2023〕12号. */
const partOfCode: Refusal = ({ plain, amount }) =>
  amount.unit === null
    ? isGluedBefore(plain, amount.start) || isGluedAfter(plain, amount.end)
    : /[A-Za-z+×*]/.test(plain[amount.start - 1] ?? '') &&
      !/[A-Za-z]{2}$/.test(plain.slice(0, amount.start).slice(-2));

/** 1.推进, （3）, 2、建设: labels of items, and bare years. */
const label: Refusal = (candidate) => {
  const { plain, amount, around } = candidate;
  if (amount.kind !== null || amount.scale !== '' || amount.form !== 'plain') return false;
  if (around.comparison !== null || isWhole(candidate)) return false;
  const before = plain[amount.start - 1];
  const after = plain[amount.end];
  if (/[（([［]/.test(before ?? '')) return /[）)\]］]/.test(after ?? '');
  const opens = before === undefined || /[\n。；;]/.test(before);
  if (opens && after !== undefined && /[.．、)）《]/.test(after)) return true;
  const next = plain[amount.end + 1] ?? '';
  return after === '.' && !/\d/.test(next);
};

const bareYear: Refusal = (candidate) =>
  candidate.amount.unit === null &&
  ARABIC_YEAR.test(writtenOf(candidate)) &&
  (candidate.around.comparison === null || candidate.around.comparison === '=') &&
  !isWhole(candidate);

/** Telephone numbers and codes: seven figures and more without commas or a unit. */
const longCode: Refusal = (candidate) =>
  candidate.amount.unit === null &&
  /^\d{7,}$/.test(writtenOf(candidate)) &&
  candidate.around.comparison === null &&
  !isWhole(candidate);

/** 统一, 十分, 二是, 四川: Chinese digits without a measure word are words, unless compared. */
const wordOfDigits: Refusal = (candidate) => {
  const { amount, around, plain } = candidate;
  if (amount.form !== 'plain' && amount.form !== 'estimate') return false;
  if (amount.kind !== null || isWhole(candidate)) return false;
  if (!HAN_DIGITS.test(writtenOf(candidate))) return false;
  if (around.end > amount.end) return false;
  const compared = amount.start - around.start >= 2 && around.comparison !== null;
  return !compared || (amount.end - amount.start < 2 && /[一-鿿]/.test(plain[amount.end] ?? ''));
};

/** “315”, “5211”: a bare number in quotation marks is a name. */
const quotedName: Refusal = ({ plain, amount }) =>
  amount.unit === null &&
  /[“"「]/.test(plain[amount.start - 1] ?? '') &&
  /[”"」]/.test(plain[amount.end] ?? '');

/** 百亿级, 千万级: a class of size. */
const sizeClass: Refusal = ({ amount }) => /[万亿]级$/.test(amount.unit ?? '');

/** 施工至正负零, ±0.000: a level of the ground. */
const groundLevel: Refusal = ({ plain, amount }) =>
  /[正±]$/.test(plain.slice(0, amount.start)) && Math.abs(amount.value) < 0.001;

/** 翻一番 doubles; 一番事业 counts nothing. */
const bareDoubling: Refusal = ({ amount, around, plain }) =>
  amount.unit === '番' && !plain.slice(around.start, amount.start).startsWith('翻');

/** 零部件, 零门槛, 零周期. */
const zeroWord: Refusal = (candidate) =>
  candidate.plain[candidate.amount.start] === '零' &&
  candidate.amount.value === 0 &&
  !isWhole(candidate);

/** 统一个, 每一项, 一批, 一次性, 三市: one Chinese digit before a noun or in a set phrase. */
const setPhrase: Refusal = (candidate) => {
  const { amount, around, plain } = candidate;
  if (amount.unit === null || amount.form !== 'plain') return false;
  // 不少于一次: what is compared is counted.
  const compared = amount.start - around.start >= 2 && around.comparison !== null;
  if (compared && /^一次(?!性)/.test(plain.slice(amount.start, amount.start + 3))) return false;
  const number = plain.slice(amount.start, amount.start + 1);
  const single =
    SINGLE_HAN.test(number) && !HAN_DIGITS.test(plain.slice(amount.start, amount.start + 2));
  if (!single || isWhole(candidate)) return false;
  if (amount.kind === 'noun') return true;
  if (number !== '一' || amount.scale !== '') return false;
  return (
    /[统同单唯专进第万另某每任逐新这那之哪]/.test(plain[amount.start - 1] ?? '') ||
    /^一(?:批|级|类|种|条龙|件事|张[表网图单]|次性?|把手|体|套|部分|名叫|位|日|道|起|本|对|支|把|片|副|层|环|组|声|集|首|回|方|字|代|轮)/.test(
      plain.slice(amount.start, amount.start + 4),
    )
  );
};

/** 收拾, 陆地, 放肆: a financial digit alone is a word. */
const financialWord: Refusal = (candidate) => {
  const { original, amount } = candidate;
  if (!/[壹贰貳叁參参肆伍陆陸柒捌玖拾佰仟]/.test(original[amount.start]!)) return false;
  const next = candidate.plain[amount.start + 1] ?? '';
  return (
    !/[零一二三四五六七八九十百千万亿点元]/.test(next) &&
    !isWhole(candidate) &&
    amount.kind !== 'share'
  );
};

/** 第三条, 第250名. */
const ordinal: Refusal = ({ plain, amount }) => plain[amount.start - 1] === '第';

/** 十四五, 三五百 that is no estimate, 1.2.3: figures are left over after the numeral. */
const leftOver: Refusal = (candidate) => {
  const { plain, amount } = candidate;
  if (amount.unit !== null) return false;
  return (
    /^(?:[零一二三四五六七八九十百千万亿兆几]|\.\d|分之)/.test(
      plain.slice(amount.end, amount.end + 2),
    ) && !isWhole(candidate)
  );
};

/** 数百万, 几十家, 好几千: the numeral is the tail of a vague one. */
const vague: Refusal = ({ plain, amount }) =>
  /[几数]/.test(plain[amount.start - 1] ?? '') && /^[十百千万亿]/.test(plain[amount.start]!);

/** 第一节  规划原则 ........ 1: the page in a list of contents. */
const pageInContents: Refusal = ({ plain, amount }) =>
  /^(?:[.．·…‥]){2}$/.test(plain.slice(Math.max(0, amount.start - 2), amount.start)) ||
  plain[amount.start] === '.';

/** 学前三年毛入园率, 九年义务教育: years of school are part of a name. */
const yearsOfSchool: Refusal = ({ plain, amount, around }) =>
  amount.unit === '年' &&
  around.comparison === null &&
  (/学前(?:教育)?$/.test(plain.slice(0, amount.start)) ||
    /^制?义务教育/.test(plain.slice(amount.end, amount.end + 5)));

/** PM10年均浓度: the figures belong to the letters before them. */
const particleSize: Refusal = ({ plain, amount }) => /PM$/i.test(plain.slice(0, amount.start));

/** In this order; the first that holds refuses the number. */
const REFUSALS: readonly Refusal[] = [
  ordinal,
  pageInContents,
  vague,
  partOfCode,
  label,
  bareYear,
  longCode,
  leftOver,
  financialWord,
  wordOfDigits,
  setPhrase,
  zeroWord,
  bareDoubling,
  groundLevel,
  sizeClass,
  quotedName,
  yearsOfSchool,
  particleSize,
];

/** Whether an amount is a quantity and not a label, a code, a year or part of a word. */
export function isQuantity(candidate: Candidate): boolean {
  return !REFUSALS.some((refuses) => refuses(candidate));
}
