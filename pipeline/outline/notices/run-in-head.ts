import type { TextBlock } from '../../model/outline.js';
import { docNumberOfLine, numberBesideTitle } from '../head/doc-number.js';
import { endsTitle } from '../head/genre.js';
import { printedLines } from '../head/lines.js';
import { squeezed } from '../head/squeeze.js';
import { readLabel } from '../labels/index.js';

/** The year and serial of a 发文字号, which may stand between a title and the text. */
const YEAR_AND_SERIAL = /[〔[（【](?:19|20)\d{2}[〕\]）】]\s*第?\d{1,5}号[）)】\]]?/;
const LONGEST_HEAD = 260;
const LONGEST_TITLE = 160;
const SHORTEST_REST = 10;
const SHORTEST_BLOCK = 30;
const SHORTEST_RUN_ON = 100;
/** A title that says what kind of letter it is: nothing of it can follow. */
const SETTLED =
  /关于.{4,}的(?:紧急|补充|实施|指导)?(?:通知|意见|决定|公告|通告|函|批复|报告|通报)$/;
/** `【关于公布保护区名单的公告】根据…`: a title in brackets at the start of its text. */
const BRACKETED_TITLE = /^【([^【】]{8,80})】(?=\s*[^\s]{20})/;
const OPENS_TEXT = /^(?:为|根据|按照|经|现|依据|近年|各[^。]{2,80}：|[^。：]{2,40}：)/;

/**
 * Title, number and the text's first words that stand in one paragraph, cut apart: `…的通知 某政〔2023〕5号 现将…`. The
 * block alone where they do not.
 */
export function withoutRunInHead(block: TextBlock): TextBlock[] {
  if (block.table || block.passage.length < SHORTEST_BLOCK) return [block];
  const { passage } = block;
  const bracketed = BRACKETED_TITLE.exec(passage.reading);
  if (bracketed && isTitle(bracketed[1]!)) {
    const close = bracketed[0].length;
    return [passage.slice(1, close - 1), passage.slice(close)].map((part) => ({
      ...block,
      passage: part.trim(),
    }));
  }
  const end =
    behindBracket(passage.reading) ??
    behindNumber(passage.reading) ??
    behindTitle(block) ??
    behindKind(passage.reading) ??
    behindSentence(block);
  if (end === null || passage.length - end < SHORTEST_REST) return [block];
  return [passage.slice(0, end), passage.slice(end)]
    .map((part) => ({ ...block, passage: part.trim() }))
    .filter((part) => part.passage.length > 0);
}

/** Where a bracket ends that holds a number, with its day or without, and what opens a text follows it. */
function behindBracket(reading: string): number | null {
  const bracket = /^[（(][^（()）]{6,50}号[）)]\s*(?=\S{10})/.exec(reading);
  const number = bracket && docNumberOfLine(bracket[0].trim());
  return number ? bracket![0].length : null;
}

function behindNumber(reading: string): number | null {
  const serial = YEAR_AND_SERIAL.exec(reading.slice(0, LONGEST_HEAD));
  if (!serial || serial.index === 0 || readLabel(reading.trim())) return null;
  const end = serial.index + serial[0].length;
  const beside = numberBesideTitle(reading.slice(0, end));
  if (!beside || beside.start > 0) return null;
  return isTitle(reading.slice(0, beside.end)) ? end : null;
}

/** Where white space parts a title from what opens a text. */
function behindTitle({ passage }: TextBlock): number | null {
  const { reading } = passage;
  for (const { offset, breaksLine } of passage.gaps()) {
    if (offset > LONGEST_TITLE) return null;
    const before = reading.slice(0, offset);
    if (breaksLine || /。/.test(before)) return null;
    const title = before.slice(numberBesideTitle(before)?.start ?? 0);
    if (SETTLED.test(squeezed(title)) && OPENS_TEXT.test(reading.slice(offset).trim()))
      return offset;
  }
  return null;
}

/** `街道火灾预防工作方案今年大风季节…`: a title that its text runs on from, with nothing between. */
const RUNS_ON =
  /^(?!(?:本|该|此|以下|上述|其|这|为|根据|按照|现|经|各|对|在|请|要|我|你)|关于)([^。，；：！？、（()）“”]{6,50}?(?:工作方案|实施方案|行动方案|工作计划|实施意见|应急预案|管理办法|实施细则|工作制度|工作总结))(?=(?:为(?:了|进一步|切实|深入|全面|认真|贯彻|加强|做好|规范|推进)|根据|按照|今年|近年来|当前|随着))/;

function behindKind(reading: string): number | null {
  const title = reading.length < SHORTEST_RUN_ON ? undefined : RUNS_ON.exec(reading)?.[1];
  return title?.length ?? null;
}

/** Where a title begins on a line of its own below a sentence that cleaning joined it to. */
function behindSentence(block: TextBlock): number | null {
  const lines = printedLines(block, 0);
  for (let at = 1; at < lines.length; at++) {
    if (!lines[at - 1]!.text.endsWith('。')) continue;
    const below = lines.slice(at).map(({ text }) => text);
    const stop = below.findIndex((text) => docNumberOfLine(text) !== null || /[：。]$/.test(text));
    const title = below.slice(0, stop < 0 ? undefined : stop).join('');
    if (!SETTLED.test(title) || !isTitle(title)) continue;
    return lines.slice(0, at).reduce((sum, { passage }) => sum + passage.length, 0);
  }
  return null;
}

const isTitle = (words: string): boolean =>
  words.length <= LONGEST_TITLE &&
  !/[。：；，]|》[（(【]?$/.test(words) &&
  endsTitle(squeezed(words));
