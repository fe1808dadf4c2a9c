import { leadingPlace } from '../../lexicon/regions.js';
import { USUAL_LABEL } from '../../lexicon/responsibility.js';
import { recordWords } from '../../model/characters.js';
import { isPageFurniture } from '../../model/page-furniture.js';
import type { Passage } from '../../model/passage.js';
import { Passage as PassageClass } from '../../model/passage.js';
import { widthNormalized } from '../../model/width.js';
import { readLabel } from '../labels/index.js';
import { looksLikeBody } from './body-names.js';
import { dateOfLine } from './date-line.js';
import { docNumberOfLine, numberBesideTitle } from './doc-number.js';
import type { Blocks } from './document-head.js';
import { isFrameNote } from './frame-notes.js';
import { endsTitle } from './genre.js';
import { type PrintedLine, printedLines } from './lines.js';
import { holdsPageWord, isColumn, isMeasured, isRowByShape } from './page-shape.js';
import { squeezed } from './squeeze.js';
import { PageLines } from './web-properties.js';

/** A title that stands over some lines. */
export interface PrintedTitle {
  readonly title: string;
  readonly passage: Passage;
  /** First block, and one past the last; a draft mark below the title is within. */
  readonly start: number;
  readonly end: number;
  /** 征求意见稿 and the like on a line of its own. */
  readonly draftMark: string;
  /** The 发文字号 that stands on its first or last line. */
  readonly docNumber: string | null;
}

/** `• 国际国内`, `黑龙江新闻网 >> 龙江新闻`: rows of a page's menu. */
const MENU_LINE =
  /^[•·●◆■▪▶►]|^-[\u4e00-\u9fff]{2,6}：|[>›»]{2}|[^《<]>(?=[^>]*[\u4e00-\u9fff]{2,6}$)/;
/** A title that a site sets in 《》 as a whole. */
const QUOTED_WHOLE = /^《[^《》]{8,}》$/;
/** What parts a notice from the text that it sends out. */
const RULE_OF_DASHES = /^[-—–=_*~]{3,}$/;
/** A title begins with Chinese words: `The Beginning` above it is the page's. */
const HAN = /[\u4e00-\u9fff]/;
const MOST_LINES = 8;
const FEWEST_LINKS = 5;
const LONGEST_LINE = 120;
export const DRAFT_MARK =
  /^[（(]?(?:征求意见稿|公开征求意见稿|送审稿|草案|草案送审稿|讨论稿|审议稿|代拟稿|初稿)[）)]?$/;
const TITLE_BRACKET = /^[（(〔][^（()）。]{2,24}[）)〕]$/;
const TITLE_DASH = /^[—–-]{1,2}(?:[^—–。，；]{4,40})$/;
/** Marks of sentences, and heads of table columns, end the search. */
const NO_TITLE = new RegExp(
  `[。；]|：$|(?:明确|指出|提出|要求)，$|^(?:序号|附件|附表|目录)|${USUAL_LABEL}(?!的)|联系人|^[\\d\\s]+$|[\\w-]+/[\\w-]+/`,
);
/** A title that says 关于 or 印发 names its kind behind 的: `关于印发…办法` goes on with `实施细则的通知`. */
const WANTS_KIND = /(?:^|[^的])关于|印发|转发|批转/;
const NAMES_KIND =
  /的(?:[\u4e00-\u9fff]{0,8})$|》[\u4e00-\u9fff]{0,4}$|[）)]$|(?:方案|计划|规划|措施|要点|意见|办法|规定|细则|条例)$/;
/** What is made of a text in 《》: `2022年《政府工作报告》⏎任务分解方案`. */
const OF_QUOTED = /^[\u4e00-\u9fff]{2,14}(?:方案|计划|清单|分解表|意见|措施|要点)$/;
const SETTLED =
  /的(?:紧急|补充|联合|若干|指导|实施)?(?:通知|意见|通告|公告|决定|函|批复|报告|请示|通报|答复|复函|公示|若干措施|措施|若干规定)(?:（(?:19|20)\d{2}年?(?:修订|修正|版)?）)?$/;

/** What is made for a plan, or told of it: `三年行动计划（2022—2024年）⏎工作方案及重点任务清单`. */
const GOES_ON =
  /^(?:实施方案|工作方案|行动方案|实施细则|实施意见|政策解读|文件解读|解读|起草说明|编制说明|政策问答|的)/;

/**
 * The title that begins at block `start`: short lines, one below the other, that together end as titles
 * do. null where the lines there are none.
 */
