import { onWhite } from '../../recognise/grey.js';

/**
 * Pixels of a PNG whose last channel is transparency, 8 bits each, laid on white and without it; null
 * where its data is damaged.
 * @param packed data of its IDAT chunks
 * @param channels 2: grey and transparency, 4: red, green, blue and transparency
 */
export async function flattenedPng(
  packed: Uint8Array,
  width: number,
  height: number,
  channels: 2 | 4,
): Promise<Uint8Array | null> {
  const stride = width * channels;
  const rows = await inflated(packed, height * (stride + 1));
  if (!rows) return null;
  const colours = channels - 1;
  const pixels = new Uint8Array(width * height * colours);
  let out = 0;
  for (let row = 0; row < height; row++) {
    const start = row * (stride + 1) + 1;
    restoreRow(rows, start, stride, channels, row > 0);
    for (let at = start; at < start + stride; at += channels) {
      const opacity = rows[at + colours]!;
      for (let colour = 0; colour < colours; colour++) {
        pixels[out++] = onWhite(rows[at + colour]!, opacity);
      }
    }
  }
  return pixels;
}

/** Undoes what a row was filtered with (PNG, 9.2), in place. */
function restoreRow(
  bytes: Uint8Array,
  start: number,
  stride: number,
  step: number,
  hasAbove: boolean,
): void {
  const filter = bytes[start - 1]!;
  if (filter === 0) return;
  for (let index = 0; index < stride; index++) {
    const at = start + index;
    const left = index >= step ? bytes[at - step]! : 0;
    const above = hasAbove ? bytes[at - stride - 1]! : 0;
    const corner = hasAbove && index >= step ? bytes[at - stride - 1 - step]! : 0;
    bytes[at]! += predicted(filter, left, above, corner);
  }
}

function predicted(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  const estimate = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) =>
    Math.abs(estimate - value),
  ) as [number, number, number];
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** Unpacks no more than the length that is due; null where there is less. */
async function inflated(packed: Uint8Array, length: number): Promise<Uint8Array | null> {
  const whole = new Uint8Array(length);
  const reader = new Blob([packed as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new DecompressionStream('deflate'))
    .getReader();
  let at = 0;
  try {
    while (at < length) {
      const { done, value } = await reader.read();
      if (done) return null;
      whole.set(value.subarray(0, length - at), at);
      at += value.length;
    }
    return whole;
  } catch {
    return null;
  } finally {
    reader.cancel().catch(() => {});
  }
}
