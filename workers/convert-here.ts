import type { ConvertOptions, ConvertResult } from '../pipeline/converted.js';
import type { FoundInput } from './find-inputs.js';
import { findOutsideTools } from './outside-tools/index.js';
import { readInput } from './read-input.js';

/**
 * Converts one input in the calling thread. Nothing is kept, and nothing but the size of the input
 * is limited.
 */
export async function convertHere(
  input: FoundInput,
  options: ConvertOptions,
  maxBytes: number,
): Promise<ConvertResult> {
  const { bytes, sha256, reject } = readInput(input, maxBytes);
  if (bytes === undefined) return { documents: [], rejects: [reject] };
  const { convert } = await import('../pipeline/convert.js');
  const tools = findOutsideTools(options);
  const { uri, charset } = input;
  const how = charset === undefined ? options : { ...options, charset };
  return convert({ uri, bytes, sha256 }, how, { tools });
}
