/** Encoders for tests: the platform has decoders only. */

const gbPairs = new Map<string, [number, number]>();
{
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !gbPairs.has(character)) {
        gbPairs.set(character, [lead, trail]);
      }
    }
  }
}

/** Characters that two bytes of GBK hold. */
export const GBK_CHARACTERS: readonly string[] = [...gbPairs.keys()];

/** The text in GBK, which is GB18030 too; only for characters that GBK has. */
export function toGbk(text: string): Uint8Array {
  return Uint8Array.from(
    [...text].flatMap((character): number[] => {
      if (character < '\x80') return [character.charCodeAt(0)];
      const pair = gbPairs.get(character);
      if (!pair) throw new Error(`GBK has no ${character}`);
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
