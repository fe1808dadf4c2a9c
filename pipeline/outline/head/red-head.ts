import { looksLikeBody, splitBodyNames } from './body-names.js';
import type { Blocks } from './document-head.js';
import { genreOf } from './genre.js';
import { BULLET } from './row-of-fields.js';
import { squeezed } from './squeeze.js';

/** What stands in the red head beside the names of bodies (GB/T 9704-2012, 7.2). */
const FURNITURE: readonly RegExp[] = [
  /^(?:№|NO[.：]?)?\d{5,7}$/i, // 000012, 份号
  /^(?:绝密|机密|秘密|内部|内部资料|公开)(?:[★☆*].{0,8})?$/, // 机密★1年
  /^(?:特提|特急|加急|急件|平急|紧急)$/,
  /^(?:密级|紧急程度|保密期限|份号)：?.{0,10}$/,
  /^(?:规范性|行政规范性|政策|法规|重要|相关|最新|政府|部门|行政公署|行署|管委会|其他)?文\s*件$/, // 规范性文件: a page's column
  /^(?:省|市|州|盟|区|县|旗)(?:委|政府|人民政府)(?:办公?[厅室])?文件$/, // 市政府办公室文件: a page's column, no body's full name
  /^(?:内部)?(?:明电|传真电报|电报)$/,
  /^(?:签发人|会签人)[：:]?.{0,20}$/,
  /^-{3,}$|^[—─━＿_=*]{3,}$/,
];
/** `温州市教育局文件`, with 文件 behind the name. */
const OF_BODY = /^(.{3,60}?)文件$/;
/** 公告, 令, 中华人民共和国国务院令 on a line of its own: what an order is called. */
const ORDER = /^(.{2,40}?)?(令|命令|公告|通告)$/;
const NO_BODY = /关于|印发|转发|批转|公布|[，。：；《》]/;
/** A title that begins with a body's name on a line of its own goes on so. */
const TITLE_GOES_ON = /^(?:关于|印发|转发|批转|公布|发布)/;
const TITLE_WORD = /关于|印发|转发|批转|公布/;
/** `…召开2023年工作会议` is no name, though it ends as one. */
const TELLS = /召开|举行|举办|出台|\d{4}年/;
const MOST_NAMES = 12;

/** A line of a red head: what it names, `order` where it is what an order or announcement is called. */
export interface RedHeadLine {
  readonly issuers: readonly string[];
  readonly order: '令' | '公告' | '通告' | null;
}

/** A body's name, or the word for what it issues, on a line of its own above a text; null for others. */
export function readRedHeadLine(blocks: Blocks, index: number): RedHeadLine | null {
  const raw = rawAt(blocks, index);
  if (raw === null) return null;
  const line = squeezed(raw);
  if (BULLET.test(line)) return null;
  if (FURNITURE.some((pattern) => pattern.test(line))) return { issuers: [], order: null };
  const of = OF_BODY.exec(raw.replace(/文\s*件\s*$/, '文件').trim());
  if (of && !NO_BODY.test(of[1]!) && !/[\d号]/.test(of[1]!))
    return { issuers: splitBodyNames(of[1]!), order: null };
  const order = ORDER.exec(line);
  if (order && !NO_BODY.test(line)) {
    const word = order[2] === '命令' ? '令' : (order[2] as '令' | '公告' | '通告');
    const name = order[1] ?? '';
    if (name === '' || isBody(name)) {
      const names =
        name === '' ? [] : splitBodyNames(raw.replace(/\s*(?:令|命令|公\s*告|通\s*告)\s*$/, ''));
      return { issuers: names.map(withoutRepublic), order: word };
    }
  }
  return isNameLine(blocks, index, line) ? { issuers: splitBodyNames(raw), order: null } : null;
}

/** True where the line is a body's name, and no first line of a title. */
function isNameLine(blocks: Blocks, index: number, line: string): boolean {
  if (TITLE_WORD.test(line) || TELLS.test(line) || genreOf(line) !== null) return false;
  if (!looksLikeBody(line) && !isListOfBodies(line)) return false;
  for (let next = index + 1; next <= index + MOST_NAMES; next++) {
    const below = rawAt(blocks, next);
    if (below === null) return true;
    const words = squeezed(below);
    if (TITLE_GOES_ON.test(words)) return false;
    if (/^（[^（）]{2,24}）$/.test(words)) continue;
    if (!looksLikeBody(words)) return true;
  }
  return true;
}

/** `财政部、司法部`: names with marks between them, none of them a group's. */
function isListOfBodies(line: string): boolean {
  const names = line.split('、');
  return (
    names.length > 1 && names.every((name) => looksLikeBody(name) && !/^各|[等及和]/.test(name))
  );
}

const isBody = (name: string): boolean =>
  looksLikeBody(name) || /(?:国务院|中央军委|[部委局署会])$/.test(name);

/** 中华人民共和国国务院 signs as 国务院, 中华人民共和国财政部 as 财政部. */
export const withoutRepublic = (name: string): string =>
  name.replace(/^中华人民共和国(?=国务院$|[\u4e00-\u9fff]{2,16}(?:部|委员会|署|总局|局)$)/, '');

function rawAt(blocks: Blocks, index: number): string | null {
  const block = blocks[index];
  if (!block || block.kind === 'table' || block.passage.length > 90) return null;
  return block.passage.reading;
}