export function readPrintedTitle(blocks: Blocks, start: number): PrintedTitle | null {
  const lines: PrintedLine[] = [];
  let text = '';
  let complete = 0;
  let mark = '';
  let docNumber: string | null = null;
  for (let index = start; index < blocks.length && lines.length < MOST_LINES; index++) {
    const block = blocks[index]!;
    if (block.kind === 'table' || (index > start && block.kind === 'heading')) break;
    const lined = printedLines(block, index).filter(
      ({ text: words }) => !RULE_OF_DASHES.test(words),
    );
    const own = lined.map((line) => {
      const beside = numberBesideTitle(line.passage.reading);
      if (beside === null) return line;
      docNumber = beside.number;
      const passage = line.passage.slice(beside.start, beside.end).trim();
      return { ...line, passage, text: squeezed(passage.reading) };
    });
    if (/[！？]/.test(text)) break;
    const open = own.findIndex(
      (line, at) =>
        !mayBeTitle(line.text) ||
        DRAFT_MARK.test(line.text) ||
        isOfPage(line) ||
        (lines.length + at === 0 && !HAN.test(line.text)),
    );
    const taken = open < 0 ? own : own.slice(0, open);
    if (lines.length === 0 && taken[0] && TITLE_BRACKET.test(taken[0].text)) return null;
    let stopped = false;
    for (const line of taken) {
      if (complete > 0 && !mayGoOn(text, line.text)) {
        stopped = true;
        break;
      }
      lines.push(line);
      text += line.text;
      if (isComplete(text)) complete = lines.length;
    }
    if (stopped) break;
    if (open < 0) continue;
    if (taken.length > 0 && DRAFT_MARK.test(own[open]!.text)) mark = own[open]!.text;
    break;
  }
  if (complete === 0) return null;
  const own = lines.slice(0, complete);
  return printedTitle(blocks, own.slice(strayLines(own)), mark, docNumber);
}

/** `某局关于…的通知`, `关于印发…的通知`: what is whole from its own first line on. */
const BEGINS_WHOLE =
  /^(?:[\u4e00-\u9fff]{2,40}?(?:政府|委员会|办公[室厅]|[厅局部委署院])|中共[\u4e00-\u9fff]{2,20})?(?:关于|印发|转发).{4,}的[\u4e00-\u9fff]{0,4}(?:通知|意见|通告|公告|决定|函|批复|报告|请示|通报|答复|复函)(?:（[^（）]{2,20}）)?$/;
/** A name of a body, or a piece of one, or words that a title goes on with. */
const OF_TITLE =
  /政府|委员会|公署|银行|公司|中心|协会|集团|[省市县区州厅局部委署办院会组]|[、，《“和与及的于]|^(?:中共|国家|全国)/;
/** What stands above a title that begins with 关于 ends as a name does, or in a mark that wants more. */
const OPENS_TITLE =
  /(?:政府|委员会|公署|银行|公司|中心|协会|集团|指挥部|[省市县区州厅局部委署办院会组队室])(?:[（(][^（()）]*[）)])?$|^[（(][^（()）]*[）)]$|[、，《“和与及的于]$|^(?:中共|国家|全国)/;
/** A number cut short, a day, 文件, and `广东省梅州市人民政府`, as no government calls itself: whatever else it holds. */
const NOT_OF_TITLE =
  /\d{4}|文件$|^[\u4e00-\u9fff]{2,7}(?:省|自治区)[\u4e00-\u9fff]{2,4}市人民政府(?:办公[厅室])?$/;

/** What a title names is no line of its own above it. */
const SHORTEST_NAMED = 10;

/** Number of lines at the start, of a page or a red head, that a title which is whole without them has above it. */
function strayLines(lines: readonly PrintedLine[]): number {
  const column = lines.findLastIndex(({ text }) => isColumn(text));
  if (column >= 0 && isComplete(joinedText(lines.slice(column + 1)))) return column + 1;
  for (let from = lines.length - 1; from > 0; from--) {
    const rest = lines.slice(from).map(({ text }) => text);
    if (!BEGINS_WHOLE.test(rest.join(''))) continue;
    const above = lines.slice(0, from).map(({ text }) => text);
    const isNamed = leadingPlace(rest[0]!, null) !== null;
    const begins = /^(?:关于|印发|转发)/.test(rest[0]!);
    const stray = above.findLastIndex(
      (text) =>
        (begins && !OPENS_TITLE.test(text) && !text.includes('《')) ||
        (isNamed && !looksLikeBody(text) && !/[、，与和及]$/.test(text)) ||
        NOT_OF_TITLE.test(text) ||
        !OF_TITLE.test(text) ||
        (text.length >= SHORTEST_NAMED && rest.join('').includes(text)),
    );
    return stray + 1;
  }
  return 0;
}

