import { decodingName } from '../encoding/gb-family.js';

/** Turns the next bytes into characters; `more` says whether others follow. */
export type ChunkDecoder = (chunk: Uint8Array, more: boolean) => string;

const DECLARED = /^<\?xml[^>]{0,100}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;

/**
 * The decoder that an XML file asks for: by its byte order mark, else by the encoding that it
 * declares, else UTF-8. Bytes that fit no character become U+FFFD.
 */
export function decoderFor(bytes: Uint8Array): ChunkDecoder {
  const decoder = textDecoder(encodingOf(bytes));
  return (chunk, more) => decoder.decode(chunk, { stream: more });
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = DECLARED.exec(head)?.[1] ?? 'utf-8';
  return /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function textDecoder(encoding: string) {
  try {
    return new TextDecoder(decodingName(encoding));
  } catch {
    return new TextDecoder('utf-8');
  }
}
