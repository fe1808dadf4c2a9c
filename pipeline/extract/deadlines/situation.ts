import { enclosuresAt } from '../../annotate/marks.js';
import { timesIn } from '../../annotate/times.js';
import { TIME_LABELS } from '../../lexicon/data/field-labels.js';
import { USUAL_LABEL, USUAL_WORD } from '../../lexicon/responsibility.js';
import { alternation } from '../../lexicon/vocabulary.js';
import type { Passage } from '../../model/passage.js';
import type { TimeExpression } from '../../values/times/index.js';
import { closesBodies } from './closes-bodies.js';
import type { DeadlineContext } from './context.js';

/** A time and the words around it, as the rules of deadlines look at it. */
export interface Situation {
  readonly time: TimeExpression;
  /** The words before the time, back to the time before it, the paragraph's beginning or 24 characters. */
  readonly before: string;
  /** The words of its own clause before the time, up to 60. */
  readonly lead: string;
  /** The words behind the time to the sentence's end, up to 160. */
  readonly after: string;
  /** Those of its own clause. */
  readonly clauseAfter: string;
  /** The time opens its clause, but for words of aim and duty: 力争2023年, 应于6月底前. */
  readonly opensClause: boolean;
  /** What a label says the time is: 时限要求, 完成时限, 活动时间; null where none stands before it. */
  readonly label: string | null;
  /** In a responsibility clause: （责任单位：…；持续推进）. */
  readonly inClause: boolean;
  /** Closes a bracket that holds bodies, their labels and roles alone: （县教育局、县财政局，2026年8月25日）. */
  readonly behindBodies: boolean;
  /** In a title or a name in quotation marks. */
  readonly inName: boolean;
  /** A bare month in a sentence that spoke of every year: 每年2月底前完成A，3月底前完成B. */
  readonly yearly: boolean;
  /** Behind it stands a date of the same kind that has a limit: 6月10日、【10月10日前】. */
  readonly sharesLimit: boolean;
  readonly context: DeadlineContext;
}

const BEFORE = 24;
const LEAD = 60;
const AFTER = 160;
const LONGEST_CLAUSE = 400;
/** A sentence that speaks of every year speaks of it so far. */
const YEARLY = 200;

const CLAUSE_EDGE = '(?:^|[，。；：、！？!?,;:.（()）〔〕\\[\\]》】”\\s—-]|[①-⑳])';
/** Words of aim, duty and manner that may stand between the clause's edge and its time. */
const AIMS =
  '力争|争取|确保|保证|计划|预计|实现|努力|全力|力促|推动|推进|务必|必须|原则上|同时|并|且|其中|再|到|要|应当?|须|需|请|可|将|于|在|从|至少|最迟|最晚|截至|最终|分别|统一|均|不迟于|不晚于';
const OPENS = new RegExp(`${CLAUSE_EDGE}(?:${AIMS}){0,4}$`);

const TIME_NOUN = `(?:${alternation(TIME_LABELS)}|期|时段|时序)(?:要求|安排|节点|目标|进度)?`;
/** Before what a label without a colon says: 截止时间为, 执行期限暂定. */
const TIME_OF =
  '完成|办结|竣工|开工|通车|投用|建成|交付|启动|规划|截止|终止|起止|执行|施行|实施|政策|适用|活动|建设|报名|申报|报送|受理|征集|公示|缓缴|延后|延长';
const LABEL = new RegExp(
  `([一-龥]{0,6}${TIME_NOUN})\\s*[：:]\\s*$|((?:${TIME_OF})+${TIME_NOUN})\\s*(?:(?:暂?定)?[为是在]|暂定|原则上为)\\s*$`,
);
/** A label that its value follows at once, in a list or a bracket: （县工信局，完成时限2025-06-30）. */
const BARE_LABEL = new RegExp(`${CLAUSE_EDGE}((?:${TIME_OF})+${TIME_NOUN}|时限(?:要求)?)\\s*$`);
const VALUE_ENDS = /^\s*(?:$|[，。；、,;）)】\]])/;

const CLAUSE_WORD = new RegExp(`${USUAL_WORD}|${USUAL_LABEL}|(?:单位|部门)[：:]`);
const CLAUSE_MARK = /[，,。；;：:！!？?\n]/;
const SENTENCE_MARK = /[。；;！!？?\n]/;
/** 每人每年3万元的标准, 按照每年不低于10%的比例, 每年补贴300元: how much a year, not when. */
const RATE = /(?:每[人户家亩个名台套辆座场校村]|按照?)$/;
const RATE_BEHIND =
  /^(?:给予|发放)?(?:补贴|补助|奖励|资助)?(?:不低于|不少于|不超过|最高)?[\d.]+(?:万|亿)?元/;
/** 、10月10日前; 和年底前. */
const LIST = /^[、和及与，]\s{0,2}$/;

