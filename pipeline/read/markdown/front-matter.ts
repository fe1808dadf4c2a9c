import type { Span } from '../../model/source-text.js';

/** Fields between two rules at the very top of a text. */
export interface FrontMatter {
  readonly end: number;
  /** The title's words, where no line below says them again. */
  readonly title: Span | null;
}

const BLOCK =
  /^\s{0,20}---[ \t]*\n((?:[A-Za-z][\w-]{0,40}:[^\n]{0,2000}\n|[ \t]+[^\n]{0,2000}\n|-[ \t][^\n]{0,2000}\n|\n|#[^\n]{0,2000}\n){1,200}?)(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const FIELD = /^[A-Za-z][\w-]{0,40}:/m;
const TITLE = /^title:[ \t]*(["']?)([^\n]{1,300}?)\1[ \t]*$/m;

/** The YAML at the top of a text, as pandoc and site makers write it; null where there is none. */
export function frontMatter(text: string): FrontMatter | null {
  const block = BLOCK.exec(text);
  if (block === null || !FIELD.test(block[1]!)) return null;
  const end = block[0].length;
  const title = TITLE.exec(block[0]);
  if (title === null) return { end, title: null };
  const start = title.index + title[0].indexOf(title[2]!, 'title:'.length);
  const words = title[2]!.replace(/\s+/g, '');
  const again = text
    .slice(end, end + 20_000)
    .split('\n')
    .some((line) => line.replace(/[\s#*=_']+/g, '') === words);
  return { end, title: again ? null : { start, end: start + title[2]!.length } };
}
