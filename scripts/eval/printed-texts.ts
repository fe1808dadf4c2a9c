import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Archive } from '../../pipeline/read/archive/archive.js';
import { comparable } from './characters.js';

/** A text that a PDF may have been printed from. */
export interface PrintedText {
  /** Name of its file. */
  readonly name: string;
  readonly text: string;
}

const PARTS = /_p(\d+)-(\d+)/;
const WORDS = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;
const NO_WORDS = /<(head|style|script)\b[\s\S]*?<\/\1>|<[^>]*>/gi;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/**
 * What the PDFs of a folder were printed from: the texts of `sources` and the Word files and web
 * pages beside them, told by the same three digits; a name that ends in `_p302-360` holds those pages
 * of the text only.
 */
export class PrintedTexts {
  private readonly read = new Map<string, Promise<string>>();

  constructor(
    private readonly folder: string,
    private readonly sources: string,
  ) {}

  /** The text, of all that a PDF may have been printed from, whose characters `found` has most. */
  async nearest(file: string, found: string): Promise<PrintedText | null> {
    const own = countsOf(comparable(found));
    let best: PrintedText | null = null;
    let least = Infinity;
    for (const path of this.candidates(file.slice(0, 3))) {
      const text = partOf(await this.textOf(path), PARTS.exec(file));
      const apart = difference(countsOf(comparable(text)), own);
      if (apart < least) [best, least] = [{ name: path.split(/[\\/]/).at(-1)!, text }, apart];
    }
    return best;
  }

  private candidates(digits: string): string[] {
    const of = (folder: string, ends: RegExp): string[] =>
      existsSync(folder)
        ? readdirSync(folder)
            .filter((name) => name.startsWith(digits) && ends.test(name))
            .sort()
            .map((name) => join(folder, name))
        : [];
    return [...of(this.sources, /\.txt$/), ...of(this.folder, /\.(?:docx|html)$/)];
  }

  private textOf(path: string): Promise<string> {
    const known = this.read.get(path);
    if (known) return known;
    const text = readText(path);
    this.read.set(path, text);
    return text;
  }
}

/** The words of a text, a Word file or a web page, in the order in which they are written. */
async function readText(path: string): Promise<string> {
  const bytes = new Uint8Array(readFileSync(path));
  if (path.endsWith('.txt')) return new TextDecoder().decode(bytes);
  if (path.endsWith('.html')) return plain(new TextDecoder().decode(bytes).replace(NO_WORDS, ' '));
  const body = await (await Archive.open(bytes)).read('word/document.xml');
  const xml = new TextDecoder().decode(body ?? new Uint8Array());
  return plain([...xml.matchAll(WORDS)].map(([, words]) => words).join(''));
}

const plain = (text: string): string =>
  text.replace(/&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi, (entity, hex, decimal, name) =>
    name
      ? (ENTITIES[name.toLowerCase()] ?? entity)
      : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );

/** The pages that a name asks for, by the marks `# Page 302:`, and without these marks. */
function partOf(text: string, pages: RegExpExecArray | null): string {
  const [from, to] = [pages?.[1], pages?.[2]];
  const start = from ? text.indexOf(`# Page ${from}:`) : 0;
  const end = to ? text.indexOf(`# Page ${Number(to) + 1}:`) : -1;
  const part = text.slice(Math.max(start, 0), end < 0 ? undefined : end);
  return part.replace(/^# Page \d+:/gm, '');
}

/** How often each character stands in a text. */
export function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}

/** How far what was found is from a text: pages have heads and numbers beside it, but lack nothing. */
const LACK = 10;

function difference(text: ReadonlyMap<string, number>, found: ReadonlyMap<string, number>): number {
  let apart = 0;
  for (const [character, count] of text) {
    const more = count - (found.get(character) ?? 0);
    apart += more > 0 ? more * LACK : -more;
  }
  for (const [character, count] of found) if (!text.has(character)) apart += count;
  return apart;
}
