import { readFile } from 'node:fs/promises';
import { inLanes } from './lanes.js';
import type { ObjectStore } from './object-store.js';
import { sha256 as digestOf } from './sha256.js';

/** Inputs that are put at the same time; each is in memory as a whole. */
const PUTS_AT_ONCE = 8;

/** The name under which a store keeps an input's bytes. */
export const inputName = (sha256: string): string => `inputs/${sha256.slice(0, 2)}/${sha256}`;

/**
 * Puts the bytes of inputs into a store, for workers that have not their files. One that was changed since
 * its digest was taken, or is gone, is left out: whoever asks for it will say so.
 */
export async function keepInputs(
  objects: ObjectStore,
  inputs: Iterable<{ readonly path: string; readonly sha256: string }>,
): Promise<void> {
  await inLanes(inputs, PUTS_AT_ONCE, async ({ path, sha256 }) => {
    const bytes = await readFile(path).catch(() => null);
    if (bytes && digestOf(bytes) === sha256) await objects.putIfAbsent(inputName(sha256), bytes);
  });
}
