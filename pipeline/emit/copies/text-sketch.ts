/** Characters of a shingle: few enough for a word that a scan misread to spoil only a handful. */
const SHINGLE = 6;
/** Hashes that a sketch keeps at most, about; a longer text is sampled more coarsely. */
const KEPT = 512;

/**
 * A sample of a text's shingles by which the share of one text that stands in another can be told:
 * those whose hash has so many zero bits at its end. Both samples of a comparison are brought to the
 * coarser rate first.
 */
export interface TextSketch {
  /** Hashes with this many zero bits at their end are kept. */
  readonly bits: number;
  /** Sorted, each once. */
  readonly hashes: readonly number[];
}

/** A page's number between dashes on a line of its own; a page of the web has none. */
const PAGE_MARK = /^[^\S\n]*[—–―-]+ *\d+ *[—–―-]+[^\S\n]*$/gm;

/** A text with widths folded, without page marks. */
export const foldedText = (text: string): string => text.normalize('NFKC').replace(PAGE_MARK, '');

/** Letters and digits alone, widths folded: line breaks, marks and blanks differ from file to file. */
export const bareText = (text: string): string => foldedText(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** The sketch of a text whose marks and blanks are left out. */
export function sketchOf(bare: string): TextSketch {
  let bits = 0;
  while (bare.length >> bits > KEPT) bits++;
  const mask = (1 << bits) - 1;
  const hashes = new Set<number>();
  for (let start = 0; start + SHINGLE <= bare.length; start++) {
    const hash = shingleHash(bare, start);
    if ((hash & mask) === 0) hashes.add(hash);
  }
  return { bits, hashes: [...hashes].sort((a, b) => a - b) };
}

/** FNV-1a over the code units of a shingle, then mixed so that its last bits are fair. */
function shingleHash(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < start + SHINGLE; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Which share of the smaller text stands in the larger one, 0–1, about; 0 where either is too short. */
export function sharedPart(a: TextSketch, b: TextSketch): number {
  const bits = Math.max(a.bits, b.bits);
  const left = coarser(a, bits);
  const right = new Set(coarser(b, bits));
  const fewer = Math.min(left.length, right.size);
  if (fewer === 0) return 0;
  return left.filter((hash) => right.has(hash)).length / fewer;
}

function coarser({ bits, hashes }: TextSketch, wanted: number): readonly number[] {
  if (bits === wanted) return hashes;
  const mask = (1 << wanted) - 1;
  return hashes.filter((hash) => (hash & mask) === 0);
}
