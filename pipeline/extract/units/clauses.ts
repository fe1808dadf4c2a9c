import { spansAnnotator } from '../../annotate/spans.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import type { Passage } from '../../model/passage.js';
import { type Mention, readRoles } from './roles.js';

/** A responsibility clause in a text; offsets in the text that was read. */
export interface Clause {
  readonly start: number;
  readonly end: number;
  /** Where its words stand, brackets left out. */
  readonly innerStart: number;
  readonly innerEnd: number;
  readonly form: 'bracket' | 'label';
  readonly mentions: readonly Mention[];
  readonly etAl: boolean;
  /** Bodies that it makes responsible for this task and every later one. */
  readonly forLater: readonly Mention[];
  /** True where it says that the first of a list leads, here and from here on. */
  readonly firstLeads: boolean;
}

/** Longest words of a clause; a bracket that holds more is no clause. */
const LONGEST = 900;
/** `（责任单位：…）`, and `〔责任部门：…〕`, `【…】`, `[…]` as some notices print them. */
const OPEN_BRACKET = /[（〔【[［]/g;
const CLOSE_OF: ReadonlyMap<number, number> = new Map(
  ['（）', '〔〕', '【】', '[]', '［］'].map((pair) => [pair.charCodeAt(0), pair.charCodeAt(1)]),
);
const LONGEST_UNCLOSED = 200;
const UNCLOSED_CLAUSE = /^[^。]*(?:牵头|负责|配合)[^。]*$|^(?:责任|牵头)(?:单位|部门)：[^。]*$/;
/** A bracket up to this length that is no clause holds none either. */
const SHORT_BRACKET = 30;
const UNIT_LABEL =
  /(?:责任|牵头|主办|配合|协办|参与|参加|协同|协助|落实|实施|承办|负责|主管|组织)(?:责任)?(?:单位|部门|处室|科室|机关|机构|主体)(?:[及和、](?:责任|配合|参与|协办)?(?:单位|部门))?[：:]|(?:任务分解|任务分工|责任分工|职责分工)[：:]/g;
const ROLE_VERB =
  /(?:牵头|负责|配合|落实|参与|组织实施|按职责分工|按分工)(?=[，。；、）]|$|以下|列|排|负责|落实|配合|组织|推进)/;
const NO_CLAUSE =
  /^(?:以下|下同|含|包括|包含|如|即|详见|见附件|试行|暂行|不含|其中|例如|注|来源|截至|自|按|原|指|简称|编号|代|或|责任编辑|本)/;
/** `市建委（市清理…问题协调小组办公室，以下简称市安置办证办）审核`: a name's other name. */
const ALIAS_WORDS = /[，,；](?:以下)?(?:统称|简称|下称)/;
/** `法律营商中心（商事调解中心）`, `市城管局（市综合执法局）`: what the last word is the same of. */
const ALIAS_CLASS = /(?:中心|小组|专班|公司|[委局办厅院])$/;
const SENTENCE_EDGE = /[。；！？”》）：，、\s]/;
const FOR_LATER =
  /(?:以下|以上|上述|本方案|各项)[^。；，]{0,12}?(?:任务|工作|措施|事项|举措)?(?:均需由|均需|均由|都需|需由|还需|需)([^。；]{2,60}?)(?:组织|贯彻|抓好|共同|配合)?(?:落实|负责|实施)[^。；]{0,4}[，,]?(?:不再一一列出|下同|不再列出|不再重复|以下不再列出)?/;
const FIRST_LEADS =
  /(?:列|排|排列|排名|位列|列在)?(?:在)?(?:第一|首)(?:位|个|家)?(?:的|者)?(?:单位|部门)?(?:的)?(?:为|是)牵头(?:单位|部门|负责)?/;

/**
 * The responsibility clauses of a text, in order: brackets that hold nothing but bodies and roles
 * (`（市商务委、上海海关）`, `（责任单位：…）`, `（甲牵头，乙配合）`) and labelled lists without
 * brackets (`责任单位：…`). Brackets that are no clause (`各县（市、区）`, `（试行）`) give none.
 * @param reading text with uniform width
 * @param breaks offsets at which a new paragraph begins
 */
export function findClauses(reading: string, breaks: readonly number[] = []): Clause[] {
  const clauses: Clause[] = [];
  let done = 0;
  for (const match of reading.matchAll(OPEN_BRACKET)) {
    if (match.index < done) continue;
    const close = closing(reading, match.index, breaks);
    if (close < 0) continue;
    const clause = bracketClause(reading, match.index, close, breaks);
    if (clause) clauses.push(clause);
    if (clause || close - match.index < SHORT_BRACKET) done = close + 1;
  }
  addLabelClauses(reading, breaks, clauses);
  return outermost(clauses.sort((a, b) => a.start - b.start || b.end - a.end));
}

/** Clauses without those that stand inside another: `牵头单位：市发改委（审改办、大数据局）`. */
function outermost(clauses: readonly Clause[]): Clause[] {
  let end = 0;
  return clauses.filter((clause) => {
    const apart = clause.start >= end;
    if (apart) end = clause.end;
    return apart;
  });
}

const clauses = spansAnnotator<Clause>(
  'responsibility clauses',
  ({ reading, breaks }) => findClauses(reading, breaks),
  shifted,
);

/** The responsibility clauses of a passage; read once. */
export const clausesOf = (passage: Passage): readonly Clause[] => passage.annotation(clauses);

function shifted(clause: Clause, by: number): Clause {
  const move = <T extends { start: number; end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...move(clause),
    innerStart: clause.innerStart + by,
    innerEnd: clause.innerEnd + by,
    mentions: clause.mentions.map(move),
    forLater: clause.forLater.map(move),
  };
}

/**
 * Offset of what closes the bracket at `open`: its partner; where the print forgot it, the end of
 * the paragraph, if a role word stands before it (`(市人社局负责，2023年11月底前完成`); else -1.
 */
function closing(reading: string, open: number, breaks: readonly number[]): number {
  const opens = reading.charCodeAt(open);
  const closes = CLOSE_OF.get(opens)!;
  let depth = 0;
  const last = Math.min(reading.length, open + LONGEST);
  for (let position = open; position < last; position++) {
    const code = reading.charCodeAt(position);
    if (code === opens) depth++;
    else if (code === closes && --depth === 0) return position;
  }
  const end = breaks.find((offset) => offset > open) ?? reading.length;
  if (end - open > LONGEST_UNCLOSED) return -1;
  return UNCLOSED_CLAUSE.test(reading.slice(open + 1, end)) ? end : -1;
}

function bracketClause(
  reading: string,
  open: number,
  close: number,
  breaks: readonly number[],
): Clause | null {
  const innerStart = open + 1;
  const inner = reading.slice(innerStart, close);
  if (inner.length < 2 || /^\d/.test(inner) || NO_CLAUSE.test(inner)) return null;
  if (ALIAS_WORDS.test(inner) || isPlaceClass(reading, open, inner)) return null;
  UNIT_LABEL.lastIndex = 0;
  const labelled = UNIT_LABEL.test(inner);
  const before = open > 0 ? reading[open - 1]! : '。';
  const after = close + 1 < reading.length ? reading[close + 1]! : '。';
  const atEdge = SENTENCE_EDGE.test(before) || breaks.includes(open);
  const atEnd = /[。；，\s]/.test(after) || breaks.includes(close + 1);
  if (!labelled && !atEdge && !atEnd) return null;
  const end = Math.min(close + 1, reading.length);
  const clause = clauseOf(reading, open, end, innerStart, close, 'bracket');
  if (labelled) return clause.mentions.length > 0 ? clause : null;
  if (clause.mentions.length === 0) return clause.forLater.length > 0 ? clause : null;
  const known = clause.mentions.filter((name) =>
    looksLikeUnit(reading.slice(name.start, name.end)),
  ).length;
  const share = known / clause.mentions.length;
  if (ROLE_VERB.test(inner)) return share >= 0.5 ? clause : null;
  if (/[。：]/.test(inner) || (reading[open] !== '（' && !inner.includes('、'))) return null;
  if (!atEdge && isAlias(reading, open, inner)) return null;
  const needed = atEdge && !/[，、]/.test(before) ? 0.6 : 1;
  return share >= needed ? clause : null;
}

/** `各区（开发区）`, `各县（市、区）`: what else the places are. */
const isPlaceClass = (reading: string, open: number, inner: string): boolean =>
  /各[市县区州]$/.test(reading.slice(Math.max(0, open - 2), open)) &&
  /^(?:[市县区旗、]|开发区|功能区|园区|管委会?)+$/.test(inner);

/** Whether a lone name in brackets stands behind a name of the same class. */
function isAlias(reading: string, open: number, inner: string): boolean {
  const classWord = ALIAS_CLASS.exec(inner)?.[0];
  if (classWord === undefined || /[、，]/.test(inner)) return false;
  return reading.slice(Math.max(0, open - classWord.length), open) === classWord;
}

function clauseOf(
  reading: string,
  start: number,
  end: number,
  innerStart: number,
  innerEnd: number,
  form: Clause['form'],
): Clause {
  let listEnd = innerEnd;
  const inner = reading.slice(innerStart, innerEnd);
  let forLater: readonly Mention[] = [];
  const later = FOR_LATER.exec(inner);
  if (later) {
    const from = innerStart + later.index + later[0].indexOf(later[1]!);
    forLater = readRoles(reading, from, from + later[1]!.length).mentions.map((mention) => ({
      ...mention,
      role: 'responsible',
      basis: 'verb',
    }));
    listEnd = innerStart + later.index;
    listEnd -= /(?:落实|负责)?[（，,。；\s]*$/.exec(reading.slice(innerStart, listEnd))![0].length;
  }
  const first = FIRST_LEADS.exec(inner);
  if (first) listEnd = Math.min(listEnd, innerStart + first.index);
  const { mentions, etAl } = readRoles(reading, innerStart, listEnd);
  return {
    start,
    end,
    innerStart,
    innerEnd,
    form,
    mentions,
    etAl,
    forLater,
    firstLeads: first !== null,
  };
}

function addLabelClauses(reading: string, breaks: readonly number[], clauses: Clause[]): void {
  const inside = (offset: number): boolean =>
    clauses.some((clause) => offset >= clause.start && offset < clause.end);
  UNIT_LABEL.lastIndex = 0;
  let covered = -1;
  for (const match of reading.matchAll(UNIT_LABEL)) {
    if (match.index < covered || inside(match.index)) continue;
    // `数据责任单位：负责归集…` is no label but a body's name.
    const before = match.index > 0 ? reading[match.index - 1]! : '。';
    if (/[一-龥]/.test(before) && !breaks.includes(match.index)) continue;
    const end = labelEnd(reading, match.index, breaks);
    const clause = clauseOf(reading, match.index, end, match.index, end, 'label');
    if (clause.mentions.length === 0) continue;
    clauses.push(clause);
    covered = end;
  }
}

const GOES_ON = /[、，：；]/;

function labelEnd(reading: string, from: number, breaks: readonly number[]): number {
  let end = reading.indexOf('。', from);
  end = end < 0 ? reading.length : end;
  for (const position of breaks) {
    if (position <= from || position >= end) continue;
    const next = reading.slice(position, position + 12);
    UNIT_LABEL.lastIndex = 0;
    const more = UNIT_LABEL.exec(next);
    if (
      GOES_ON.test(reading[position - 1]!) ||
      (more && more.index === 0) ||
      /^(?:完成)?时[间限]/.test(next)
    )
      continue;
    end = position;
    break;
  }
  return Math.min(end, from + LONGEST);
}
