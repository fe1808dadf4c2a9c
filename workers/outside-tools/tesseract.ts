import { spawnSync } from 'node:child_process';
import type { OutsideTools, RecognisedLine } from '../../pipeline/read/outside-tools.js';
import { ReadError } from '../../pipeline/read/read-error.js';
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

/** Reads page images with tesseract. */
export function tesseract(
  command = COMMAND,
  timeout = TIMEOUT_MILLISECONDS,
): NonNullable<OutsideTools['recognise']> {
  return async (image) => {
    const ended = await runTool(command, ARGUMENTS, {
      input: image,
      timeout,
      // Several documents are read at once: a program that takes all processors slows all of them.
      env: { OMP_THREAD_LIMIT: '1' },
    });
    if (!ended.failure) return tsvToLines(ended.output);
    throw new ReadError(
      'needs_ocr_program',
      `The program tesseract could not read a page (${ended.failure}). Check that it runs, or run without --ocr.`,
    );
  };
}

const ARGUMENTS = ['stdin', 'stdout', '-l', CHINESE, '--psm', PAGE_IS_ONE_BLOCK, 'tsv'];

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
