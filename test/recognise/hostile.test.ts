import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { imagesToPdf } from '../../pipeline/read/image/images-to-pdf.js';
import { NO_TOOLS } from '../../pipeline/read/outside-tools.js';
import { ReadError } from '../../pipeline/read/read-error.js';
import { paddle } from '../../workers/outside-tools/paddle.js';
import { loadPaddleModels } from '../../workers/outside-tools/paddle-models.js';
import { readPdf, rejection } from '../read/pdf-reading.js';

const PAGE = { width: 595, height: 842 };
const never = {
  engine: 'test',
  atOnce: 1,
  read: async () => {
    throw new Error('nothing is there to be read');
  },
};

/** A PDF file of one image of a bit a pixel that fills its page. */
function scanOf(width: number, height: number, bytes: number): Uint8Array {
  const entries = '/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /FlateDecode';
  const stream = { width, height, entries, data: deflateSync(new Uint8Array(bytes)) };
  return imagesToPdf([{ ...PAGE, images: [{ matrix: [595, 0, 0, 842, 0, 0], stream }] }]);
}

describe('a picture', () => {
  it('of 20,000 by 20,000 pixels is not decoded, and said so', async () => {
    const file = scanOf(20_000, 20_000, 50_000_000);
    const tools = { ...NO_TOOLS, recognise: never };
    expect(await rejection(readPdf(file, { ocr: true }, tools))).toBe('picture_not_decoded');
    await expect(readPdf(file, { ocr: true }, tools)).rejects.toThrow(/40 million/);
  });
});

describe('networks that are', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-models-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const picture = { width: 100, height: 100, data: new Uint8Array(10_000).fill(255) };
  const readWith = async (models: string): Promise<unknown> => {
    const engine = paddle(() => loadPaddleModels(pathToFileURL(`${models}/`)));
    return engine.read(picture, 100).catch((error: unknown) => error);
  };

  it('spoiled end with a code, and with what to do', async () => {
    for (const name of ['ch_PP-OCRv4_det_infer.onnx', 'ch_PP-OCRv4_rec_infer.onnx']) {
      writeFileSync(join(folder, name), 'no network');
    }
    writeFileSync(join(folder, 'ppocr_keys_v1.txt'), '一\n二\n');
    const error = await readWith(folder);
    expect(error).toBeInstanceOf(ReadError);
    expect(error).toMatchObject({ code: 'needs_ocr_program' });
    expect(String(error)).toMatch(/npm ci/);
  });

  it('missing end with the same code', async () => {
    expect(await readWith(join(folder, 'nowhere'))).toMatchObject({ code: 'needs_ocr_program' });
  });
});
