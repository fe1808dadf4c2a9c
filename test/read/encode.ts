/** Encoders for tests: the platform has decoders only. */

function pairsOf(encoding: string): Map<string, [number, number]> {
  const decoder = new TextDecoder(encoding);
  const pairs = new Map<string, [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !pairs.has(character)) {
        pairs.set(character, [lead, trail]);
      }
    }
  }
  return pairs;
}

const gbPairs = pairsOf('gbk');
const big5Pairs = pairsOf('big5');

/** Characters that two bytes of GBK hold. */
export const GBK_CHARACTERS: readonly string[] = [...gbPairs.keys()];

/** The text in GBK, which is GB18030 too; only for characters that GBK has. */
export const toGbk = (text: string): Uint8Array => encoded(text, gbPairs);

/** The text in Big5; only for characters that Big5 has, which are traditional ones. */
export const toBig5 = (text: string): Uint8Array => encoded(text, big5Pairs);

function encoded(text: string, pairs: ReadonlyMap<string, [number, number]>): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character): number[] => {
      if (character < '\x80') return [character.charCodeAt(0)];
      const pair = pairs.get(character);
      if (!pair) throw new Error(`The encoding has no ${character}`);
      return pair;
    }),
  );
}

/** The text in UTF-16 without a byte order mark. */
export function toUtf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) {
    view.setUint16(at * 2, text.charCodeAt(at), order === 'le');
  }
  return bytes;
}

export const toUtf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Bytes one after another. */
export function joined(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}
