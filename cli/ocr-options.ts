import { InvalidArgumentError, Option } from 'commander';
import { OCR_MODES, type OcrMode } from '../pipeline/read/reader.js';
import { OCR_ENGINES } from '../workers/outside-tools/engines.js';

/** What the command line says of OCR. */
export interface OcrFlags {
  ocr?: OcrMode;
  ocrEngine?: (typeof OCR_ENGINES)[number];
}

/** The options of commands that read pages by OCR. */
export const ocrOptions = (): [pages: Option, engine: Option] => [
  new Option(
    '--ocr [pages]',
    'recognise pages: auto, those that are pictures or whose text is poor; all, each of them (default: auto)',
  )
    .preset('auto')
    .argParser(ocrMode),
  new Option(
    '--ocr-engine <name>',
    'recognise with pp-ocr, which npm installs, or the program tesseract (default: the first that is there)',
  ).choices(OCR_ENGINES),
];

function ocrMode(value: string): OcrMode {
  const mode = OCR_MODES.find((name) => name === value);
  if (mode) return mode;
  throw new InvalidArgumentError(`Use one of ${OCR_MODES.join(', ')}.`);
}

/**
 * The arguments with `--ocr` alone as `--ocr=auto`: what follows it is a path (`--ocr notices/`), but
 * for the words that it takes.
 */
export function withOcrMode(args: readonly string[]): string[] {
  const end = args.indexOf('--');
  return args.map((argument, index) => {
    if (argument !== '--ocr' || (end >= 0 && index > end)) return argument;
    return OCR_MODES.some((mode) => mode === args[index + 1]) ? argument : '--ocr=auto';
  });
}
