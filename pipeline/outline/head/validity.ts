import type { Passage } from '../../model/passage.js';
import { dateOfLine } from './date-line.js';
import type { Blocks } from './document-head.js';
import { titleLikeness } from './squeeze.js';

/** A sentence that says since when, until when or how long a document holds, or what it abolishes. */
export interface ValiditySentence {
  readonly passage: Passage;
  readonly reading: string;
}

const SPEAKS_OF_VALIDITY = /(?:施行|实施|执行|生效|试行|有效期|废止|失效|为止|日止)/;
const LONGEST_SENTENCE = 1200;

/** The sentences of a notice that may say so, in order; others are passed over at once. */
export function validitySentences(blocks: Blocks): ValiditySentence[] {
  const found: ValiditySentence[] = [];
  for (const { passage, kind } of blocks) {
    if (kind === 'table' || !SPEAKS_OF_VALIDITY.test(passage.reading)) continue;
    const { reading } = passage;
    for (let start = 0; start < reading.length; ) {
      const stop = reading.indexOf('。', start);
      const end = stop < 0 ? reading.length : stop + 1;
      const part = passage.slice(start, end);
      if (part.length <= LONGEST_SENTENCE && SPEAKS_OF_VALIDITY.test(part.reading)) {
        found.push({ passage: part, reading: part.reading });
      }
      start = end;
    }
  }
  return found;
}

const DAY = '(?:19|20)\\d{2}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日';
/** What a sentence may say it of: the document itself, by 本办法, its title, or no word at all. */
const SUBJECT =
  '(?:(?:本|该|此|上述|以上|新修订的)[^，。；：]{1,40}?|(?:现予)?(?:公布|发布|印发)(?:施行)?|《[^》]{2,80}》[^，。；：]{0,12}?|)';
const OPENS =
  '(?:^(?:\\d{1,2}(?:[.．]\\d{1,2}){0,3}[.．、]?)?|[，,。；：）)\\s、]|公布|发布|印发|通过|第[一二三四五六七八九十百]{1,5}条\\s*|施行日期|生效日期|实施时间|执行时间)\\s*';
const HOLDS = '(?:正式|开始|起|均|一律)?(?:施行|实施|执行|生效|试行|实行)(?!以来|之前|前|后|的)';
const COUNT = '\\d{1,3}|[一二三四五六七八九十]{1,3}';
const laterBy = (count: string) => `(?:满?${count}\\s*(?:日|天|个自然日)(?:之?后|起))?`;
/** Behind a comma an act on something is none: `从2019年1月1日起，实施三年百万青年见习计划`. */
const IN_FORCE = new RegExp(
  `${OPENS}(${SUBJECT})(?:自|从|于|在)?(?:(${DAY})|(?:印发|公布|发布|发文|颁布|下发|签发|发出|印发公布)之?日)(?:之日)?(?:（(${DAY})）)?(?:起|开始|后)?(?:[，,](?=${laterBy(`(?:${COUNT})`)}${HOLDS}(?![\\u4e00-\\u9fff])))?${laterBy(`(${COUNT})`)}${HOLDS}`,
);
const WINDOW = new RegExp(
  `(?:自|从|为)?(${DAY})(?:之日)?(?:起)?(?:施行|实施|执行)?[，,]?(?:有效期)?(?:至|—|－|-|–|到)(${DAY})`,
);
const UNTIL = new RegExp(
  `(?:有效期限?|执行[期时]限?|实施[期时]限?|施行期限?|试行期限?|期限|有效|执行|施行|实施)(?:为|是)?(?:暂定)?(?:延长|延续|截止|截|持续)?(?:至|到)(${DAY})`,
);
/** `本政策有效期自发布之日起至2023年12月31日止`, `本政策自实施之日起至2023年5月4日止`. */
const FROM_ITS_DAY = new RegExp(
  `本[\\u4e00-\\u9fff]{1,10}?(?:有效期|执行期|实施期)?限?(?:为)?[自从]?(?:印发|公布|发布|发文|实施|施行|执行)之?日(?:之日)?起?(?:施行|实施|执行)?[，,]?(?:有效期)?(?:至|到|—)(${DAY})(?!(?:（[^（）]{1,6}）)?(?:期间|新?购|签|办理|缴))`,
);
/** `自2022年12月26日起施行，2027年12月25日废止`. */
const ENDS_ON = new RegExp(
  `起(?:施行|实施|执行)[，,；]?(?:并)?(?:于|至|到)?(${DAY})(?:起)?(?:自行|自动)?(?:废止|失效|终止|停止执行)`,
);
/** An end that only some of its articles have. */
const PARTIAL =
  /第[一二三四五六七八九十百、\d条和至]{1,20}条[^，。；]{0,16}(?:有效期|暂定|实施至|执行至)/;
