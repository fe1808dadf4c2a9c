import { readFileSync, statSync } from 'node:fs';
import type { Reject } from '../schemas/index.js';
import { codeOf, type FoundInput } from './find-inputs.js';
import { inputReject } from './input-reject.js';
import { sha256 as digestOf } from './sha256.js';

/** The bytes of an input with their digest; or the reject that says why it gives none. */
export type ReadInput =
  | { readonly bytes: Uint8Array; readonly sha256: string; readonly reject?: never }
  | { readonly reject: Reject; readonly bytes?: never; readonly sha256?: never };

/** Reads an input of at most `maxBytes`; nothing of a larger one. */
export function readInput({ uri, path, content }: FoundInput, maxBytes: number): ReadInput {
  try {
    const size = content?.length ?? statSync(path).size;
    if (size > maxBytes) {
      const says = `${size} bytes`;
      return { reject: inputReject(uri, 'too_large', { stage: 'read', says }) };
    }
    const bytes = content ?? readFileSync(path);
    return { bytes, sha256: digestOf(bytes) };
  } catch (error) {
    return { reject: inputReject(uri, codeOf(error), { stage: 'read' }) };
  }
}
