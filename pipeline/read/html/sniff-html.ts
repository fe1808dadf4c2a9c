import { byteOrderMark } from '../encoding/byte-order.js';

/** Bytes in which a page must show that it is one. */
const HEAD_BYTES = 65_536;
/** Comments, declarations and white space before the first tag. */
const FORE = /^(?:\s+|<!--(?:(?!-->)[\s\S]){0,8000}-->|<\?[^<>]{0,400}\?>|<!\[[^<>]{0,200}\]>)/;
const DOCUMENT = /^<(?:!doctype\s+html|html|head|body|frameset)\b/i;
const FRAGMENT =
  /^<(?:a|article|b|blockquote|br|center|div|dl|font|form|h[1-6]|hr|img|link|main|meta|ol|p|pre|script|section|span|strong|style|table|tbody|td|title|tr|u|ul)[\s/>]/i;
/** Closing tags that tell a fragment from text with a stray tag. */
const TAGS_OF_HTML = 5;

/** What begins a line of Markdown, AsciiDoc or MediaWiki. */
const MARKED_LINE = /^(?:#{1,6} |={1,6} ?[^\s=]|\{\||\|-|'''|\*\*)/gm;
const BLOCK_TAG = /<\/?(?:p|h[1-6]|li)[\s/>]/i;

/** Whether the bytes are a web page, whole or a piece of one; the name decides only where neither is plain. */
export function looksLikeHtml(bytes: Uint8Array, name: string): boolean {
  const head = headOf(bytes);
  if (head.includes('\0')) return false;
  const opening = withoutFore(head);
  if (DOCUMENT.test(opening)) return true;
  const closings = head.split('</').length - 1;
  if (FRAGMENT.test(opening) && closings >= TAGS_OF_HTML) return !isMarked(head, name);
  return /\.(?:x?html?|shtml)$/i.test(name) && (closings > 0 || /<br\b/i.test(head));
}

/** First bytes as characters; every tag is ASCII, so that any byte encoding serves. */
function headOf(bytes: Uint8Array): string {
  const head = bytes.subarray(0, HEAD_BYTES);
  const marked = byteOrderMark(bytes);
  return new TextDecoder(marked ?? 'latin1').decode(head);
}

function withoutFore(head: string): string {
  let rest = head;
  for (let fore = FORE.exec(rest); fore; fore = FORE.exec(rest)) rest = rest.slice(fore[0].length);
  return rest;
}

/**
 * Whether a text has its own marks for lines and uses tags within them alone, as pandoc prints pages of Word, or is
 * called Markdown and has none for lines (`<u>2025年政策汇编</u>` above each page).
 */
function isMarked(head: string, name: string): boolean {
  const [first, ...rest] = head.split('<table');
  const outside = [first!, ...rest.map((part) => part.split('</table>')[1] ?? '')].join('');
  if (BLOCK_TAG.test(outside)) return false;
  return /\.(?:md|markdown)$/i.test(name) || [...outside.matchAll(MARKED_LINE)].length >= 2;
}
