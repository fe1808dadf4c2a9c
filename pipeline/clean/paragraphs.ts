import { USUAL_LABEL } from '../lexicon/responsibility.js';
import { looksLikeUnit } from '../lexicon/units.js';
import { columns } from '../model/columns.js';
import type { Block } from '../model/document.js';
import type { SourceText } from '../model/source-text.js';
import { widthNormalized } from '../model/width.js';
import { mayNumberItem } from '../outline/labels/before-number.js';
import { readLabel } from '../outline/labels/index.js';

/** What is known of a line when it is asked whether the next one goes on with it. */
export interface LineView {
  readonly block: Block;
  /** Its words with uniform width, spaces at the ends dropped. */
  readonly reading: string;
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。！？：][”’）》」]*$/;
/** How an item ends before one that is numbered. */
const ITEM_END = /[。！？；）]$/;
const SOFT_END = /[，、；“‘（《〈—–\-+×]$/;
const MARK_START = /^[“”‘’（）《》，。、；：！？%]/;
const INNER_MARK = /[，。；]/;
/** `（此件公开发布）`, `（征求意见稿）`: a line of its own. */
const BRACKET_LINE = /^（[^（）]{2,24}）$/;
/** Extraction breaks lines at marks: `…“信用+承诺+监管”` + `行政审批模式`. */
const CLOSED_QUOTE = /[”》]$/;
/**
 * What goes on with the sentence behind such a break: a piece of a row cut at its comma (`改革，`),
 * or a word that no paragraph begins with (`等走访机制`, `的实施方案`).
 */
