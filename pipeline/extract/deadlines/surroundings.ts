import type { TimeExpression } from '../../values/times/index.js';

/** A time and the words around it, as the rules of deadlines look at it. */
export interface Surroundings {
  readonly time: TimeExpression;
  /** Up to 24 characters before the time, none of them of the time before. */
  readonly before: string;
  /** Up to 40 characters behind the time. */
  readonly after: string;
  /** The time opens its clause, but for words of aim and duty: 力争2023年, 应于6月底前. */
  readonly opensClause: boolean;
  /** What a label says the time is: 时限要求, 完成时限, 活动时间; null where none stands before it. */
  readonly label: string | null;
  /** In a responsibility clause: （责任单位：…；持续推进）. */
  readonly inClause: boolean;
  /** In a title or a name in quotation marks. */
  readonly inName: boolean;
  /** A bare month in a sentence that spoke of every year: 每年2月底前完成A，3月底前完成B. */
  readonly yearly: boolean;
  readonly documentYear: number | null;
}

const BEFORE = 24;
const AFTER = 40;

const CLAUSE_EDGE = '(?:^|[，。；：、！？!?,;:.（()）〔〕\\[\\]》】”\\s—-]|[①-⑳])';
/** Words of aim, duty and manner that may stand between the clause's edge and its time. */
const AIMS =
  '力争|争取|确保|保证|计划|预计|实现|努力|全力|力促|推动|推进|务必|必须|原则上|同时|并|且|其中|再|到|要|应当?|须|需|请|可|将|于|在|从|至少|最迟|最晚|截至|最终|分别|统一|均';
const OPENS = new RegExp(`${CLAUSE_EDGE}(?:${AIMS}){0,4}$`);

const LABEL =
  /((?:完成|办理|办结|推进|整改|工作|落实|实施|活动|执行|建设|目标|责任|起止|计划|时间)?(?:时限|期限|时间|进度|时段|时序)(?:要求|安排|节点|目标|进度)?)\s*[：:]\s*$/;

const CLAUSE_WORD = /责任|牵头|负责|配合|落实单位|单位[：:]|部门[：:]/;
const LONGEST_CLAUSE = 400;

/** The words around a time. `previous` is the time before it in the text. */
export function surroundingsOf(
  text: string,
  time: TimeExpression,
  previous: TimeExpression | null,
  inName: boolean,
  documentYear: number | null,
): Surroundings {
  const before = text.slice(Math.max(previous?.end ?? 0, time.start - BEFORE), time.start);
  const whole = text.slice(Math.max(0, time.start - BEFORE), time.start);
  return {
    time,
    before,
    after: text.slice(time.end, time.end + AFTER),
    opensClause: OPENS.test(whole),
    label: LABEL.exec(whole)?.[1] ?? null,
    inClause: isInClause(text, time),
    inName,
    yearly:
      previous?.every === 'P1Y' &&
      time.year_basis !== 'explicit' &&
      !/[。；]/.test(text.slice(previous.end, time.start)),
    documentYear,
  };
}

export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

const NAME = /《[^《》]{1,80}(?:《[^《》]{1,80}》[^《》]{0,40})?》|“[^“”]{1,40}”|<[^<>]{2,60}>/g;

/** Titles in 《》 and names in “”, offsets in the text. */
export function namesIn(text: string): NameSpan[] {
  const names: NameSpan[] = [];
  for (const match of text.matchAll(NAME)) {
    names.push({ start: match.index, end: match.index + match[0].length });
  }
  return names;
}

/** True where an open bracket before the time also holds who is responsible. */
function isInClause(text: string, time: TimeExpression): boolean {
  const before = text.slice(Math.max(0, time.start - LONGEST_CLAUSE), time.start);
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    const character = before[at]!;
    if (character === '）' || character === '〕' || character === ']') depth++;
    else if (character === '（' || character === '〔' || character === '[') {
      if (depth === 0) return CLAUSE_WORD.test(before.slice(at));
      depth--;
    }
  }
  return false;
}
