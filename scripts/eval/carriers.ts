import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadError, readSource } from '../../pipeline/read/index.js';
import { comparable, type KeptCharacters, keptCharacters } from './characters.js';
import { drawnPages } from './drawn-pages.js';
import { type PageCharacters, pageCharacters } from './page-characters.js';
import { PrintedTexts } from './printed-texts.js';
import { inReadingOrder } from './reading-order.js';

/** What a PDF keeps of the text that was printed in it. */
export interface CarrierCharacters {
  readonly file: string;
  /** Code of the refusal; null where the file was read. */
  readonly refused: string | null;
  /** Name of the text that it was printed from. */
  readonly printedFrom: string | null;
  readonly kept: KeptCharacters | null;
  readonly pages: readonly PageCharacters[];
}

/** Shares of a page's characters that a reader must keep. */
const BAR = 0.999;
const MISSING_SHOWN = 3;
const PAGES_SHOWN = 12;

/**
 * Compares each PDF of a folder with the text that it was printed from: all characters that come out
 * in reading order, page by page.
 * @param password opens files that need one
 */
export async function carrierCharacters(
  folder: string,
  sources: string,
  password: string | null = null,
): Promise<CarrierCharacters[]> {
  if (!existsSync(folder)) return [];
  const texts = new PrintedTexts(folder, sources);
  const measured: CarrierCharacters[] = [];
  for (const file of readdirSync(folder).sort()) {
    if (!file.endsWith('.pdf') || !/^\d{3}/.test(file)) continue;
    measured.push(await measure(folder, file, texts, password));
  }
  return measured;
}

async function measure(
  folder: string,
  file: string,
  texts: PrintedTexts,
  password: string | null,
): Promise<CarrierCharacters> {
  const path = join(folder, file);
  try {
    const input = { bytes: readFileSync(path), name: file };
    const document = await readSource(input, { encoding: null, password, filePages: true });
    const read = inReadingOrder(document);
    const printed = await texts.nearest(file, read.text);
    if (!printed) return { file, refused: null, printedFrom: null, kept: null, pages: [] };
    const pages = pageCharacters(comparable(printed.text), read, drawnPages(path, password));
    const kept = keptCharacters(printed.text, read.text);
    return { file, refused: null, printedFrom: printed.name, kept, pages };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { file, refused: error.code, printedFrom: null, kept: null, pages: [] };
  }
}

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(3);

/** The characters of each file in lines to read, and the pages that miss some. */
export function reportCarriers(measured: readonly CarrierCharacters[]): string {
  const lines = measured.flatMap((one) => {
    const { file, refused, printedFrom, kept, pages } = one;
    if (kept === null)
      return [`${file}  ${refused ? `refused: ${refused}` : 'no text to compare'}`];
    return [
      `${file}  ${percent(kept.kept, kept.expected)} % of ${kept.expected} characters of ${printedFrom} in order, ${kept.digitsKept} of ${kept.digits} digits`,
      `  ${pagesOf(pages)}${drawnOf(pages)}`,
      ...kept.missing.slice(0, MISSING_SHOWN).map((words) => `  missing: ${words}`),
    ];
  });
  return ['Characters of the text that its PDFs give', ...lines].join('\n');
}

function pagesOf(pages: readonly PageCharacters[]): string {
  const short = pages.filter((page) => page.kept < page.printed);
  const under = short.filter((page) => page.kept < page.printed * BAR);
  const shown = short
    .slice(0, PAGES_SHOWN)
    .map(({ page, kept, printed }) => `${page}: ${kept}/${printed}`);
  const rest = shown.length < short.length ? ' …' : '';
  const list = shown.length > 0 ? ` (${shown.join('  ')}${rest})` : '';
  return `${pages.length} pages, ${pages.length - short.length} whole, ${under.length} under 99.9 %${list}`;
}

/** What another program finds on the pages and we do not. */
function drawnOf(pages: readonly PageCharacters[]): string {
  const counted = pages.filter(({ drawn }) => drawn !== null);
  if (counted.length === 0) return '';
  const drawn = counted.reduce((sum, page) => sum + page.drawn!, 0);
  const read = counted.reduce((sum, page) => sum + page.read!, 0);
  const short = counted.filter((page) => page.read! < page.drawn!);
  const shown = short
    .slice(0, PAGES_SHOWN)
    .map((page) => `${page.page}: ${page.read}/${page.drawn}`);
  const list = shown.length > 0 ? ` (${shown.join('  ')})` : '';
  return `\n  of what pdftotext finds, in any order: ${percent(read, drawn)} % of ${drawn}${list}`;
}