/** Every time of a passage with the words around it, in the order of the text. */
export function situationsIn(passage: Passage, context: DeadlineContext): Situation[] {
  const { documentYear: year, issuedOn: issued = null } = context;
  const times = timesIn(passage, { year, issued });
  const { reading, breaks } = passage;
  let paragraph = 0;
  let yearly: { every: string; end: number } | null = null;
  const situations = times.map((time, index): Situation => {
    while (paragraph < breaks.length && breaks[paragraph]! <= time.start) paragraph++;
    const from = paragraph === 0 ? 0 : breaks[paragraph - 1]!;
    const to = breaks[paragraph] ?? reading.length;
    const previous = times[index - 1] ?? null;
    const whole = reading.slice(Math.max(from, time.start - LEAD), time.start);
    const behind = time.bound === 'before' ? behindRemark(reading, time.end) : time.end;
    const after = upTo(reading.slice(behind, Math.min(to, behind + AFTER)), SENTENCE_MARK);
    const sameSentence =
      yearly !== null &&
      time.start - yearly.end <= YEARLY &&
      !SENTENCE_MARK.test(reading.slice(yearly.end, time.start));
    const isRate = RATE.test(whole) || RATE_BEHIND.test(after);
    if (time.kind === 'recurring' && time.every === 'P1Y' && !isRate) {
      yearly = { every: time.every, end: time.end };
    } else if (!sameSentence) yearly = null;
    const around = enclosuresAt(passage, time.start);
    const bracket = around.find(({ kind }) => kind === 'bracket');
    return {
      time,
      before: reading.slice(Math.max(from, previous?.end ?? 0, time.start - BEFORE), time.start),
      lead: behindLast(whole),
      after,
      clauseAfter: upTo(after, CLAUSE_MARK),
      opensClause: OPENS.test(whole.slice(-BEFORE)),
      label: labelOf(whole.slice(-BEFORE), time, after),
      inClause:
        bracket !== undefined &&
        CLAUSE_WORD.test(
          reading.slice(Math.max(bracket.start, time.start - LONGEST_CLAUSE), time.start),
        ),
      behindBodies:
        bracket !== undefined &&
        bracket.end === time.end + 1 &&
        closesBodies(reading, bracket.start, time.start),
      inName: around.some(({ kind, end }) => kind !== 'bracket' && end - time.start <= LEAD),
      yearly: yearly !== null && time.kind !== 'recurring' && time.year_basis !== 'explicit',
      sharesLimit: sharesLimit(reading, times, index),
      context,
    };
  });
  return withLists(reading, situations);
}

/**
 * 6月底、9月底支出进度分别达到…: each of several bare times has the words before the first of them and
 * those behind the last.
 */
function withLists(reading: string, situations: readonly Situation[]): Situation[] {
  const whole = [...situations];
  const joins = (index: number): boolean => {
    const [one, other] = [situations[index]?.time, situations[index + 1]?.time];
    return (
      one !== undefined &&
      other !== undefined &&
      one.bound === null &&
      other.bound === null &&
      one.unit === other.unit &&
      other.start - one.end <= 2 &&
      /^[、和及与]\s?$/.test(reading.slice(one.end, other.start))
    );
  };
  for (let index = whole.length - 2; index >= 0; index--) {
    const { after, clauseAfter } = whole[index + 1]!;
    if (joins(index)) whole[index] = { ...whole[index]!, after, clauseAfter };
  }
  for (let index = 1; index < whole.length; index++) {
    const { before, lead, opensClause } = whole[index - 1]!;
    if (joins(index - 1)) whole[index] = { ...whole[index]!, before, lead, opensClause };
  }
  return whole;
}

/** 8月31日前（遇节假日顺延）完成: a remark on the day. */
const REMARK = /\s{0,3}[（(][^（）()]{1,40}[）)](?=[^，。；：、\s])/y;

function behindRemark(reading: string, position: number): number {
  REMARK.lastIndex = position;
  return REMARK.test(reading) ? REMARK.lastIndex : position;
}

function labelOf(before: string, time: TimeExpression, after: string): string | null {
  if (!/[：:为是在定]\s*$/.test(before)) {
    const isWhole = time.bound === null && VALUE_ENDS.test(after);
    return isWhole ? (BARE_LABEL.exec(before)?.[1] ?? null) : null;
  }
  const match = LABEL.exec(before);
  return match ? (match[1] ?? match[2]!) : null;
}

function upTo(text: string, mark: RegExp): string {
  const end = text.search(mark);
  return end < 0 ? text : text.slice(0, end + 1);
}

function behindLast(text: string): string {
  for (let at = text.length - 1; at >= 0; at--) {
    if (CLAUSE_MARK.test(text[at]!)) return text.slice(at + 1);
  }
  return text;
}

/** 6月10日、10月10日前; 3月、6月、9月底前: so many days at most have one limit. */
const LONGEST_LIST = 12;

function sharesLimit(text: string, times: readonly TimeExpression[], index: number): boolean {
  for (let at = index; at < index + LONGEST_LIST; at++) {
    const [time, next] = [times[at]!, times[at + 1]];
    if (time.bound !== null || next === undefined || next.start - time.end > 12) return false;
    const between = text.slice(time.end, next.start);
    if (next.bound === 'before') {
      return LIST.test(between) || /^[、和及与][^，。；]{2,11}$/.test(between);
    }
    if (!/^、\s{0,2}$/.test(between)) return false;
  }
  return false;
}