const QUOTE_GOES_ON = /^(?:[^，。、；：]{1,16}[，、]$|的|等(?![级待]))/;
/** `…直属单位于2023` + `年10月15日前`: extraction breaks lines at the spaces around digits, too. */
const COUNTED = /^[年月日号个家项条%万亿元人次期届]/;
/** A day alone on its line: who signs dates a letter, though its last sentence lacks its mark. */
const WHOLE_DAY = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/;
/** `…特此通告 某市公安局 2023年1月20日`: a letter's last paragraph with who signs it and when. */
const SIGNED = /[\u4e00-\u9fff]\s(?:19|20)\d{2}年\d{1,2}月\d{1,2}日$/;
const GOES_ON_BEHIND_DAY = /^[起前后至止之内以，、。）]/;
const WANTS_DAY = /[于自至从到在即为截由经迄（(，、]$/;
/** The last words of a letter, with or without their mark, and how to reach who wrote it. */
const CLOSING =
  /^特此(?:通知|公告|通告|公示|函复|函告|批复|报告|说明|证明)$|(?:电话|传真|手机|邮编|邮箱)：[\d\s\-—、，（）A-Za-z@.]+$/;
const LONGEST_TAIL = 16;
const isHeadingTail = (reading: string): boolean =>
  reading.length <= LONGEST_TAIL && !/[，；：]|。(?!$)/.test(reading);
const goesOnBehindQuote = (reading: string): boolean =>
  isHeadingTail(reading) || QUOTE_GOES_ON.test(reading);
/** A line of a text without printed lines that is long enough to have been cut by a page. */
const CUT_PARAGRAPH = 40;
/** `第二条第` + `（一）项`: a citation, no label. */
const CITED =
  /^（[一二三四五六七八九十\d]{1,3}）[项款条目点](?:[^一-龥]|$|规定|所列|内容|情形|的|和|至|中|以|及)/;
/** `1.4月8日至20日，`, `3.5月底前`: a label and a month, no decimal. */
const LABEL_BEFORE_MONTH = /^\d{1,2}[.．](?:1[0-2]|[1-9])月(?:\d{1,2}日|[底末初份前]|[上中下]旬)/;
const HEADING_LEAD =
  /^(?:(?:（略）)?附件|附表|附录|附：|主送|抄送|印发|（?联系人：|各[^，。]{1,40}[：])/;

export function viewOf(source: SourceText, block: Block): LineView {
  const start = block.spans[0]?.start ?? 0;
  const end = block.spans.at(-1)?.end ?? start;
  const words = block.spans.map((span) => source.text.slice(span.start, span.end)).join('');
  return { block, reading: widthNormalized(words).trim(), start, end };
}

/** Whether a line ends with a sentence. */
export const endsSentence = (reading: string): boolean => SENTENCE_END.test(reading);

/** Whether a label that opens a block stands at the head of the line. */
export function opensBlock(reading: string): boolean {
  if (HEADING_LEAD.test(reading) || LABEL_BEFORE_MONTH.test(reading)) return true;
  const label = readLabel(reading);
  return label !== null && label.kind !== 'inline' && !CITED.test(reading);
}

/** Whether a line is a label and nothing else: `（三）`, its headline on the next line. */
function isBareLabel(reading: string): boolean {
  const label = readLabel(reading);
  return label !== null && label.kind !== 'inline' && label.end === reading.length;
}

/**
 * Whether a line could be a headline of two clauses: `（二）优化生物医药创新全程服务机制，提升药监服务能级`. A row of
 * a sentence goes on to the margin, a headline's does not.
 */
function isHeadline(reading: string): boolean {
  const kind = readLabel(reading)?.kind;
  return (kind === 'han' || kind === 'han_bracket') && !/[。；：]/.test(reading);
}

/** A headline has two clauses at the most; a sentence that a page cuts short has more. */
const isShortHeadline = (reading: string): boolean =>
  isHeadline(reading) && reading.split('，').length <= 2;

/** What is known of the paragraph that a line ends. */
export interface ParagraphState {
  /** It holds a mark inside and no sentence end: it is in mid-sentence. */
  readonly open: boolean;
  /** A bracket was opened in its last words and not closed. */
  readonly unclosed: boolean;
  /** A page's mark or head stands between its last line and the next one. */
  readonly cut: boolean;
  /** Null where lines are paragraphs, as in Word's text export. */
  readonly printed: {
    /** The line ends a printed row at the margin. */
    readonly full: boolean;
    /** Whether the lines that come next fill up the printed row that the line is a piece of. */
    readonly completed: () => boolean;
    /** Whether the lines that come next are a row that is short by an indent. */
    readonly indented: () => boolean;
    /** The next line is set in from the margin by spaces, as the first of a paragraph is. */
    readonly setIn: boolean;
    /** Whether the next line does not fit into the printed row that the line is a piece of. */
    readonly overflown: () => boolean;
  } | null;
}

/** Dots that lead to a page number end a line of a contents. */
const LEADERS = /[.．…·]{4,}\s*\d{0,4}$/;

/** Whether `next` goes on with the paragraph that `line` is the last line of. */
export function continues(
  source: SourceText,
  line: LineView,
  next: LineView,
  { open, unclosed, cut, printed }: ParagraphState,
): boolean {
  if (unclosed && !beginsNextItem(next.reading)) return true;
  if (/\d$/.test(line.reading) && COUNTED.test(next.reading)) return true;
  if (opensBlock(next.reading)) return false;
  if (ITEM_END.test(line.reading) && mayNumberItem(next.reading)) return false;
  if (CLOSING.test(line.reading)) return false;
  if (WHOLE_DAY.test(next.reading) && !WANTS_DAY.test(line.reading)) return false;
  if (LEADERS.test(line.reading)) return false;
  if (isBareLabel(line.reading)) return true;
  const ended = endsSentence(line.reading);
  const pageCut = line.block.page !== next.block.page;
  const blank = !pageCut && hasBlankLine(source.text, line.end, next.start);
  if (!blank && goesOnWithNames(source, line, next)) return true;
  // Behind an empty line a body's name signs, though the line before lacks its mark.
  if (blank && !SOFT_END.test(line.reading) && looksLikeUnit(next.reading)) return false;
  if (printed === null) {
    // Lines are paragraphs: only one that something cut in mid-sentence goes on.
    if (ended) return false;
    if (SOFT_END.test(line.reading)) return true;
    if (SIGNED.test(line.reading) && !GOES_ON_BEHIND_DAY.test(next.reading)) return false;
    const long = line.reading.length >= CUT_PARAGRAPH || (cut && !isShortHeadline(line.reading));
    return INNER_MARK.test(line.reading) && long && open;
  }
  if (ended && (printed.setIn || BRACKET_LINE.test(next.reading))) return false;
  if (ended && printed.full) return !blank && !printed.indented();
  if (ended) return !blank && !/：$/.test(line.reading) && printed.completed();
  if (SOFT_END.test(line.reading)) return true;
  if (open) return !(printed.overflown() && isHeadline(line.reading));
  if (BRACKET_LINE.test(next.reading)) return false;
  if (blank || printed.setIn) return false;
  if (MARK_START.test(next.reading)) return true;
  return printed.full || (CLOSED_QUOTE.test(line.reading) && goesOnBehindQuote(next.reading));
}

/** Whether a line of nothing but bodies' names, set in deeper, goes on with the clause line above it. */
function goesOnWithNames({ text }: SourceText, line: LineView, next: LineView): boolean {
  if (!endsInClauseLine(line.reading) || next.reading.length > LONGEST_NAMES) return false;
  if (leadOf(text, next.start) <= leadOf(text, line.start)) return false;
  const names = next.reading.replace(/[。；]$/, '').split(/[、，]/);
  return names.every((name) => OF_LEVEL.test(name) && looksLikeUnit(name));
}

const LONGEST_NAMES = 60;
/** Whose body it is begins a name in a list; a signature begins with the name of its place. */
const OF_LEVEL = /^(?:[省市县区州盟旗镇乡各]|有关|相关)/;

/** Columns of white space before an offset in its line. */
function leadOf(text: string, start: number): number {
  let at = start;
  while (at > 0 && /[^\S\n]/.test(text[at - 1]!)) at--;
  return at === 0 || text[at - 1] === '\n' ? columns(text.slice(at, start)) : 0;
}

function hasBlankLine(text: string, from: number, to: number): boolean {
  const first = text.indexOf('\n', from);
  return (
    first >= 0 &&
    first < to &&
    text.indexOf('\n', first + 1) >= 0 &&
    text.indexOf('\n', first + 1) < to
  );
}

/** Words with 、 inside that are too many for a heading. */
const LONG_WORDS = 36;

/** Whether the words so far stop in mid-sentence. */
export function inMidSentence(reading: string): boolean {
  if (endsInClauseLine(reading)) return false;
  const marked =
    INNER_MARK.test(reading) || (reading.length >= LONG_WORDS && reading.includes('、'));
  return marked && !SENTENCE_END.test(reading) && !/[；）]$/.test(reading);
}

/** Words that a bracket holds at the most before a line breaks it. */
const LONGEST_BRACKET = 120;

/** `方案（2023版` as the end of a title line: nothing more will close it. */
const EDITION = /（\d{4}\s?年?版$/;

/**
 * Whether a line behind an unclosed bracket is an item of its own, as notices leave brackets open:
 * `…（市人社局负责，2023年11月底前完成` + `12.开展人力资源服务提升行动，…`. A bracket that goes on is closed
 * in the line.
 */
function beginsNextItem(reading: string): boolean {
  const kind = opensBlock(reading) ? readLabel(reading)?.kind : null;
  if (kind !== 'han' && kind !== 'han_bracket' && kind !== 'digit') return false;
  const words = reading.replace(/^（[^）]{1,5}）/, '');
  const close = words.indexOf('）');
  const open = words.indexOf('（');
  return close < 0 || (open >= 0 && open < close);
}

/** Whether the words so far stop inside a bracket: `（详见附件` + `3)。` */
export function stopsInBracket(reading: string): boolean {
  if (EDITION.test(reading)) return false;
  const open = Math.max(reading.lastIndexOf('（'), reading.lastIndexOf('〔'));
  if (open < 0 || reading.length - open > LONGEST_BRACKET) return false;
  return open > Math.max(reading.lastIndexOf('）'), reading.lastIndexOf('〕'));
}

const CLAUSE_LABEL = new RegExp(`${USUAL_LABEL}[：:][^。]*$`);

/** `责任单位：甲、乙` without brackets is a line of its own, not a sentence that goes on. */
function endsInClauseLine(reading: string): boolean {
  const label = CLAUSE_LABEL.exec(reading);
  if (!label) return false;
  const before = reading.slice(0, label.index);
  return !/[（〔【[]$/.test(before) && before.lastIndexOf('（') <= before.lastIndexOf('）');
}
