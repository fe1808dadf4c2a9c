import { append } from '../../model/append.js';

/** A line that its break cuts in mid-sentence. */
const GOES_ON = /[，、,]\s*$/;
const ENDS = /[。！？；：.!?;:）)】”》]\s*$/;
/** Characters from which a line without end was broken by hand to fit the page. */
const BROKEN_LINE = 24;

/**
 * Parts the words of a paragraph at line breaks that stand for ends of paragraphs, as they do in
 * text pasted from web pages. Titles, which are broken to look well, stay whole, and so do lines
 * broken in mid-sentence. Page breaks always part.
 */
export function breakIntoLines(words: string, isTitle: boolean): string[] {
  const lines: string[] = [];
  for (const page of words.split('\f')) {
    if (isTitle) lines.push(page);
    else append(lines, joinCut(page.split('\n')));
  }
  return lines.filter((line) => line.trim() !== '');
}

function joinCut(parts: readonly string[]): string[] {
  const lines: string[] = [];
  let last = '';
  for (const part of parts) {
    const cut = lines.length > 0 && part.trim() !== '' && isCut(last);
    if (cut) lines.push(`${lines.pop()}\n${part}`);
    else lines.push(part);
    last = part;
  }
  return lines;
}

function isCut(line: string): boolean {
  return GOES_ON.test(line) || (!ENDS.test(line) && line.trim().length >= BROKEN_LINE);
}
