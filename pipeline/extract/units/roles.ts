import type { Basis, Role } from '../../../schemas/task.js';
import { leadingNames } from './leading-names.js';
import { splitNames } from './names.js';

/** A body in a clause; offsets in the text that was read. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly basis: Basis;
}

export interface RoleReading {
  readonly mentions: readonly Mention[];
  readonly etAl: boolean;
}

/** Labels that say what the names behind them are; source: the labels of some 600 clauses. */
const LABEL =
  /(责任|牵头|主办|主责|主要负责|配合|协办|参与|参加|协同|支持|协助|落实|实施|承办|负责|主管|监管|组织|落实责任)(?:责任)?(?:单位|部门|处室|科室|机关|机构|主体|局办)(?:[及和、](?:责任|配合|参与|协办)?(?:单位|部门))?[：:]/g;
/** Labels before sentences that begin with the bodies: `任务分解：市发改委等单位做好…；各县区政府…`. */
const SENTENCES_LABEL = /(?:任务分解|任务分工|责任分工|职责分工|工作分工)[：:]/g;
/** What else such clauses say: times and persons, no bodies. */
const OTHER_LABEL =
  /(?:完成|时限|进度|推进|实施|工作|整改|办理|起止|计划)?(?:时间|时限|期限|节点|进度|要求|安排)(?:要求|安排|节点)?[：:]|(?:责任领导|责任人|分管领导|牵头领导|市领导|省领导|联系人|联系电话|完成标志|预期成果|成果形式|目标任务|工作目标)[：:]|(?<=^|[，,；;。])[一-龥]{2,8}[：:]/g;
/** Words that end a run of names and give it a role. */
const VERB =
  /(?:共同|联合|分别)?(?:负责)?(牵头|主办)(?:负责|组织实施|组织|落实|推进|统筹|单位)?|(?:积极)?(配合|参与|协助|协同|支持)(?:落实|实施|做好)?|(按照?(?:各自|相应)?(?:职责|职能|分工|责任)?(?:职责|职能|分工)?(?:分工|职责)?(?:分别|共同|各自)?(?:负责|落实|推进|实施|做好)|依(?:据|照)?职责(?:分工)?(?:负责|落实)|分工负责|各负其责)|(?:共同|分别|具体|联合)?(负责|组织实施|落实|承担|实施)(?:落实|实施|推进)?/y;
const VERB_START = /[牵主配参协支按依分各负组落承实共联积具]/;
const BOUNDARY = /^(?:[，,；;。、）\s]|$|以下|列|排)/;
const MEETING = /会同|联合|协同/;

interface Field {
  readonly start: number;
  readonly end: number;
  readonly label: Role | 'none' | 'other' | 'sentences';
}

/**
 * Reads a clause's words: `责任单位：A、B；配合单位：C`, `A牵头，B、C等部门配合`, `A会同B负责`,
 * `*A、B`, `A、B`. Names are spans of the text; roles 牵头 leads, 配合 supports, everything
 * else is responsible.
 * @param reading text with uniform width; the clause stands from `start` to `end`
 */
export function readRoles(reading: string, start = 0, end: number = reading.length): RoleReading {
  const mentions: Mention[] = [];
  let etAl = false;
  for (const field of fields(reading, start, end)) {
    if (field.label === 'other') continue;
    const read =
      field.label === 'sentences' ? readSentences(reading, field) : readField(reading, field);
    mentions.push(...read.mentions);
    etAl ||= read.etAl;
  }
  return { mentions: withLeads(mentions), etAl };
}

/** `责任单位：甲，配合单位：乙`, `甲负责，乙配合`: whom others support leads. */
function withLeads(mentions: readonly Mention[]): Mention[] {
  const supported =
    mentions.some(({ role, basis }) => role === 'support' && basis !== 'asterisk') &&
    !mentions.some(({ role }) => role === 'lead');
  return mentions.map((mention) =>
    supported && mention.role === 'responsible' && mention.basis !== 'list'
      ? { ...mention, role: 'lead' }
      : mention,
  );
}

function fields(reading: string, start: number, end: number): Field[] {
  const marks: { at: number; end: number; label: Field['label'] }[] = [];
  const inner = reading.slice(start, end);
  for (const match of inner.matchAll(LABEL)) {
    marks.push({
      at: start + match.index,
      end: start + match.index + match[0].length,
      label: roleOfLabel(match[1]!),
    });
  }
  for (const match of inner.matchAll(SENTENCES_LABEL)) {
    const at = start + match.index;
    marks.push({ at, end: at + match[0].length, label: 'sentences' });
  }
  for (const match of inner.matchAll(OTHER_LABEL)) {
    const at = start + match.index;
    if (!marks.some((mark) => at >= mark.at && at < mark.end)) {
      marks.push({ at, end: at + match[0].length, label: 'other' });
    }
  }
  marks.sort((a, b) => a.at - b.at);
  const result: Field[] = [];
  if (marks.length === 0 || marks[0]!.at > start) {
    result.push({ start, end: marks[0]?.at ?? end, label: 'none' });
  }
  marks.forEach((mark, index) => {
    result.push({ start: mark.end, end: marks[index + 1]?.at ?? end, label: mark.label });
  });
  return result;
}

