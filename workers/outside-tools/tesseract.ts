import { spawn, spawnSync } from 'node:child_process';
import type { OutsideTools, RecognisedWord } from '../../pipeline/read/outside-tools.js';
import { ReadError } from '../../pipeline/read/read-error.js';

const COMMAND = 'tesseract';
/** Data for simplified Chinese; without it Chinese words come out as Latin noise. */
const CHINESE = 'chi_sim';
/** Read beside Chinese where the data is there. */
const LATIN = 'eng';
/** A dense page takes some ten seconds. */
const TIMEOUT_MILLISECONDS = 120_000;

/** The languages that this machine's tesseract reads; null where it, or its Chinese, is missing. */
export function findTesseract(command = COMMAND): string | null {
  const listed = spawnSync(command, ['--list-langs'], { encoding: 'utf8', timeout: 10_000 });
  if (listed.error || listed.status !== 0) return null;
  // Versions differ in the stream that they print the list to.
  const languages = `${listed.stdout}\n${listed.stderr}`.split(/\s+/);
  if (!languages.includes(CHINESE)) return null;
  return languages.includes(LATIN) ? `${CHINESE}+${LATIN}` : CHINESE;
}

/**
 * Reads page images with tesseract.
 * @param languages what `findTesseract` gives
 */
export function tesseract(
  languages: string,
  command = COMMAND,
  timeout = TIMEOUT_MILLISECONDS,
): NonNullable<OutsideTools['recognise']> {
  return async (image) => tsvToWords(await run(command, languages, image, timeout));
}

/** Column numbers of tesseract's TSV. */
const [LEVEL, LEFT, TOP, WIDTH, HEIGHT, CONFIDENCE, TEXT] = [0, 6, 7, 8, 9, 10, 11] as const;
const LINE_LEVEL = 4;
const WORD_LEVEL = 5;

/** Words of tesseract's TSV in its reading order, each as high as its line. */
export function tsvToWords(tsv: string): RecognisedWord[] {
  const words: RecognisedWord[] = [];
  let line = { top: 0, bottom: 0 };
  for (const row of tsv.split('\n')) {
    const columns = row.split('\t');
    const number = (column: number): number => Number(columns[column]);
    const level = number(LEVEL);
    if (level === LINE_LEVEL) line = { top: number(TOP), bottom: number(TOP) + number(HEIGHT) };
    const text = columns[TEXT]?.trim();
    if (level !== WORD_LEVEL || !text) continue;
    const x0 = number(LEFT);
    words.push({
      text,
      box: { x0, top: line.top, x1: x0 + number(WIDTH), bottom: line.bottom },
      confidence: number(CONFIDENCE),
    });
  }
  return words;
}

function run(
  command: string,
  languages: string,
  image: Uint8Array,
  timeout: number,
): Promise<string> {
  const args = ['stdin', 'stdout', '-l', languages, '--psm', '3', 'tsv'];
  return new Promise((resolve, reject) => {
    // Several documents are read at once: a program that takes all processors slows all of them.
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    const child = spawn(command, args, { env, timeout, killSignal: 'SIGKILL' });
    const output: Buffer[] = [];
    let says = '';
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => {
      says = (says + part.toString('utf8')).slice(-500);
    });
    child.on('error', (error) => reject(failed(error.message)));
    child.on('close', (status, signal) => {
      if (status === 0) resolve(Buffer.concat(output).toString('utf8'));
      else reject(failed(signal ?? (says.trim().split('\n').at(-1) || `status ${status}`)));
    });
    // A program that ends early closes its input; its status tells why.
    child.stdin.on('error', () => {});
    child.stdin.end(image);
  });
}

const failed = (reason: string): ReadError =>
  new ReadError(
    'needs_ocr_program',
    `The program tesseract could not read a page (${reason}). Check that it runs, or run without --ocr.`,
  );
