import { spawnSync } from 'node:child_process';
import type { Recogniser } from '../../pipeline/read/outside-tools.js';
import { ReadError } from '../../pipeline/read/read-error.js';
import type { Raster } from '../../pipeline/recognise/raster.js';
import type { RecognisedLine } from '../../pipeline/recognise/recognised-page.js';
import { runTool } from './run-tool.js';

const COMMAND = 'tesseract';
/**
 * Data for simplified Chinese, which reads digits and Latin letters too. English beside it takes half
 * as long again and reads blurred Chinese words as Latin noise.
 */
const CHINESE = 'chi_sim';
/** A page is one block of lines: the program's own search for columns and blocks leaves out lines. */
const PAGE_IS_ONE_BLOCK = '6';
/** A dense page takes some ten seconds. */
const TIMEOUT_MILLISECONDS = 60_000;

/** Whether this machine has tesseract and its data for Chinese. */
export function hasTesseract(command = COMMAND): boolean {
  const listed = spawnSync(command, ['--list-langs'], { encoding: 'utf8', timeout: 10_000 });
  if (listed.error || listed.status !== 0) return false;
  // Versions differ in the stream that they print the list to.
  return `${listed.stdout}\n${listed.stderr}`.split(/\s+/).includes(CHINESE);
}

/** Pages are drawn while the program reads another. */
const AT_ONCE = 2;

/** Reads pages with tesseract, at the resolution that they have. */
export function tesseract(command = COMMAND, timeout = TIMEOUT_MILLISECONDS): Recogniser {
  const read: Recogniser['read'] = async (picture, inch) => {
    const ended = await runTool(command, argumentsOf(inch), {
      input: greyMap(picture),
      timeout,
      // Several documents are read at once: a program that takes all processors slows all of them.
      env: { OMP_THREAD_LIMIT: '1' },
    });
    if (!ended.failure) {
      const { width, height } = picture;
      return { width, height, lines: tsvToLines(ended.output), rulings: [] };
    }
    throw new ReadError(
      'needs_ocr_program',
      `The program tesseract could not read a page (${ended.failure}). Check that it runs, or run without --ocr.`,
    );
  };
  return { engine: 'tesseract', atOnce: AT_ONCE, read };
}

/** Without its true resolution, tesseract takes letters for smaller or larger than they are. */
function argumentsOf(inch: number): string[] {
  const dots = String(Math.round(inch));
  return ['stdin', 'stdout', '-l', CHINESE, '--psm', PAGE_IS_ONE_BLOCK, '--dpi', dots, 'tsv'];
}

/** A picture as a portable grey map (PGM), which the program reads without a decoder. */
function greyMap({ width, height, data }: Raster): Uint8Array {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}

/** Column numbers of tesseract's TSV. */
const [LEVEL, LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT] = [0, 6, 7, 8, 9, 10, 11] as const;
const LINE_LEVEL = 4;
const WORD_LEVEL = 5;

/** Lines of tesseract's TSV in its reading order. */
export function tsvToLines(tsv: string): RecognisedLine[] {
  const lines: { box: RecognisedLine['box']; words: RecognisedLine['words'][number][] }[] = [];
  for (const row of tsv.split('\n')) {
    const columns = row.split('\t');
    const number = (column: number): number => Number(columns[column]);
    const x0 = number(LEFT);
    const x1 = x0 + number(WIDTH);
    if (number(LEVEL) === LINE_LEVEL) {
      const top = number(TOP);
      lines.push({ box: { x0, top, x1, bottom: top + number(HEIGHT) }, words: [] });
    }
    const text = columns[TEXT]?.trim();
    if (number(LEVEL) !== WORD_LEVEL || !text) continue;
    lines.at(-1)?.words.push({ text, x0, x1, confidence: number(CONFIDENCE) });
  }
  return lines.filter(({ words }) => words.length > 0);
}