const joinedText = (lines: readonly PrintedLine[]): string =>
  lines.map(({ text }) => text).join('');

/** Whether the words so far could be a whole title: nothing open, its kind at its end. */
function isComplete(text: string): boolean {
  return endsTitle(text) && !isOpen(text);
}

/** Whether a line can belong to a title that could end above it. */
function mayGoOn(text: string, line: string): boolean {
  if (dateOfLine(line.replace(/^[（(]|[）)]$/g, '')) !== null) return false;
  if (TITLE_BRACKET.test(line) || TITLE_DASH.test(line)) return true;
  if (SETTLED.test(text)) return false;
  if (/》$/.test(text) && OF_QUOTED.test(line)) return true;
  if (WANTS_KIND.test(text))
    return (
      /[\u4e00-\u9fff]/.test(line) &&
      !looksLikeBody(line) &&
      endsTitle(text + line) &&
      NAMES_KIND.test(line)
    );
  return GOES_ON.test(line) && line.length <= (endsTitle(line) ? 24 : 12);
}

/** Whether a quotation mark or bracket is open at the end. */
function isOpen(text: string): boolean {
  return ['《》', '（）', '“”', '〈〉'].some(([open, close]) => {
    const last = text.lastIndexOf(open!);
    return last >= 0 && text.indexOf(close!, last) < 0;
  });
}

/** Rows of links and fields of a page stand above titles, and are none. */
function isOfPage(line: PrintedLine): boolean {
  const raw = widthNormalized(line.passage.raw());
  const words = raw.split(/[\s|>]+/).filter((word) => word.length > 1);
  return (
    (words.length >= FEWEST_LINKS && !looksLikeBody(words[0]!)) ||
    isPageFurniture(raw) ||
    isMeasured(raw) ||
    isRowByShape(raw) ||
    holdsPageWord(raw) ||
    new PageLines().take(raw)
  );
}

function mayBeTitle(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= LONGEST_LINE &&
    !NO_TITLE.test(text) &&
    !MENU_LINE.test(text) &&
    dateOfLine(text) === null &&
    docNumberOfLine(text) === null &&
    !isFrameNote(text) &&
    (readLabel(text) === null ||
      /^第[一二三四五六七八九十]+[届次批]|^[一二三四五六七八九十]{1,3}[图文表]|^\d{4}年/.test(text))
  );
}

/** `mark` is a draft mark in the title's last block; one may stand in the block below instead. */
export function printedTitle(
  blocks: Blocks,
  lines: readonly PrintedLine[],
  mark: string,
  docNumber: string | null,
): PrintedTitle {
  const passages = lines.map((line) => line.passage);
  const passage = trimmed(unquoted(PassageClass.concat(passages[0]!.source, passages)));
  const last = lines.at(-1)!.block;
  const below = blocks[last + 1];
  const text = below && below.kind !== 'table' ? squeezed(below.passage.reading.slice(0, 40)) : '';
  const isMarked = mark === '' && below !== undefined && DRAFT_MARK.test(text);
  return {
    title: recordWords(squeezed(passage.words)),
    passage,
    start: lines[0]!.block,
    end: last + 1 + (isMarked ? 1 : 0),
    draftMark: isMarked ? text : mark,
    docNumber,
  };
}

/** `Page 22 - `, `• `: what a page or a tool puts before a title. */
const BEFORE = /^(?:[A-Za-z]+\.?\s*\d*\s*[-–—|｜:：]+|[•·●◆■▪▶►]+)\s*(?=[\u4e00-\u9fff《“])/;
/** ` 2022-08-31`, ` 2022-08-31 10:15`: the day that a list puts behind one. */
const BEHIND =
  /(?<=[\u4e00-\u9fff]{4}[）)》”]?)\s*(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}[：:]\d{2}(?:[：:]\d{2})?)?\s*$/;

/** ` | | |`: cells without words, of a table that a page places its title in. */
const BARS = /[\s|｜]*[|｜]\s*$/;

/** A title without what is no part of it on its own line. */
function trimmed(passage: Passage): Passage {
  const { reading } = passage;
  const start = BEFORE.exec(reading)?.[0].length ?? 0;
  const end = (BEHIND.exec(reading) ?? BARS.exec(reading))?.index ?? reading.length;
  return start === 0 && end === reading.length ? passage : passage.slice(start, end).trim();
}

function unquoted(passage: Passage): Passage {
  if (!QUOTED_WHOLE.test(squeezed(passage.words))) return passage;
  const { reading } = passage;
  return passage.slice(reading.indexOf('《') + 1, reading.lastIndexOf('》')).trim();
}
