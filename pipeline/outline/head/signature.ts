import { leadingPlace } from '../../lexicon/regions.js';
import { append } from '../../model/append.js';
import { widthNormalized } from '../../model/width.js';
import { looksLikeBody, splitBodyNames } from './body-names.js';
import { dateOfLine, dateOfValue } from './date-line.js';
import type { BlockStretch, Blocks } from './document-head.js';
import { type PrintedLine, printedLines } from './lines.js';
import { squeezed } from './squeeze.js';

/** 落款: who signs below a letter or a whole text, and when. */
export interface Signature extends BlockStretch {
  readonly issuers: readonly string[];
  readonly date: string | null;
}

/** `2023年X月X日`, `20年月日`: the day that a draft leaves open. */
const OPEN_DAY = /^(?:19|20)\d{0,2}[Xx×]{0,2}年[Xx×\d]{0,2}月[Xx×\d]{0,2}日$/;
const LONGEST_BLOCK = 120;
const MOST_LINES_ABOVE = 40;
const LONGEST_NAME_LINE = 40;
const DATE_AT_END =
  /(?:[\d一二三四五六七八九〇○ＯOo零]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;

/**
 * The first signature of a notice from block `from` on: a line that is a date, with the names of
 * bodies right above it. A date with no name above it is one too (names are often left out).
 */
export function readSignature(blocks: Blocks, from: number): Signature | null {
  for (let index = from; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (block.kind === 'table' || block.passage.length > LONGEST_BLOCK) continue;
    if (!ENDS_IN_DAY.test(block.passage.reading) && !/[日⽇]\s*\n/.test(block.passage.raw()))
      continue;
    const signature = signatureAt(blocks, index, from);
    if (signature) return signature;
  }
  return null;
}

/** `2020-03-28`, `2020.3.28`: a day in digits, which signs below the name of a body alone. */
const DAY_IN_DIGITS = /^(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}$/;
const ENDS_IN_DAY = /日\s*[|｜]?\s*$|^\s*(?:19|20)\d{2}[-./]\d{1,2}[-./]\d{1,2}\s*$/;
const MOST_NAMES = 15;

/**
 * Names of bodies that end a letter, a line each, without a date below them. null where the last lines are none, or are
 * more than sign a letter.
 */
export function readUndatedSignature(blocks: Blocks, from: number): Signature | null {
  let start = blocks.length;
  while (start > from && namesAlone(blocks[start - 1]!, start - 1)) start--;
  const above = blocks[start - 1];
  const count = blocks.length - start;
  if (count === 0 || count > MOST_NAMES || !above || start <= from) return null;
  if (above.kind === 'table' || !/。\s*$/.test(above.passage.reading)) return null;
  const lines = blocks.slice(start).flatMap((block, index) => printedLines(block, start + index));
  const issuers = lines.flatMap((line) => splitBodyNames(rawOf(line)).map(squeezed));
  return { start, end: blocks.length, issuers, date: null };
}

/** Whether a block is nothing but names of bodies that begin with their place, or are the centre's. */
function namesAlone(block: Blocks[number], index: number): boolean {
  if (block.kind !== 'paragraph' || block.passage.length > LONGEST_BLOCK) return false;
  const lines = printedLines(block, index);
  return (
    lines.length > 0 &&
    lines.every(
      ({ text }) =>
        looksLikeBody(text) &&
        text.length <= LONGEST_NAME_LINE &&
        (leadingPlace(text, null) !== null || /^(?:国家|中国|中共)/.test(text)),
    )
  );
}

function signatureAt(blocks: Blocks, index: number, from: number): Signature | null {
  const lines = printedLines(blocks[index]!, index);
  const at = lines.findIndex(({ text }) => dateOfLine(text) !== null || OPEN_DAY.test(text));
  if (at >= 0) {
    const above = linesAbove(blocks, index, from, lines.slice(0, at));
    return { ...namesOf(above, index), end: index + 1, date: dateOfLine(lines[at]!.text) };
  }
  return nameAndDate(lines, index) ?? namesAboveDigits(blocks, index, from, lines);
}

function namesAboveDigits(
  blocks: Blocks,
  index: number,
  from: number,
  lines: readonly PrintedLine[],
): Signature | null {
  const day = lines.at(-1)?.text ?? '';
  if (!DAY_IN_DIGITS.test(day)) return null;
  const above = linesAbove(blocks, index, from, lines.slice(0, -1));
  const names = namesOf(above, index);
  const isSigned = names.issuers.length > 0 && looksLikeBody(above.at(-1)!.text.replace(SEAL, ''));
  return isSigned ? { ...names, end: index + 1, date: dateOfValue(day) } : null;
}

/** `上海市发展和改革委员会2023年5月25日` on one line. */
function nameAndDate(lines: readonly PrintedLine[], index: number): Signature | null {
  const last = lines.at(-1);
  const match = last && DATE_AT_END.exec(last.text.replace(/[|｜]$/, ''));
  if (!last || !match || match.index === 0) return null;
  const name = last.text.slice(0, match.index).replace(LENT_SEAL, '');
  if (!looksLikeBody(name)) return null;
  const date = dateOfLine(match[0]);
  return { start: index, end: index + 1, issuers: splitBodyNames(name), date };
}

/** Lines right above a date that may be names, the nearest last. */
function linesAbove(
  blocks: Blocks,
  index: number,
  from: number,
  sameBlock: readonly PrintedLine[],
): PrintedLine[] {
  const lines = [...sameBlock];
  for (let above = index - 1; above >= from && lines.length < MOST_LINES_ABOVE; above--) {
    const block = blocks[above]!;
    if (block.kind === 'table' || block.passage.length > LONGEST_BLOCK) break;
    const own = printedLines(block, above);
    if (!own.every((line) => mayBeName(line.text))) break;
    lines.unshift(...own);
  }
  return lines;
}

/** `（山东省工业和信息化厅代章）` behind a name on the day's own line. */
const LENT_SEAL = /[（(][^（()）]{0,40}章[）)]$/;
/** `（代章）` behind a name: who lends the seal is said elsewhere. */
const SEAL = /[（(](?:代章|盖章|印章|章|宣)[）)]$/;

function mayBeName(text: string): boolean {
  return (
    looksLikeBody(text.replace(SEAL, '')) ||
    (text.length <= LONGEST_NAME_LINE && /^[（(]?[一-龥]+[）)]?$/.test(text.replace(SEAL, '')))
  );
}

/** Names on the lines; lines above the first name, and 代章 in brackets, are none. */
function namesOf(
  lines: readonly PrintedLine[],
  dateBlock: number,
): { issuers: string[]; start: number } {
  const outside = withoutBrackets(lines);
  const first = outside.findIndex((line) => looksLikeBody(line.text.replace(SEAL, '')));
  if (first < 0) return { issuers: [], start: dateBlock };
  const begun = outside[first - 1];
  const isTop = outside.slice(0, first - 1).every(({ text }) => NO_PART_OF_NAME.test(text));
  const isBroken = begun !== undefined && isTop && goesOn(begun.text, outside[first]!.text);
  const signing = outside.slice(isBroken ? first - 1 : first);
  const issuers: string[] = [];
  if (isBroken) issuers.push(begun.text + outside[first]!.text.replace(SEAL, ''));
  for (const line of isBroken ? signing.slice(2) : signing) {
    if (isOtherName(line)) issuers.push(issuers.pop()! + line.text.replace(SEAL, ''));
    else append(issuers, splitBodyNames(rawOf(line)).map(squeezed));
  }
  return { issuers, start: signing[0]!.block };
}

/** How a name begins although no table has its place: `彭水自治县新冠…`, `县新冠…`. */
const OPENS_NAME =
  /^(?:中共|共青团|全国|国家|[\u4e00-\u9fff]{1,7}?(?:自治区|自治州|自治县|[省市县区州盟旗镇乡])[\u4e00-\u9fff]{2})/;
/** What names nobody: the last words of a letter, or a new list. */
const NO_PART_OF_NAME = /^(?:特此|此致|专此|妥否|当否|附件|附表|抄送|联系)|[：:]/;

/** `某市房地产市场调控发展⏎领导小组办公室`: a name broken over two lines, its place on the first. */
function goesOn(begun: string, rest: string): boolean {
  return (
    !looksLikeBody(begun) &&
    !NO_PART_OF_NAME.test(begun) &&
    leadingPlace(begun, null)?.length !== begun.length &&
    (leadingPlace(begun, null) !== null || OPENS_NAME.test(begun)) &&
    leadingPlace(rest, null) === null &&
    !OPENS_NAME.test(rest)
  );
}

/** `（爱国卫生运动委员会）` on the line below a name: its other name, and part of it. */
function isOtherName({ text }: PrintedLine): boolean {
  const inner = /^（([^（）]+)）$/.exec(text.replace(SEAL, ''))?.[1];
  return inner !== undefined && !inner.endsWith('章') && looksLikeBody(inner);
}

/** A line as printed: between names of bodies white space stands that cleaning takes out. */
const rawOf = ({ passage }: PrintedLine): string =>
  passage.length === 0 ? '' : widthNormalized(passage.raw());

/** （山东省发展和改革委员会 / 中国人民银行济南分行代章）: who lends the seal does not issue. */
function withoutBrackets(lines: readonly PrintedLine[]): PrintedLine[] {
  const kept: PrintedLine[] = [];
  let isOpen = false;
  for (const line of lines) {
    const opens = line.text.lastIndexOf('（') > line.text.lastIndexOf('）');
    const closes = line.text.indexOf('）') >= 0 && !opens;
    if (!isOpen && (!line.text.startsWith('（') || (kept.length > 0 && isOtherName(line))))
      kept.push(opens ? beforeBracket(line) : line);
    if (opens) isOpen = true;
    else if (closes) isOpen = false;
  }
  return kept;
}

/** The part of a line before a bracket that goes on below. */
function beforeBracket(line: PrintedLine): PrintedLine {
  const passage = line.passage.slice(0, line.passage.reading.lastIndexOf('（'));
  return { ...line, passage, text: squeezed(passage.reading) };
}
