import { oldFormatOf } from './container.js';

/** Marks of a field in Word's binary format ([MS-DOC] 2.8.25): before its code, before its result, behind it. */
const BEGIN = 0x13;
const SEPARATE = 0x14;
const END = 0x15;
/** Longest code and result of a field that shows a date, in characters. */
const LONGEST_CODE = 200;
const LONGEST_RESULT = 60;
/** Fields that programs fill with the day or the time at which they open a file. */
const RENEWED = /^\s*(?:DATE|TIME)\b/i;

/** What the DATE and TIME fields of an old Word file or of rich text show as it was saved, in order. */
export function storedDates(bytes: Uint8Array): string[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (oldFormatOf(bytes) === 'rtf') return richDates(file.toString('latin1'));
  const dates: string[] = [];
  for (let at = file.indexOf(BEGIN); at >= 0; at = file.indexOf(BEGIN, at + 1)) {
    // Text stands in UTF-16, or in one byte a character where all of a piece fits.
    const date = dateAt(file, at, 2) ?? dateAt(file, at, 1);
    if (date !== null) dates.push(date);
  }
  return dates;
}

/** What the field that begins at `at` shows; null where none does, or one of another kind. */
function dateAt(file: Buffer, at: number, width: 1 | 2): string | null {
  const coding = width === 2 ? 'utf16le' : 'latin1';
  if (width === 2 && file[at + 1] !== 0) return null;
  const separate = markFrom(file, at + width, width, SEPARATE, LONGEST_CODE);
  if (separate < 0 || !RENEWED.test(file.toString(coding, at + width, separate))) return null;
  const end = markFrom(file, separate + width, width, END, LONGEST_RESULT);
  return end < 0 ? null : file.toString(coding, separate + width, end).trim();
}

/** Offset of a mark among the next characters; -1 where another one, or none, comes first. */
function markFrom(file: Buffer, from: number, width: 1 | 2, mark: number, longest: number): number {
  for (let at = from; at < Math.min(file.length, from + longest * width); at += width) {
    const code = width === 2 && file[at + 1] !== 0 ? 0x100 : file[at]!;
    if (code >= BEGIN && code <= END) return code === mark ? at : -1;
  }
  return -1;
}

/** Longest stretch of rich text between a field's code and what it shows, control words included. */
const LONGEST_RICH = 1000;

/** Fields of rich text: `{\field{\*\fldinst DATE …}{\fldrslt …}}`. */
function richDates(text: string): string[] {
  const dates: string[] = [];
  for (let at = text.indexOf('\\fldinst'); at >= 0; at = text.indexOf('\\fldinst', at + 1)) {
    const code = groupFrom(text, at + '\\fldinst'.length);
    if (!RENEWED.test(richWords(code))) continue;
    const shows = text.indexOf('\\fldrslt', at);
    if (shows < 0) break;
    if (shows - at < LONGEST_RICH) {
      dates.push(richWords(groupFrom(text, shows + '\\fldrslt'.length)).trim());
    }
  }
  return dates;
}

/** The rest of the group that is open at an offset. */
function groupFrom(text: string, from: number): string {
  let depth = 0;
  const last = Math.min(text.length, from + LONGEST_RICH);
  for (let at = from; at < last; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}' && depth-- === 0) return text.slice(from, at);
  }
  return '';
}

/** The words of rich text: `\'c4\'ea` in GBK, `\u24180?` by its code; control words and braces none. */
function richWords(coded: string): string {
  return coded
    .replace(/(?:\\'[0-9a-f]{2})+/gi, (run) => {
      const bytes = Buffer.from(run.replace(/\\'/g, ''), 'hex');
      return new TextDecoder('gb18030').decode(bytes);
    })
    .replace(/\\u(-?\d{1,5}) ?\??/g, (_, code) => String.fromCharCode(Number(code) & 0xffff))
    .replace(/\\\*|\\[a-z]{1,32}-?\d{0,10} ?|[{}\r\n]/g, '');
}
