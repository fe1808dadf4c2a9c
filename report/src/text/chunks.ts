/** About how many characters a chunk holds; a browser lays out only the chunks in sight. */
const CHUNK = 1200;
/** A line without a break is cut here, so that no chunk is endless. */
const LONGEST = 4000;

/** A stretch of a text that is laid out by itself. */
export interface Chunk {
  readonly start: number;
  readonly end: number;
}

/** Cuts a text into chunks at line ends; a line that is too long is cut between two characters. */
export function chunksOf(text: string): Chunk[] {
  const chunks: Chunk[] = [];
  for (let start = 0; start < text.length; ) {
    const end = endOf(text, start);
    chunks.push({ start, end });
    start = end;
  }
  return chunks;
}

function endOf(text: string, start: number): number {
  if (start + CHUNK >= text.length) return text.length;
  const lineEnd = text.indexOf('\n', start + CHUNK);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  if (end - start <= LONGEST) return end;
  const earlier = text.lastIndexOf('\n', start + CHUNK);
  if (earlier > start) return earlier + 1;
  const cut = start + LONGEST;
  const splitsPair = (text.charCodeAt(cut) & 0xfc00) === 0xdc00;
  return splitsPair ? cut - 1 : cut;
}
