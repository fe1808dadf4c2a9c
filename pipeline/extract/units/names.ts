import { jointNameLength } from '../../lexicon/joint-names.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import { lengthBehindName } from './behind-name.js';
import { closingOf, isOpening } from './brackets.js';
import { groupLength } from './group-of-places.js';

/** A name in a list, offsets in the text that was split. */
export interface NameSpan {
  readonly start: number;
  readonly end: number;
}

export interface NameList {
  readonly names: readonly NameSpan[];
  /** True where the list ends in 等. */
  readonly etAl: boolean;
}

const SEPARATOR = new Set([...'、，,；;/|｜。\n \t\u00a0\u3000']);
/** 和 and its like part two names only behind what ends a name: not in `市自然资源和规划局`. */
const JOINER = /(?:以及|或者|和|及|与|或|会同|并)/y;
const JOINER_START = new Set('和及与或以会并');
const NAME_END =
  /(?:委|局|厅|办|部|院|会|司|署|处|科|室|组|社|团|府|区|县|市|州|镇|乡|街道|中心|公司|集团|银行|分行|支行|海关|队|校|所|站|门|位|关|联|协|地|园|联合体|专班|企业|机构|基金|采购人|招标人|等|[）〕】\]〉>])$/;
const NAME_HEAD =
  /^(?:各|省|市|县|区|州|全|其他|相关|有关|国|中|人|功能区|开发区|(?:采购|招标)代理|供[电水气热]企业|燃气企业|[一-龥]{2,8}(?:省|市|县|区|委|局|厅|办|部))/;
/** Words around names that are no part of them. */
const LEADING =
  /^(?:由|各由|请|主要由|均由|分别由|共同由|以|其中[：:]?|以及|[*★☆▲●]+|\d{1,2}[.、]|及(?=[各市省县区国])|(?:明确|确定|指定)(?=[省市县区州各]))/;
/** `…等部门`, `…等市政府有关部门`, `…等具有行政强制权的部门`: what stands from 等 on is no name. */
const TRAILING = /等[^、，]{0,24}$/;
const TRAILING_BODIES =
  /等(?:[省市县区]?(?:级|直)?(?:各|有关|相关|政府|成员)*)(?:部门|单位|处室|机构|企业|地方)$/;
/** What else stands between the commas of a clause: times, remarks, what is to be done or reported. */
const NO_NAME =
  /^(?:\d{4}年|\d{1,2}月|\d|年底|年内|全年|持续|长期|常态化|适时|立即|按|依据|依法|依照|根据|完成|全省前|全国前|逗号|顿号|分号|(?:以下|下文|下|后)(?:均)?(?:不再|同|略)|不再|不另|均同|[^一-龥A-Za-z“]+$)|[^“（〔]的|^[^（〔]*(?:\d{1,2}月(?:\d{1,2}日|[底末上中下前])|报送|上报|(?<![日晚早周情预商公通])报[省市县区州](?:委|政府|人民政府))|(?:完成|推进|实施|落实到位|不再.{0,4}列出)$/;

/**
 * Splits a list of bodies into its names: at 、 ， ； and at 和 / 及 / 以及 between names; brackets
 * and quotation marks keep what they hold (`市发改委（审改办、大数据局）` is one name).
 * @param reading text with uniform width (`Passage.reading`)
 * @param cuts offsets at which a line of a cell ends and with it a name
 */
export function splitNames(
  reading: string,
  start = 0,
  end: number = reading.length,
  cuts: readonly number[] = [],
): NameList {
  const names: NameSpan[] = [];
  let etAl = false;
  let from = start;
  let cut = cuts.findIndex((offset) => offset > start);
  const take = (to: number): void => {
    const name = trimName(reading, from, to);
    etAl ||= name.etAl;
    if (name.end > name.start) names.push({ start: name.start, end: name.end });
  };
  for (let position = start; position < end; ) {
    if (cut >= 0 && position >= (cuts[cut] ?? end)) {
      take(position);
      from = position;
      cut++;
    }
    const whole = wholeAt(reading, from, position, end);
    if (whole > 0) {
      position += whole;
      while (cut >= 0 && (cuts[cut] ?? end) < position) cut++;
      continue;
    }
    const character = reading[position]!;
    if (SEPARATOR.has(character)) {
      take(position);
      from = position + 1;
    } else if (position > from && JOINER_START.has(character)) {
      const joiner = joinerAt(reading, from, position, end);
      if (joiner > 0) {
        take(position);
        position += joiner;
        from = position;
        continue;
      }
    }
    position++;
  }
  take(end);
  return { names, etAl };
}

/** Length of what begins at `position` and is not divided: a bracket, a group of places, a name of two. */
function wholeAt(reading: string, from: number, position: number, end: number): number {
  const character = reading[position]!;
  if (isOpening(character)) {
    const close = closingOf(reading, position, Math.min(end, position + LONGEST_BRACKET));
    return close < 0 ? 0 : close + 1 - position;
  }
  if (position !== from && !'各相有'.includes(character)) return 0;
  const group = groupLength(reading, position);
  if (group > 0 && position + group <= end) return group;
  const joint = position === from ? jointNameLength(reading, position) : 0;
  return position + joint <= end ? joint : 0;
}

const LONGEST_BRACKET = 120;

function joinerAt(reading: string, from: number, position: number, end: number): number {
  JOINER.lastIndex = position;
  const match = JOINER.exec(reading);
  if (!match || !NAME_END.test(reading.slice(Math.max(from, position - 4), position))) return 0;
  const behind = position + match[0].length;
  const right = reading.slice(behind, Math.min(end, behind + 30));
  if (NAME_HEAD.test(right.slice(0, 14))) return match[0].length;
  const name = /^[^、，；;。\s]*/.exec(right)![0];
  return looksLikeUnit(name) && looksLikeUnit(reading.slice(from, position)) ? match[0].length : 0;
}

function trimName(
  reading: string,
  start: number,
  end: number,
): { start: number; end: number; etAl: boolean } {
  let from = start;
  let to = end;
  while (from < to && /[\s：:。；，、]/.test(reading[from]!)) from++;
  while (to > from && /[\s。；：:，、]/.test(reading[to - 1]!)) to--;
  for (
    let lead = LEADING.exec(reading.slice(from, to));
    lead;
    lead = LEADING.exec(reading.slice(from, to))
  ) {
    from += lead[0].length;
  }
  const tail = TRAILING.exec(reading.slice(from, to));
  const name = reading.slice(from, to);
  const etAl =
    tail !== null &&
    (TRAILING_BODIES.test(name) || NAME_END.test(name.slice(0, name.length - tail[0].length)));
  if (etAl) to -= tail![0].length;
  to -= lengthBehindName(reading.slice(from, to));
  if (NO_NAME.test(reading.slice(from, to))) return { start: from, end: from, etAl };
  return { start: from, end: to, etAl };
}
