import { readFile } from 'node:fs/promises';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { describe, expect, it } from 'vitest';
import { foldNetwork } from '../../workers/outside-tools/fold-network.js';
import { networkBytes, readNetwork } from '../../workers/outside-tools/onnx-file.js';
import { paddleFolder } from '../../workers/outside-tools/paddle-models.js';

const READER = 'ch_PP-OCRv4_rec_infer.onnx';
const DETECTOR = 'ch_PP-OCRv4_det_infer.onnx';

const bytesOf = (file: string): Promise<Uint8Array> => readFile(new URL(file, paddleFolder()));

async function resultOf(bytes: Uint8Array, width: number, height: number): Promise<Float32Array> {
  const session = await InferenceSession.create(bytes, { logSeverityLevel: 4 });
  const input = Float32Array.from({ length: 3 * width * height }, (_, at) => Math.sin(at * 0.37));
  const tensor = new Tensor('float32', input, [1, 3, height, width]);
  const results = await session.run({ [session.inputNames[0]!]: tensor });
  await session.release();
  return results[session.outputNames[0]!]!.data as Float32Array;
}

describe('a network in fewer steps', () => {
  it.each([
    [READER, 160, 48, 28],
    [DETECTOR, 96, 64, 24],
  ])('%s gives the same', async (file, width, height, activations) => {
    const bytes = await bytesOf(file);
    const folded = foldNetwork(bytes);
    const [before, after] = [
      await resultOf(bytes, width, height),
      await resultOf(folded, width, height),
    ];
    expect(after).toHaveLength(before.length);
    const off = after.reduce((most, value, at) => Math.max(most, Math.abs(value - before[at]!)), 0);
    expect(off).toBeLessThan(1e-4);
    const count = (network: Uint8Array, operator: string): number =>
      readNetwork(network).steps.filter((step) => step.operator === operator).length;
    expect(count(bytes, 'Clip')).toBe(activations);
    expect(count(folded, 'Clip')).toBe(0);
    // An activation is two steps instead of four, and needs no number behind it.
    expect(count(folded, 'Mul')).toBeLessThan(count(bytes, 'Mul') - activations);
    expect(count(folded, 'Add')).toBeLessThan(count(bytes, 'Add') - activations);
    expect(count(folded, 'Conv')).toBeGreaterThan(count(bytes, 'Conv'));
  });

  it('is read and written without a change of what it says', async () => {
    const bytes = await bytesOf(READER);
    const again = networkBytes(readNetwork(bytes));
    expect(await resultOf(again, 64, 48)).toEqual(await resultOf(bytes, 64, 48));
  });

  it('is no file that is cut short', async () => {
    const bytes = await bytesOf(READER);
    expect(() => foldNetwork(bytes.subarray(0, bytes.length - 100))).toThrow(RangeError);
    expect(() => foldNetwork(new TextEncoder().encode('no network'))).toThrow(RangeError);
  });
});
