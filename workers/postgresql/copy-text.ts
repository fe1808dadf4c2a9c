import type { Cell } from '../../pipeline/emit/flat-columns.js';

/** What no database in UTF-8 holds: the character NUL, and halves of characters. */
const UNSTORABLE = /[\0\p{Surrogate}]/gu;
const MAY_BE_UNSTORABLE = /[\0\ud800-\udfff]/;

/** What stands in their place; one UTF-16 code unit for one, so that places in a text stay true. */
const REPLACEMENT = '\uFFFD';

const ESCAPED = /[\\\n\r\t]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Rows in the text format of COPY; counts the values in which a character had to be replaced. */
export class CopyText {
  /** Values in which U+FFFD stands for a character that PostgreSQL does not hold. */
  replaced = 0;

  row(cells: readonly Cell[]): string {
    return `${cells.map((cell) => this.field(cell)).join('\t')}\n`;
  }

  private field(cell: Cell): string {
    if (cell === null) return '\\N';
    if (typeof cell === 'string') return escaped(this.storable(cell));
    if (typeof cell === 'object') return escaped(this.list(cell));
    return String(cell);
  }

  private list(items: readonly string[]): string {
    const quoted = items.map((item) => `"${this.storable(item).replace(/["\\]/g, '\\$&')}"`);
    return `{${quoted.join(',')}}`;
  }

  private storable(text: string): string {
    if (!MAY_BE_UNSTORABLE.test(text)) return text;
    const storable = text.replace(UNSTORABLE, REPLACEMENT);
    if (storable !== text) this.replaced++;
    return storable;
  }
}

const escaped = (text: string): string => text.replace(ESCAPED, (mark) => ESCAPES[mark]!);