/** Bodies that open the sentences of a `任务分解：…`; 牵头 behind them makes them lead. */
function readSentences(reading: string, field: Field): RoleReading {
  const mentions: Mention[] = [];
  let etAl = false;
  for (const sentence of reading.slice(field.start, field.end).matchAll(/[^；;。，,]+/g)) {
    const names = leadingNames(reading, field.start + sentence.index);
    if (names.length === 0) continue;
    const behind = reading.slice(names.at(-1)!.end, names.at(-1)!.end + 16);
    const lead = /^(?:等[^牵]{0,10})?牵头/.test(behind);
    etAl ||= behind.startsWith('等');
    for (const name of names) {
      if (mentions.some((other) => sameWords(reading, other, name))) continue;
      mentions.push({ ...name, role: lead ? 'lead' : 'responsible', basis: 'label' });
    }
  }
  return { mentions, etAl };
}

function sameWords(
  reading: string,
  one: { start: number; end: number },
  other: { start: number; end: number },
): boolean {
  return reading.slice(one.start, one.end) === reading.slice(other.start, other.end);
}

function roleOfLabel(word: string): Role {
  if (/牵头|主办|主责/.test(word)) return 'lead';
  if (/配合|协办|参与|参加|协同|支持|协助/.test(word)) return 'support';
  return 'responsible';
}

function readField(reading: string, field: Field): RoleReading {
  const mentions: Mention[] = [];
  let etAl = false;
  let from = field.start;
  const add = (to: number, role: Role, basis: Basis): void => {
    const list = splitNames(reading, from, to);
    etAl ||= list.etAl;
    for (const name of list.names) mentions.push({ ...name, role, basis });
  };
  const labelled = field.label !== 'none';
  const fallback: Role = labelled ? (field.label as Role) : 'responsible';
  let depth = 0;
  let sawVerb = false;
  for (let position = field.start; position < field.end; position++) {
    const character = reading[position]!;
    if (character === '（') depth++;
    else if (character === '）') depth = Math.max(0, depth - 1);
    if (depth > 0 || !VERB_START.test(character)) continue;
    VERB.lastIndex = position;
    const verb = VERB.exec(reading);
    const behind = verb ? position + verb[0].length : 0;
    if (!verb || behind > field.end || position === from) continue;
    if (!BOUNDARY.test(reading.slice(behind, Math.min(field.end, behind + 2)))) continue;
    sawVerb = true;
    const group = reading.slice(from, position);
    const meeting = MEETING.exec(group);
    if (meeting && meeting.index > 1 && verb[2] === undefined) {
      const end = from + meeting.index;
      const behindMeeting = end + meeting[0].length;
      addRange(mentions, reading, from, end, 'lead', 'verb');
      from = behindMeeting;
      add(position, 'support', 'verb');
    } else {
      const role: Role = verb[1] ? 'lead' : verb[2] ? 'support' : fallback;
      const basis: Basis = verb[3] && !labelled ? 'list' : verb[3] && labelled ? 'label' : 'verb';
      add(position, role, basis);
    }
    from = behind;
    position = behind - 1;
  }
  if (from < field.end)
    readRest(reading, from, field, labelled, sawVerb, fallback, mentions, (rest) => {
      etAl ||= rest;
    });
  return { mentions: withAsterisks(reading, mentions, field.start), etAl };
}

function readRest(
  reading: string,
  from: number,
  field: Field,
  labelled: boolean,
  sawVerb: boolean,
  fallback: Role,
  mentions: Mention[],
  noteEtAl: (etAl: boolean) => void,
): void {
  const meeting = labelled || sawVerb ? null : MEETING.exec(reading.slice(from, field.end));
  if (meeting && meeting.index > 1) {
    const middle = from + meeting.index;
    addRange(mentions, reading, from, middle, 'lead', 'verb');
    noteEtAl(addRange(mentions, reading, middle + meeting[0].length, field.end, 'support', 'verb'));
    return;
  }
  noteEtAl(addRange(mentions, reading, from, field.end, fallback, labelled ? 'label' : 'list'));
}

function addRange(
  mentions: Mention[],
  reading: string,
  start: number,
  end: number,
  role: Role,
  basis: Basis,
): boolean {
  const list = splitNames(reading, start, end);
  for (const name of list.names) mentions.push({ ...name, role, basis });
  return list.etAl;
}

/** `*A、B`: the marked ones lead, the others support them. */
function withAsterisks(reading: string, mentions: Mention[], start: number): Mention[] {
  const marked = (mention: Mention): boolean =>
    mention.start > start && /[*★]/.test(reading[mention.start - 1]!);
  if (!mentions.some(marked)) return mentions;
  return mentions.map((mention) => ({
    ...mention,
    role: marked(mention) ? 'lead' : 'support',
    basis: 'asterisk',
  }));
}
