import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReadError, readSource } from '../../pipeline/read/index.js';
import { type KeptCharacters, keptCharacters } from './characters.js';

/** How many characters of a page stand in the text that was printed, in its order. */
export interface PageCharacters {
  readonly page: number;
  readonly read: number;
  readonly inText: number;
}

/** What a PDF keeps of the text that was printed in it. */
export interface CarrierCharacters {
  readonly file: string;
  /** Code of the refusal; null where the file was read. */
  readonly refused: string | null;
  readonly kept: KeptCharacters | null;
  readonly pages: readonly PageCharacters[];
}

const MISSING_SHOWN = 3;

/**
 * Compares each PDF of a folder with the text of `sources` whose name begins with the same three
 * digits: all characters of the text that come out in order, and for each page those it gives.
 */
export async function carrierCharacters(
  folder: string,
  sources: string,
): Promise<CarrierCharacters[]> {
  if (!existsSync(folder)) return [];
  const texts = readdirSync(sources).filter((name) => name.endsWith('.txt'));
  const measured: CarrierCharacters[] = [];
  for (const file of readdirSync(folder).sort()) {
    const text = texts.find((name) => name.startsWith(`${file.slice(0, 3)}_`));
    if (!file.endsWith('.pdf') || text === undefined) continue;
    const printed = readFileSync(join(sources, text), 'utf8').replace(/^# Page \d+:/gm, '');
    measured.push(await measure(join(folder, file), file, printed));
  }
  return measured;
}

async function measure(path: string, file: string, printed: string): Promise<CarrierCharacters> {
  try {
    const { source } = await readSource(
      { bytes: readFileSync(path), name: file },
      { encoding: null },
    );
    const pages = source.pages.map(({ number, start, end }) => {
      const { expected, kept } = keptCharacters(source.text.slice(start, end), printed);
      return { page: number, read: expected, inText: kept };
    });
    return { file, refused: null, kept: keptCharacters(printed, source.text), pages };
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return { file, refused: error.code, kept: null, pages: [] };
  }
}

const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(3);

/** The characters of each file, and of each of its pages, in lines to read. */
export function reportCarriers(measured: readonly CarrierCharacters[]): string {
  const lines = measured.flatMap(({ file, refused, kept, pages }) => {
    if (kept === null) return [`${file}  refused: ${refused}`];
    const head = `${file}  ${percent(kept.kept, kept.expected)} % of ${kept.expected} characters, ${kept.digitsKept} of ${kept.digits} digits`;
    const missing = kept.missing.slice(0, MISSING_SHOWN).map((words) => `  missing: ${words}`);
    const perPage = pages.map(({ page, read, inText }) => `${page}: ${inText}/${read}`);
    return [head, `  of each page, in the text: ${perPage.join('  ')}`, ...missing];
  });
  return ['Characters of the text that its PDFs give', ...lines].join('\n');
}
