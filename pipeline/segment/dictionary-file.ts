import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileDictionary, jiebaFile, sourcesDigest } from './compile.js';
import { Dictionary, type DictionaryArrays } from './dictionary.js';

/** Arrays of a dictionary's file in their order, with what each holds. */
const SECTIONS = {
  first: Uint32Array,
  unit: Uint16Array,
  weight: Uint16Array,
  tag: Uint8Array,
  rarity: Uint16Array,
  weights: Float64Array,
  rarities: Float64Array,
  characters: Uint16Array,
  emission: Float64Array,
  transition: Float64Array,
} as const;

/** Every section begins at a multiple of it, so that its numbers can be read where they lie. */
const ALIGNMENT = 8;

/** The compiled dictionary, beside this module where the project was built. */
export const DICTIONARY_FILE = fileURLToPath(new URL('./dictionary.bin', import.meta.url));

/**
 * A dictionary's file: the length of its head, the head (JSON: the tags, and how many numbers each
 * section holds), the sections, numbers with their low byte first.
 */
export function dictionaryBytes(arrays: DictionaryArrays): Uint8Array {
  const names = Object.keys(SECTIONS) as (keyof typeof SECTIONS)[];
  const lengths = names.map((name) => arrays[name].length);
  const head = Buffer.from(JSON.stringify({ tags: arrays.tags, lengths }));
  const length = Buffer.alloc(ALIGNMENT);
  length.writeUInt32LE(head.length);
  const sections = names.map((name) => {
    const { buffer, byteOffset, byteLength } = arrays[name];
    return Buffer.from(buffer, byteOffset, byteLength);
  });
  return Buffer.concat([length, head, ...sections].flatMap((part) => [part, padding(part.length)]));
}

const padding = (length: number): Buffer => Buffer.alloc(-length & (ALIGNMENT - 1));

/** Reads a dictionary's file: its arrays are views of the bytes. */
export function readDictionary(bytes: Buffer): DictionaryArrays {
  // Small files may lie in the middle of a buffer that is shared.
  const { buffer, byteOffset } =
    bytes.byteOffset % ALIGNMENT === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  const headLength = bytes.readUInt32LE();
  const head = bytes.subarray(ALIGNMENT, ALIGNMENT + headLength).toString();
  const { tags, lengths } = JSON.parse(head) as { tags: string[]; lengths: number[] };
  let at = byteOffset + ALIGNMENT + headLength + padding(headLength).length;
  const sections = Object.entries(SECTIONS).map(([name, Numbers], index) => {
    const section = new Numbers(buffer as ArrayBuffer, at, lengths[index]);
    at += section.byteLength + padding(section.byteLength).length;
    return [name, section];
  });
  return { tags, ...Object.fromEntries(sections) } as DictionaryArrays;
}

/** The compiled dictionary; sources that were not built make it once, and keep it with the libraries' caches. */
export function loadDictionary(): Dictionary {
  const bytes = bytesOf(DICTIONARY_FILE) ?? keptBytes();
  return new Dictionary(readDictionary(bytes));
}

function keptBytes(): Buffer {
  const kept = `${jiebaFile('../../../.cache/gongwen/dictionary')}-${sourcesDigest()}`;
  const found = bytesOf(kept);
  if (found) return found;
  const made = Buffer.from(dictionaryBytes(compileDictionary()));
  const beside = `${kept}.${process.pid}`;
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(beside, made);
  renameSync(beside, kept);
  return made;
}

/** The content of a file; null where there is none. */
function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
