import { NAME_STOPS } from '../../lexicon/data/name-stops.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import { alternation } from '../../lexicon/vocabulary.js';
import { append } from '../../model/append.js';
import { groupLength } from './group-of-places.js';
import { type NameSpan, splitNames } from './names.js';

const LONGEST_LIST = 160;
/** No stop is longer, with what stands around it. */
const LONGEST_STOP = 20;
/** Words that end a run of names: what the bodies do, or other bodies that they do it with. */
const STOP = new RegExp(`[，。；：“《》]|${alternation(NAME_STOPS)}`);
/** Bodies too general to be told: `由相关部门分别依法办理`. */
const VAGUE =
  /^(?:各)?(?:相关|有关)(?:处室|科室)|^(?:各)?(?:相关|有关|其他|其它|上述|该|本|属地|所在地|当地|行业)?(?:部门|单位|机构|地方|主管部门|企业|行业|机关)$|^(?:领导小组|工作组|专班|工作专班|协调小组)$/;

/** Whether a run of words does more than name bodies. */
export const hasVerb = (run: string): boolean => run.includes('由') || STOP.test(run);

/** Bodies told by what they do: `由司法部门牵头`, `由县（市、区）行政执法主体实施`. */
const BY_FUNCTION =
  /^(?!.*(?:[或与及等的]|[跨多]部门|探索|建立|创新|推动|推进|完善|提升|优化))[一-龥（）、]{2,16}(?:部门|机关|执法主体)$/;
/** Parties to a business, whom a verb gives a part in it but no public duty. */
const PARTY = /(?:商业银行|企业|主办方|组委会)$/;

export const isBody = (name: string): boolean =>
  looksLikeUnit(name) || name === '行政机构' || (BY_FUNCTION.test(name) && !hasVerb(name));

/** Whether all names of a run could be bodies' and one of them surely is. */
function areBodies(reading: string, names: readonly NameSpan[]): boolean {
  const words = names.map(({ start, end }) => reading.slice(start, end));
  return (
    words.some(isBody) &&
    words.every((name) => isBody(name) || /[委局厅办部院处]$|部门$/.test(name))
  );
}

export const isVague = (name: string): boolean => VAGUE.test(name);

/** The longest run of bodies' names that begins at `from`; empty where none begins there. */
export function leadingNames(reading: string, from: number): NameSpan[] {
  const limit = Math.min(reading.length, from + LONGEST_LIST);
  const stop = reading.slice(from, limit + LONGEST_STOP).search(STOP);
  const end = stop < 0 ? limit : Math.min(limit, from + stop);
  const found: NameSpan[] = [];
  let start = from;
  for (;;) {
    const group = groupLength(reading, start);
    const stop = nextSeparator(reading, start + group, end);
    const whole = reading.slice(start, stop);
    const joined = splitNames(reading, start, stop).names;
    if (joined.length > 1 && areBodies(reading, joined)) {
      append(found, joined);
      if (stop >= end) break;
      start = stop + 1;
      continue;
    }
    const length = stop < end && isBody(whole) ? whole.length : longestUnit(whole);
    if (length === 0) break;
    found.push({ start, end: start + length });
    if (start + length < stop || stop >= end) break;
    start = stop + 1;
  }
  return found.filter(({ start: from, end: to }) => {
    const name = reading.slice(from, to);
    return !isVague(name) && !PARTY.test(name);
  });
}

function nextSeparator(reading: string, from: number, end: number): number {
  let depth = 0;
  for (let position = from; position < end; position++) {
    const character = reading[position]!;
    if (character === '（') depth++;
    else if (character === '）') depth--;
    else if (character === '、' && depth <= 0) return position;
  }
  return end;
}

const UNIT_CLOSE = /[商委局厅办部院会司署处科组团府心司行关队所构位门区县市乡镇街道地联社班体）]/;

/** A word that only begins as a name ends: 由有关部门出具处|理意见, 市教育局局|长, 市国资委会|同. */
const GOES_ON =
  /[局厅部处区县市]长|处[理置罚分]|会[议计同商诊]|部署|办[理法结事件证]|司法|科[学技普]|组[织建成]|社[会保区]|所[有需属]|关[于系注键]|位[于置]|团结|市场|地[区方块]|乡[村镇贤]|[乡镇]长|镇[村街区域]|街[道区镇]|道[路德]/;

/** Length of the longest head of `text` that reads as a body's name; 0 where none does. */
function longestUnit(text: string): number {
  for (let length = Math.min(text.length, 24); length >= 2; length--) {
    if (!UNIT_CLOSE.test(text[length - 1]!)) continue;
    if (GOES_ON.test(text.slice(length - 1, length + 1))) continue;
    if (isBody(text.slice(0, length))) return length;
  }
  return 0;
}
