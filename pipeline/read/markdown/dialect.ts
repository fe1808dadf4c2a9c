/** Marks in which a text is written. */
export type Dialect = 'markdown' | 'asciidoc' | 'mediawiki';

/** Characters looked at. */
const SAMPLE = 400_000;

const WIKI_TABLE_OPENS = /^[ \t:]*\{\|/m;
const WIKI_TABLE_CLOSES = /^[ \t]*\|\}/m;
const WIKI_HEADING = /^(={1,6})(?!=)[^=\n]{1,200}(?<!=)\1[ \t]*$/gm;
const WIKI_BOLD = /(?<!')'''(?!')[^'\n]{1,200}'''(?!')/g;
const ASCIIDOC_FRAME = /^\|={3,}[ \t]*$/gm;
const ASCIIDOC_HEADING = /^={1,6}[ \t]+[^=\s][^=\n]{0,200}$/gm;

/**
 * The marks of a text, told by the tables, headings and bold words that no other has. Those of
 * Markdown are taken for it where none of the others show.
 */
export function dialectOf(text: string): Dialect {
  const sample = text.slice(0, SAMPLE);
  if (WIKI_TABLE_OPENS.test(sample) && WIKI_TABLE_CLOSES.test(sample)) return 'mediawiki';
  if (has(sample, ASCIIDOC_FRAME, 2)) return 'asciidoc';
  if (has(sample, WIKI_HEADING, 2) || has(sample, WIKI_BOLD, 2)) return 'mediawiki';
  return has(sample, ASCIIDOC_HEADING, 2) ? 'asciidoc' : 'markdown';
}

function has(text: string, pattern: RegExp, enough: number): boolean {
  let found = 0;
  for (const _ of text.matchAll(pattern)) if (++found >= enough) return true;
  return false;
}
