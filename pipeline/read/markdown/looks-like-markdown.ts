/** Characters looked at; Markdown shows itself early. */
const SAMPLE = 200_000;

const HEADING = /^#{1,6}[ \t]+(?!Page\s*\d)\S/gim;
const BOLD = /(?<!\*)\*\*(?!\*)[^*\s][^*\n]{0,200}\*\*(?!\*)/g;
const PIPE_RULE = /^\|?[ \t]*:?-{3,}:?[ \t]*\|[-|: \t]*$/m;
/** Tables as converters print them: HTML, or `+---+` between the rows. */
const TABLE = /<t[dr]\b[^<>]{0,200}>|^[ \t]*\+[-=:]{2,}\+/im;
/** A mark that only Markdown needs to escape. */
const ESCAPE = /\\[*#_~]/g;
const IMAGE = /!\[[^\]\n]{0,200}\]\([^)\n]{1,500}\)/;

/** Marks enough to tell Markdown: two headings, or one with bold words, or bold words thrice, a table, two escapes. */
export function looksLikeMarkdown(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const headings = count(sample, HEADING, 2);
  const bold = count(sample, BOLD, 3);
  return (
    headings >= 2 ||
    bold >= 3 ||
    headings + bold >= 2 ||
    count(sample, ESCAPE, 2) >= 2 ||
    PIPE_RULE.test(sample) ||
    TABLE.test(sample) ||
    IMAGE.test(sample)
  );
}

/** How often the pattern occurs, counted up to `enough`. */
function count(text: string, pattern: RegExp, enough: number): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) if (++found >= enough) break;
  return found;
}
