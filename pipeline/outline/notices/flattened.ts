import type { TextBlock } from '../../model/outline.js';
import { looksLikeBody } from '../head/body-names.js';
import { issuersOfTitle } from '../head/issuers.js';
import { LAST_WORDS } from '../head/recipients.js';
import { readLabel } from '../labels/index.js';

/** `某省财政厅文件某财会〔2021〕13号`: what stands in front of a title that nothing parts from it. */
const NUMBER = /[〔[（【(](?:19|20)\d{2}[〕\]）】)]\s*第?\d{1,5}\s*号/;
const FILE = /^[^。：]{3,60}?文件/;
const KIND =
  /的(?:紧急|补充|联合|若干|指导|实施)?(?:通知|函|复函|意见|请示|批复|通报|报告|决定|通告|公告)/g;
const RECIPIENTS = /^[^。；？！：]{3,400}：/;
/** A day, with who lends the seal in front of it. */
const SEALED_DAY =
  /\s*(?:[（(][^（()）]{2,40}[）)])?(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/g;
const SHORTEST_BLOCK = 150;
const MOST_ABOVE_TITLE = 160;
const LONGEST_TITLE = 160;
const SHORTEST_TITLE = 8;

/**
 * A whole letter that was pasted into one paragraph: `某厅文件某发〔2021〕3号某厅关于…的通知各市：…。某厅2021年3月5日`, cut into red
 * head, title, recipients, text and signature. The block alone where it is none.
 */
export function withoutFlattening(block: TextBlock): TextBlock[] {
  const { passage } = block;
  if (block.table || passage.length < SHORTEST_BLOCK || passage.raw().includes('\n'))
    return [block];
  const { reading } = passage;
  const title = titleIn(reading);
  if (title === null) return [block];
  const recipients = RECIPIENTS.exec(reading.slice(title.end))![0].length;
  const cuts = [...title.above, title.start, title.end, title.end + recipients];
  const issuers = issuersOfTitle(reading.slice(title.start, title.end));
  const signature = signatureIn(reading, issuers, title.end + recipients);
  cuts.push(...itemsIn(reading, title.end + recipients, signature?.start ?? reading.length));
  if (signature) cuts.push(signature.start, signature.end);
  const bounds = [0, ...cuts, reading.length];
  return bounds.slice(1).flatMap((end, at) => {
    const part = passage.slice(bounds[at]!, end).trim();
    return part.length > 0 ? [{ ...block, passage: part }] : [];
  });
}

interface Found {
  /** Where the lines above the title end. */
  readonly above: readonly number[];
  readonly start: number;
  readonly end: number;
}

/** The first kind of letter that stands outside of 《》 and has recipients right behind it. */
function titleIn(reading: string): Found | null {
  for (const match of reading.slice(0, MOST_ABOVE_TITLE + LONGEST_TITLE).matchAll(KIND)) {
    const end = match.index + match[0].length;
    const before = reading.slice(0, end);
    if (before.lastIndexOf('《') > before.lastIndexOf('》')) continue;
    if (/[。；：]/.test(before)) return null;
    if (!isAddressed(reading.slice(end))) continue;
    const { above, start } = startOf(before);
    const words = before.slice(start);
    if (
      words.length < SHORTEST_TITLE ||
      words.length > LONGEST_TITLE ||
      !/关于|印发|转发/.test(words)
    )
      return null;
    return { above, start, end };
  }
  return null;
}

function isAddressed(rest: string): boolean {
  const words = RECIPIENTS.exec(rest)?.[0];
  return words !== undefined && LAST_WORDS.test(words.slice(0, -1));
}

/** Where a title begins: behind the number, behind 文件, or where the name of the red head is said again. */
function startOf(before: string): { above: number[]; start: number } {
  const number = NUMBER.exec(before.slice(0, MOST_ABOVE_TITLE));
  const file = FILE.exec(before)?.[0].length ?? 0;
  if (number) {
    const end = number.index + number[0].length;
    const [issuer] = issuersOfTitle(before.slice(end));
    const named = issuer ? before.lastIndexOf(issuer, number.index) + issuer.length : 0;
    const head = file > 0 && file < end ? file : issuer && named >= issuer.length ? named : 0;
    return { above: head > 0 ? [head] : [], start: end };
  }
  if (file > 0) return { above: [], start: file };
  return { above: [], start: repeatedName(before) };
}

/** Length of a name that is said twice at the start: `某厅某厅关于…`. */
function repeatedName(before: string): number {
  const verb = before.search(/关于|印发|转发/);
  for (let size = 4; size * 2 <= verb; size++) {
    const name = before.slice(0, size);
    if (before.startsWith(name, size) && looksLikeBody(name)) return size;
  }
  return 0;
}

/** Share of a name's characters that stand at its place where one was misread. */
const MOSTLY = 0.85;

/** The first of the names that stands right before a day, one of its characters misread at the most. */
function signatureIn(
  reading: string,
  names: readonly string[],
  from: number,
): { start: number; end: number } | null {
  for (const day of reading.slice(from).matchAll(SEALED_DAY)) {
    const end = from + day.index;
    const name = names.find((one) => isMostly(reading.slice(end - one.length, end), one));
    if (!name) continue;
    const others = names.filter((one) => one !== name);
    const start = behindPlace(reading, startOfNames(reading, others, end - name.length));
    return { start, end: end + day[0].length };
  }
  return null;
}

/** Where a name begins whose place stands in front of it: `邵东市` of `邵东市双凤乡人民政府`, which calls itself 双凤乡人民政府 in its title. */
function behindPlace(reading: string, start: number): number {
  const place = /(?<=[。！：\s])[\u4e00-\u9fff]{1,10}[省市县区州旗盟]$/.exec(
    reading.slice(0, start),
  );
  return place?.index ?? start;
}

/** Where the other names begin that stand right before one that signs. */
function startOfNames(reading: string, names: readonly string[], from: number): number {
  let start = from;
  for (const name of [...names].reverse()) {
    if (reading.slice(0, start).endsWith(name)) start -= name.length;
  }
  return start;
}

/** Where 一、, 二、 … begin that count on behind ends of sentences. */
function itemsIn(reading: string, from: number, to: number): number[] {
  const starts: number[] = [];
  for (const match of reading
    .slice(from, to)
    .matchAll(/(?<=[。：；])([一二三四五六七八九十]{1,3})、/g)) {
    if (readLabel(match[0])?.value === starts.length + 1) starts.push(from + match.index);
  }
  return starts.length > 1 ? starts : [];
}

function isMostly(words: string, name: string): boolean {
  const same = [...name].filter((character, at) => words[at] === character).length;
  return words.length === name.length && same >= name.length * MOSTLY;
}