const SAYS_WINDOW =
  /(?:有效期|执行期|实施期|施行期|执行时间|实施时间)限?(?:暂定)?(?:为|是|从|自|一年|1年|两年|2年)?(?=[^，。；]{0,8}(?:19|20)\d{2})/;
const LASTS =
  /(?:有效期限?|执行期限?|实施期限?|施行期限?|试行期限?|试行期|政策期限|，试行)(?:暂定)?(?:为|是)?(?:自[^，。；]{2,12}起)?[，,]?(\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(年|月)/;
const OF_ITSELF =
  /本(?:办法|规定|条例|细则|实施|通知|意见|方案|措施|政策|决定|规则|公告|通告|行动|若干|指引|指南|制度|规程|标准|计划|文件|规范|《)|(?:印发|公布|发布|发文|颁布)之?日|起(?:正式)?(?:施行|实施|执行|生效)|^\s*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]{1,5}条)?\s*有效期/;

/** A date, or what stands for it: `issue` where the sentence says 自印发之日起, and so many days later. */
export type Since = { readonly date: string } | { readonly basis: 'issue'; readonly days: number };

/** Since when a sentence says that the document holds; null where it does not say so. */
export function sinceWhen({ reading }: ValiditySentence, titles: readonly string[]): Since | null {
  const match = IN_FORCE.exec(reading);
  if (!match || !isOwn(match[1]!, reading.slice(0, match.index), titles)) return null;
  const day = match[2] ?? match[3];
  if (day) {
    const date = dateOfLine(day);
    return date === null ? null : { date };
  }
  return { basis: 'issue', days: match[4] === undefined ? 0 : countOf(match[4]) };
}

/** The first day of a window in which a sentence says that the document holds: `有效期为…至…`. */
export function windowStart(sentence: ValiditySentence): string | null {
  const { reading } = sentence;
  if (!OF_ITSELF.test(reading) || !SAYS_WINDOW.test(reading)) return null;
  const match = WINDOW.exec(reading.slice(reading.search(SAYS_WINDOW)));
  return match ? dateOfLine(match[1]!) : null;
}

/** `《X》自…起施行` is the document's own where X is its title or what it carries or publishes. */
function isOwn(subject: string, before: string, titles: readonly string[]): boolean {
  const quoted = /^《([^》]+)》/.exec(subject)?.[1];
  if (quoted === undefined) return !/(?:根据|按照|依据|依照)《[^》]*》$/.test(before);
  return titles.some((title) => titleLikeness(title, quoted) > 0.8);
}

/** The last day on which a sentence says that the document holds. */
export function untilWhen({ reading }: ValiditySentence): string | null {
  if (!OF_ITSELF.test(reading) || PARTIAL.test(reading)) return null;
  const until =
    FROM_ITS_DAY.exec(reading)?.[1] ??
    UNTIL.exec(reading)?.[1] ??
    ENDS_ON.exec(reading)?.[1] ??
    windowEnd(reading);
  return until === undefined ? null : dateOfLine(until);
}

function windowEnd(reading: string): string | undefined {
  if (SAYS_WINDOW.test(reading))
    return WINDOW.exec(reading.slice(reading.search(SAYS_WINDOW)))?.[2];
  if (!/^.{0,24}?本[\u4e00-\u9fff]{1,12}(?:有效期|执行|实施|施行|自)|有效期/.test(reading))
    return undefined;
  return WINDOW.exec(reading)?.[2];
}

const HAN = '一二三四五六七八九';

/** How long a sentence says that the document holds, `P3Y`. */
export function howLong({ reading }: ValiditySentence): string | null {
  if (!OF_ITSELF.test(reading)) return null;
  const match = LASTS.exec(reading);
  if (!match) return null;
  const count = countOf(match[1]!);
  return count > 0 ? `P${count}${match[2] === '年' ? 'Y' : 'M'}` : null;
}

const countOf = (text: string): number => (/^\d/.test(text) ? Number(text) : hanNumber(text));

function hanNumber(text: string): number {
  if (text === '两') return 2;
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (part: string): number => HAN.indexOf(part) + 1;
  return text.includes('十')
    ? (tens === '' ? 1 : digit(tens!)) * 10 + (ones === '' ? 0 : digit(ones!))
    : digit(text);
}
