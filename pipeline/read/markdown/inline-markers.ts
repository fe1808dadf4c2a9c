import type { Span } from '../../model/source-text.js';
import type { Dialect } from './dialect.js';

/**
 * Marks within a line that are no words, each form with the part of it that is left out:
 * - a backslash before a sign (`\*市税务局` keeps its asterisk);
 * - two or three asterisks (bold), unless they blot out digits (`138****1234`); a single one is
 *   never taken, as notices mark a lead unit so (`*市税务局`);
 * - two underscores around words (bold);
 * - what `~~` strikes through at both ends, but for ranges (`5~~10家、2~~3次`); `~~` alone, tags that only set type, comments, spaces and breaks written as entities or tags;
 * - what is left of such a tag that a tool has broken over two lines;
 * - images whole; of a link all but its words;
 * - marks of footnotes (`[^1]`);
 * - `$` around a bare number that OCR took for a formula (`$95\%$`).
 */
const STRUCK = String.raw`(?:(?<!\d)~~|~~(?!\d))(?=[^\s~])[^~\n]{1,300}?~~`;
const MARKERS = [
  String.raw`^\[\^[\w-]{1,20}\]:`,
  String.raw`\[\^[\w-]{1,20}\]`,
  String.raw`\\(?=[!-/:-@\[-\x60{-~])`,
  String.raw`\\$`,
  String.raw`(?<![*\\])\*{2,3}(?!\*)`,
  String.raw`(?<![*\d])\*{4}(?![*\d])`,
  String.raw`(?<![_\w])__(?=[^_\n]{1,300}__(?!_))`,
  String.raw`(?<=(?<![_\w])__[^_\n]{1,300})__(?!_)`,
  STRUCK,
  '~~',
  String.raw`<\/?(?:br|b|strong|i|em|u|sup|sub|span|font|center|div|p|html|body|figure|figcaption|a)(?:\s[^<>]{0,200})?\/?>`,
  String.raw`<(?:span|div|font|a|p)(?:\s[^<>]{0,200})?$`,
  String.raw`^(?:[a-z-]{1,20}="[^"<>]{0,300}"\s*){1,5}(?:\/?>|$)`,
  '<!--(?:(?!-->).){0,500}-->',
  '&(?:nbsp|emsp|ensp|thinsp|#160|#12288);',
  '(?<=&)(?:amp|#38);',
  String.raw`!\[[^\[\]]{0,200}\]\([^()]{0,500}\)`,
  String.raw`\{?(?:width|height)="[^"]{0,40}"\}?`,
  String.raw`\[(?=[^\[\]]{1,200}\]\((?:https?:|[./#])[^()\s]{0,500}\))`,
  String.raw`\]\((?:https?:|[./#])[^()\s]{0,500}\)`,
  String.raw`\$(?=[\d.,%\\\s~+\-×]{1,40}\$)`,
  String.raw`(?<=[\d%\s])\$`,
];

/** Single asterisks around words (bold), `{empty}`, `[.underline]#…#`, images, links but their words. */
const ASCIIDOC_MARKERS = [
  String.raw`(?<![\p{L}\p{N}*])\*(?=[^*\s][^*\n]{0,200}(?:\*(?![\p{L}\p{N}*])|(?<=[。.：:；）)”》])\*))`,
  String.raw`(?<=(?<![\p{L}\p{N}*])\*[^*\s][^*\n]{0,200})(?:\*(?![\p{L}\p{N}*])|(?<=[。.：:；）)”》])\*)`,
  String.raw`\{(?:empty|nbsp|blank|zwsp)\}`,
  String.raw`\[[.\w-]{1,30}\]#{1,2}(?=[^#\n]{1,300}#)`,
  String.raw`(?<=\[[.\w-]{1,30}\]#{1,2}[^#\n]{1,300})#{1,2}`,
  String.raw`image::?[^\s\[\]]{1,300}\[[^\[\]]{0,300}\]`,
  String.raw`(?:link:|https?:)[^\s\[\]]{1,500}\[(?=[^\[\]\n]{1,200}\])`,
  String.raw`(?<=(?:link:|https?:)[^\s\[\]]{1,500}\[[^\[\]\n]{1,200})\]`,
  String.raw`\[\[[\w-]{1,100}\]\]`,
  String.raw`\+{3}`,
];

/** Two to five apostrophes (italic, bold), files whole, links but their words. */
const MEDIAWIKI_MARKERS = [
  "(?<!')'{2,5}(?!')",
  String.raw`\[\[(?:File|Image|文件|图像):[^\[\]]{0,300}\]\]`,
  String.raw`\[\[(?:[^\[\]|]{0,200}\|)?(?=[^\[\]]{1,200}\]\])`,
  String.raw`(?<=\[\[[^\[\]]{1,400})\]\]`,
  String.raw`\[https?:[^\s\[\]]{1,500} (?=[^\[\]\n]{1,200}\])`,
  String.raw`(?<=\[https?:[^\s\[\]]{1,500} [^\[\]\n]{1,200})\]`,
  String.raw`<\/?nowiki\/?>`,
];

const PATTERNS: Readonly<Record<Dialect, RegExp>> = {
  markdown: new RegExp(MARKERS.join('|'), 'giu'),
  asciidoc: new RegExp([...ASCIIDOC_MARKERS, ...MARKERS].join('|'), 'giu'),
  mediawiki: new RegExp([...MEDIAWIKI_MARKERS, ...MARKERS].join('|'), 'giu'),
};

/** A line without any of these has no marker. */
const RARE = /[\\*_~<&[\]$"'{+]/;

/** How many stretches of a text are struck through. */
export const struckIn = (text: string): number =>
  text.includes('~~') ? (text.match(new RegExp(STRUCK, 'gu'))?.length ?? 0) : 0;

/** Where the words of a line stand, the markers in it left out; white space at the ends too. */
export function spansOfWords(text: string, line: Span, dialect: Dialect = 'markdown'): Span[] {
  const content = text.slice(line.start, line.end);
  if (!RARE.test(content)) return trimmedSpans(text, [line]);
  const spans: Span[] = [];
  let start = line.start;
  for (const marker of content.matchAll(PATTERNS[dialect])) {
    const at = line.start + marker.index;
    if (at > start) spans.push({ start, end: at });
    start = Math.max(start, at + marker[0].length);
  }
  if (line.end > start) spans.push({ start, end: line.end });
  return trimmedSpans(text, spans);
}

function trimmedSpans(text: string, spans: readonly Span[]): Span[] {
  let first = 0;
  let last = spans.length - 1;
  while (first <= last && isBlank(text, spans[first]!)) first++;
  while (last >= first && isBlank(text, spans[last]!)) last--;
  const trimmed = spans.slice(first, last + 1);
  const head = trimmed[0];
  if (!head) return trimmed;
  trimmed[0] = {
    start: head.end - text.slice(head.start, head.end).trimStart().length,
    end: head.end,
  };
  const { start, end } = trimmed.at(-1)!;
  trimmed[trimmed.length - 1] = { start, end: start + text.slice(start, end).trimEnd().length };
  return trimmed;
}

const isBlank = (text: string, span: Span): boolean =>
  text.slice(span.start, span.end).trim() === '';
