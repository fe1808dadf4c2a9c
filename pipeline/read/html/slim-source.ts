import { ReadError } from '../read-error.js';
import { withFewAttributes } from './few-attributes.js';

/** Tags that only set type. A parser must reopen them in every paragraph, so they cost much. */
const TYPE_TAGS = new Set([
  ...['b', 'strong', 'i', 'em', 'u', 'font', 'big', 'small', 'tt', 'code', 'nobr'],
]);
/** Tags that close by themselves where the next begins, or hold nothing: they make no depth. */
const FLAT_TAGS = new Set([
  ...[
    'p',
    'li',
    'dt',
    'dd',
    'tr',
    'td',
    'th',
    'thead',
    'tbody',
    'tfoot',
    'option',
    'a',
    'rt',
    'rp',
  ],
  ...['br', 'hr', 'img', 'meta', 'link', 'input', 'col', 'area', 'base', 'embed', 'param', 'wbr'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'html', 'head', 'body', 'source', 'colgroup'],
]);
/** Browsers nest no deeper either. */
const DEEPEST = 500;
/** A table with its body, row and cell. */
const LEVELS_OF_TABLE = 4;
/** An element takes about 1 kB of memory; a page of 1,000 printed pages has some 200,000. */
const MOST_ELEMENTS = 500_000;

const TAG = /<(\/?)([a-z][a-z0-9:]*)(?=[\s/>])([^<>]*)>/gi;

/**
 * A page's source made harmless for the parser: tags that only set type are left out, and so are
 * attributes without end and what nests deeper than browsers allow; the words stay.
 *
 * @throws ReadError `too_complex` for a page that no memory would hold.
 */
export function slimSource(html: string): string {
  let elements = 0;
  let depth = 0;
  let dropped = 0;
  const typeTags = new TypeTags();
  return withFewAttributes(html).replace(
    TAG,
    (tag, slash: string, written: string, rest: string) => {
      const name = written.toLowerCase();
      if (TYPE_TAGS.has(name) && typeTags.drops(name, slash === '', rest)) return '';
      if (slash === '' && ++elements > MOST_ELEMENTS) throw tooManyElements();
      if (FLAT_TAGS.has(name) || rest.endsWith('/')) return tag;
      const levels = name === 'table' ? LEVELS_OF_TABLE : 1;
      if (slash === '') {
        if (depth < DEEPEST) {
          depth += levels;
          return tag;
        }
        dropped++;
        return '';
      }
      if (dropped > 0) {
        dropped--;
        return '';
      }
      depth = Math.max(0, depth - levels);
      return tag;
    },
  );
}

/** Which tags that set type are left out: all but those that hide their words. */
class TypeTags {
  private readonly open = new Map<string, boolean[]>();

  drops(name: string, opens: boolean, attributes: string): boolean {
    const drops = this.open.get(name) ?? [];
    this.open.set(name, drops);
    if (!opens) return drops.pop() ?? true;
    const drop = !/none|hid/i.test(attributes);
    drops.push(drop);
    return drop;
  }
}

function tooManyElements(): ReadError {
  return new ReadError(
    'too_complex',
    `The page has more than ${MOST_ELEMENTS} elements. Save its article alone, or cut it into several files.`,
  );
}
