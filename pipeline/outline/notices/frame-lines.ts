import { append } from '../../model/append.js';
import type { TextBlock } from '../../model/outline.js';
import { looksLikeBody } from '../head/body-names.js';
import { dateOfLine } from '../head/date-line.js';
import { docNumberOfLine } from '../head/doc-number.js';
import { genreOf } from '../head/genre.js';
import { type PrintedLine, printedLines } from '../head/lines.js';
import { squeezed } from '../head/squeeze.js';
import { separateHeadLines } from './head-lines.js';
import { withoutRunInSignature } from './run-in-signature.js';

/** Blocks from a notice's start in which a 发文字号 may stand among other lines. */
const HEAD_BLOCKS = 12;
/** Blocks below a signature in which the carried title stands. */
const BELOW_SIGNATURE = 3;
const LONGEST_BLOCK = 3000;
const DATE_LINE_END = /日[ \t\u3000]*(?:\n|$)/;
const NUMBER_LINE_END = /号[）)]?[ \t\u3000]*\n/;
/** 总理 李强, 市长：温国辉: who signs an order. */
const SIGNER =
  /^(?:总理|主席|委员长|省长|市长|县长|区长|州长|旗长|部长|主任|局长|署长|行长|院长|检察长|审计长)：?[\u4e00-\u9fff]{2,5}$/;
const GOES_ON = /^[至起，。、；前后止之内）以]/;
const OPENS_SENTENCE = /^(?:为|根据|按照|经|现|依据|在|对|以|自|由)/;

/**
 * The same blocks with those cut in which cleaning joined a frame line to running text: names and
 * date of a signature, a 发文字号, a carried title below a signature. Cuts fall between printed lines.
 */
export function separateFrameLines(given: readonly TextBlock[]): TextBlock[] {
  const blocks = separateHeadLines(given).flatMap(withoutRunInSignature);
  const separated: TextBlock[] = [];
  let sinceSignature = Number.POSITIVE_INFINITY;
  for (const [index, block] of blocks.entries()) {
    sinceSignature++;
    const raw = block.kind === 'paragraph' && block.passage.length > 0 ? block.passage.raw() : '';
    if (!raw.includes('\n') || raw.length > LONGEST_BLOCK) {
      separated.push(block);
      if (dateOfLine(raw)) sinceSignature = 0;
      continue;
    }
    const cuts = new Set<number>();
    const beforeName = opensSignature(blocks[index + 1]);
    const mayHold = mayHoldFrame(raw, index) || sinceSignature <= BELOW_SIGNATURE || beforeName;
    const lines = mayHold ? printedLines(block, index) : [];
    const signed = cutAtDates(lines, cuts);
    if (beforeName) cutAtTrailingNames(lines, cuts);
    if (index < HEAD_BLOCKS) cutAtNumbers(lines, cuts);
    const title = signed >= 0 ? signed + 1 : sinceSignature <= BELOW_SIGNATURE ? 0 : -1;
    if (title >= 0) cutBelowTitle(lines, title, cuts);
    if (signed >= 0) sinceSignature = 0;
    append(separated, pieces(block, lines, cuts));
  }
  return separated;
}

/** True for a short block that is a name or a date: what stands above may be names, too. */
function opensSignature(block: TextBlock | undefined): boolean {
  if (!block || block.kind === 'table' || block.passage.length > 60) return false;
  const text = squeezed(block.passage.reading);
  return dateOfLine(text) !== null || looksLikeBody(text);
}

function mayHoldFrame(raw: string, index: number): boolean {
  return DATE_LINE_END.test(raw) || (index < HEAD_BLOCKS && NUMBER_LINE_END.test(raw));
}

/** Cuts around each date line and above the names before it; gives the last date line's index. */
function cutAtDates(lines: readonly PrintedLine[], cuts: Set<number>): number {
  let last = -1;
  for (const [index, line] of lines.entries()) {
    if (dateOfLine(line.text) === null || GOES_ON.test(lines[index + 1]?.text ?? '')) continue;
    const top = topOfNames(lines, index);
    if (top === index && !mayBeginSignature(lines, top)) continue;
    if (SIGNER.test(lines[top - 1]?.text ?? '')) cuts.add(top - 1);
    for (let name = top; name <= index + 1; name++) cuts.add(name);
    last = index;
  }
  return last;
}

/** A name, or characters alone as where 局 was misread: 芜湖市水务最. */
function isNameLine(text: string): boolean {
  return looksLikeBody(text) || /^[一-龥（）]{4,40}$/.test(text);
}

/** First of the lines before `end` that are names of bodies; `end` where there are none. */
function topOfNames(lines: readonly PrintedLine[], end: number): number {
  let top = end;
  while (top > 0 && isNameLine(lines[top - 1]!.text)) top--;
  while (top < end && !looksLikeBody(lines[top]!.text)) top++;
  return top;
}

/** True where a sentence, a list of attachments or nothing ends above line `index`. */
function mayBeginSignature(lines: readonly PrintedLine[], index: number): boolean {
  const above = lines[index - 1]?.text;
  return (
    above === undefined ||
    /[。！）]$/.test(above) ||
    /^附|^\d[.．]/.test(above) ||
    SIGNER.test(above)
  );
}

/** Cuts off names at a block's end whose date or further names stand in the next block. */
function cutAtTrailingNames(lines: readonly PrintedLine[], cuts: Set<number>): void {
  const top = topOfNames(lines, lines.length);
  if (top === lines.length || !mayBeginSignature(lines, top)) return;
  for (let name = top; name < lines.length; name++) cuts.add(name);
}

function cutAtNumbers(lines: readonly PrintedLine[], cuts: Set<number>): void {
  for (const [index, line] of lines.entries()) {
    if (docNumberOfLine(line.text) === null) continue;
    cuts.add(index);
    cuts.add(index + 1);
  }
}

/** Cuts below the lines from `start` that make a title, where running text follows it. */
function cutBelowTitle(lines: readonly PrintedLine[], start: number, cuts: Set<number>): void {
  let text = '';
  for (let index = start; index < Math.min(lines.length, start + 4); index++) {
    const line = lines[index]!.text;
    if (/[。；！？：]/.test(line) || (index === start && OPENS_SENTENCE.test(line))) return;
    text += line;
    if (genreOf(text) === null) continue;
    cuts.add(index + 1);
    return;
  }
}

function pieces(
  block: TextBlock,
  lines: readonly PrintedLine[],
  cuts: ReadonlySet<number>,
): TextBlock[] {
  const inner = [...cuts].filter((cut) => cut > 0 && cut < lines.length).sort((a, b) => a - b);
  if (inner.length === 0) return [block];
  const parts: TextBlock[] = [];
  let offset = 0;
  let start = 0;
  for (const [index, line] of lines.entries()) {
    offset += line.passage.length;
    if (index + 1 !== inner[0] && index + 1 !== lines.length) continue;
    if (index + 1 === inner[0]) inner.shift();
    parts.push({ ...block, passage: block.passage.slice(start, offset).trim() });
    start = offset;
  }
  return parts;
}
