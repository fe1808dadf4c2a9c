/** What a page mark says: the number of the page that begins below it, or that ends with it. */
export interface PageMark {
  readonly side: 'opens' | 'closes';
  readonly number: number;
}

interface MarkForm {
  readonly side: 'opens' | 'closes';
  readonly pattern: RegExp;
}

/** What a page mark begins with; tells nearly every other line in one look. */
const FIRST_CHARACTERS = new Set('#*-=[<—–－―─_·•第pP');

const DASH = '[-—–－―─_·•](?:\\s?[-—–－―─_·•]){0,2}';

/** The forms a page mark takes when it stands alone on its line. */
const MARK_FORMS: readonly MarkForm[] = [
  // `# Page 302:`, `--- Page 3 ---`, `[Page 3]`, `<!-- page 3 -->`
  {
    side: 'opens',
    pattern:
      /^(?:#{1,6}|-{3,}|={3,}|\[|<!--)\s*page\s*([0-9０-９]{1,5})\s*[:：]?\s*(?:-{3,}|={3,}|\]|-->)?$/i,
  },
  // `— 9 —`, `-9-`, `－ 9 －`
  { side: 'closes', pattern: new RegExp(`^${DASH}\\s*([0-9０-９]{1,4})\\s*${DASH}$`) },
  // `第 9 页 共 20 页`, `第9页/共20页`
  {
    side: 'closes',
    pattern:
      /^第\s*([0-9０-９]{1,4})\s*页(?:\s*[，,/／]?\s*[（(]?共\s*[0-9０-９]{1,4}\s*页[）)]?)?$/,
  },
  // `Page 3 of 20`
  { side: 'closes', pattern: /^page\s*([0-9０-９]{1,4})(?:\s*(?:of|\/)\s*[0-9０-９]{1,4})$/i },
];

/** `## — 7 —`, `**- 7 -**`: converters of PDF that tell headings by their size print marks so. */
const MARKUP = /^(?:#{1,6}\s+)?(?:\*\*)?(.*?)(?:\*\*)?$/;

/** The longest line that can be a page mark. */
const LONGEST_MARK = 40;

/** Reads a line as a page mark; null where it is none. A bare number is none: see `findPages`. */
export function readPageMark(line: string): PageMark | null {
  if (line.length > LONGEST_MARK || !FIRST_CHARACTERS.has(line[0]!)) return null;
  return readAsMark(line) ?? readAsMark(line.replace(MARKUP, '$1'));
}

function readAsMark(line: string): PageMark | null {
  for (const { side, pattern } of MARK_FORMS) {
    const match = pattern.exec(line);
    if (match) return { side, number: Number(match[1]!.normalize('NFKC')) };
  }
  return null;
}

/** Reads a line that is nothing but a number, as some pages print theirs. */
export function readBareNumber(line: string): number | null {
  return /^[0-9０-９]{1,4}$/.test(line) ? Number(line.normalize('NFKC')) : null;
}
