import { DOING_WORDS } from '../../lexicon/data/doing-words.js';
import { leadingPlace } from '../../lexicon/regions.js';
import { matchesIn } from '../../model/matches.js';
import { groupLength } from './group-of-places.js';
import { isBody, leadingNames } from './leading-names.js';
import type { Mention } from './mention.js';
import { type NameSpan, splitNames } from './names.js';

const CLAUSE = /[^，。；：！？“”]+/g;
/** What makes a subject one of duty: 要, 应, 须, 不得 and their kin; not 应用, 要求. */
const DUTY =
  /(?:等(?:部门|单位|有关部门|相关部门)?)?(?:还|也|均|都|分别|同时|必须|务必|要|应当|应该|应|须|需要|需|得|不得|可以|原则上)*(?:要(?!求(?!真)|素|点|件)|应当|应该|应(?![用急届收付诉])|须|必须|务必|不得|请(?:于|在|将|按))/y;
/** Bodies of a level, or of all places: `各地`, `省财政厅`, `县级以上知识产权主管部门`. */
const OF_LEVEL = /^(?:[省市县区州](?!场)|各|全[省市区县州]各|县级以上)/;
const DOING = new RegExp(`(?:等(?:部门|单位)?)?(?:之间)?(?:${DOING_WORDS.join('|')})`, 'y');
const JOINT =
  /(?:等(?:部门|单位)?联合|协同(?!的|方式|机制|应对|能力|平台|模式|监管的|体系)|协调(?!小组|办|机制|会)|主动)/y;
/** Bodies that the unnamed doer works with: `会同省商务厅制定…`, `联合省司法厅提请…`. */
const PARTNER = /^(?:会同|联合|协同|通过)(?=[省市县区各国])/;
/** `各级政府性融资担保、再担保机构`, `各供水、燃气企业`: one group, though 、 stands in it. */
const GROUP_OF_TRADES =
  /^(?:各级?|[省市县区]级|[省市县]、[市县区])(?!.*[和及与])[一-龥]{1,12}(?:、[一-龥]{1,10}){1,3}(?:机构|企业|基金|部门)(?:（[^（）]{1,8}）)?$/;
/**
 * Who can be put under a duty without being a body by name: `各级`, `决策承办单位`, `国家融资担保基金`, and
 * the purchasers of 《政府采购法》 and 《招标投标法》.
 */
const DUTY_BOUND =
  /^(?:各级|(?:各级|政府)?(?:采购人|招标人)|(?!.*[由可]|(?:有关|相关|各有关|各相关)?(?:单位|机构)$)[一-龥（）]{2,14}(?:单位|机构|基金|各方)|[一-龥]{0,8}(?:供电|供水|供气|供热|燃气|公用)企业)$/;
/** A subject ends before the first word of duty: 重要 and 应急 are none. */
const HOLDS_DUTY = /[^重主需纲](?:要(?![素点件])|应(?![急用届收])|必须|不得)/;
/** Characters that words of duty begin with, and those of doing: most places need no closer look. */
const DUTY_OPENS = new Set('等还也均都分同必务要应须需得不可原请协主');
const DOING_OPENS = new Set(['等', '之', ...DOING_WORDS.map((word) => word[0]!)]);
/** 请市财政局于6月10日前拨付资金: a body that is asked to act by a date. */
const ASKED_BY_A_DATE =
  /^请(?!于|在|将|按|[^，。；]{0,30}各)([一-龥、（）]{2,40}?)(?:务必)?[于在](?=\d)/;
const LONGEST_SUBJECT = 60;

/**
 * Bare subjects of an obligation: `各部门要提高认识`, `市县行政执法机关应建立健全…`. To be recorded
 * only where a task has no body from a clause or a verb.
 */
export function readSubjects(reading: string): Mention[] {
  const mentions: Mention[] = [];
  const seen = new Set<string>();
  const add = (name: NameSpan): void => {
    const text = reading.slice(name.start, name.end);
    if (seen.has(text)) return;
    seen.add(text);
    mentions.push({ ...name, role: 'responsible', basis: 'subject', rule: 'unit.subject' });
  };
  for (const clause of matchesIn(CLAUSE, reading)) {
    const lead = clause[0].length - clause[0].trimStart().length;
    const partner = PARTNER.exec(clause[0].slice(lead));
    const start = clause.index + lead + (partner?.[0].length ?? 0);
    if (partner && !clause[0].startsWith('通过')) {
      for (const name of leadingNames(reading, start)) add(name);
      continue;
    }
    const asked = ASKED_BY_A_DATE.exec(clause[0].slice(lead))?.[1];
    if (asked !== undefined) {
      bodiesOf(reading, start + 1, start + 1 + asked.length).forEach(add);
      continue;
    }
    const end = clause.index + clause[0].length;
    subjectsAt(reading, start, Math.min(end, start + LONGEST_SUBJECT)).forEach(add);
  }
  return mentions;
}

/** Whether the pattern, a sticky one, finds words that begin at the offset. */
function opensAt(pattern: RegExp, reading: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(reading);
}

/** The bodies that the clause from `start` has as its subject; none where it binds nobody. */
function subjectsAt(reading: string, start: number, limit: number): readonly NameSpan[] {
  for (let stop = limit; stop - start >= 2; stop--) {
    if (!DUTY_OPENS.has(reading[stop]!)) continue;
    if (!opensAt(DUTY, reading, stop) && !opensAt(JOINT, reading, stop)) continue;
    const bodies = bodiesOf(reading, start, stop);
    if (bodies.length > 0) return bodies;
  }
  if (!canBeBound(reading.slice(start, limit))) return [];
  // The shortest: `各地结合工作实际和本地区创新主体…` is a duty of 各地.
  for (let stop = start + 2; stop <= limit; stop++) {
    if (!DOING_OPENS.has(reading[stop]!) || !opensAt(DOING, reading, stop)) continue;
    if (!isBound(reading.slice(start, stop))) continue;
    const bodies = bodiesOf(reading, start, stop);
    if (bodies.length > 0) return bodies;
  }
  return [];
}

/** Whether any verb binds a body that is named so; a whole province or city (`厦门市推行…`) is none. */
const canBeBound = (words: string): boolean =>
  OF_LEVEL.test(words) || leadingPlace(words, null) !== null;
const isBound = (subject: string): boolean =>
  !/由|授权/.test(subject) && (OF_LEVEL.test(subject) || !/[省市]$/.test(subject));

/** The bodies that a subject is made of; none where a part of it is no body. */
function bodiesOf(reading: string, start: number, stop: number): readonly NameSpan[] {
  const subject = reading.slice(start, stop);
  if (HOLDS_DUTY.test(subject)) return [];
  // Places for those who govern them: `各市和县（市、区）`, `各区（开发区）`.
  if (groupLength(reading, start) === stop - start) return [{ start, end: stop }];
  const bodies: NameSpan[] = [];
  const { names } = splitNames(reading, start, stop);
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!;
    const word = reading.slice(name.start, name.end);
    if (isBody(word) || DUTY_BOUND.test(word)) {
      bodies.push(name);
      continue;
    }
    const group = names.findLastIndex(
      (last, at) => at > index && GROUP_OF_TRADES.test(reading.slice(name.start, last.end)),
    );
    if (group < 0) return [];
    bodies.push({ start: name.start, end: names[group]!.end });
    index = group;
  }
  return bodies;
}
