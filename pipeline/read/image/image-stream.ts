import { flattenedPng } from './png-pixels.js';

/** An image as PDF holds it: the entries of its dictionary, and its data. */
export interface ImageStream {
  readonly width: number;
  readonly height: number;
  readonly entries: string;
  readonly data: Uint8Array;
}

/** An image as PDF holds it; null where it is neither PNG nor JPEG, or damaged. */
export async function imageStream(bytes: Uint8Array): Promise<ImageStream | null> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (startsWith(bytes, PNG)) return await pngStream(bytes, view);
    return startsWith(bytes, JPEG) ? jpegStream(bytes, view) : null;
  } catch (error) {
    // A length that leads behind the end of the file.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const PNG = '\x89PNG\r\n\x1a\n';
const JPEG = '\xff\xd8\xff';

const startsWith = (bytes: Uint8Array, sign: string): boolean =>
  [...sign].every((letter, index) => bytes[index] === letter.charCodeAt(0));

/** Segments of a JPEG that carry its size: SOF0 to SOF15 but DHT, JPG and DAC among them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const JPEG_COLOURS: Readonly<Record<number, string>> = {
  1: '/DeviceGray',
  3: '/DeviceRGB',
  4: '/DeviceCMYK',
};

function jpegStream(bytes: Uint8Array, view: DataView): ImageStream | null {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) at++;
    else if (isFrame(marker)) {
      const colours = JPEG_COLOURS[view.getUint8(at + 9)];
      if (!colours) return null;
      const entries = `/ColorSpace ${colours} /BitsPerComponent 8 /Filter /DCTDecode`;
      const size = { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
      return { ...size, entries, data: bytes };
    } else at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Colour types of PNG: grey, RGB, palette; those with transparency are laid on white. */
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1 };

async function pngStream(bytes: Uint8Array, view: DataView): Promise<ImageStream | null> {
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const [depth, type, interlaced] = [24, 25, 28].map((at) => view.getUint8(at)) as [
    number,
    number,
    number,
  ];
  if (interlaced !== 0) return null;
  const parts: Uint8Array[] = [];
  let palette = '';
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (name === 'IDAT') parts.push(data);
    if (name === 'PLTE') palette = hex(data.subarray(0, 768));
    at += 12 + length;
  }
  const packed = joined(parts);
  const channels = CHANNELS[type];
  if (channels === undefined) {
    const pixels =
      depth === 8 ? await flattenedPng(packed, width, height, type === 6 ? 4 : 2) : null;
    const entries = `/ColorSpace ${type === 6 ? '/DeviceRGB' : '/DeviceGray'} /BitsPerComponent 8`;
    return pixels && { width, height, entries, data: pixels };
  }
  const indexed = `[/Indexed /DeviceRGB ${palette.length / 6 - 1} <${palette}>]`;
  const colours = type === 3 ? indexed : type === 2 ? '/DeviceRGB' : '/DeviceGray';
  const rows = `/Predictor 15 /Colors ${channels} /BitsPerComponent ${depth} /Columns ${width}`;
  const entries = `/ColorSpace ${colours} /BitsPerComponent ${depth} /Filter /FlateDecode /DecodeParms << ${rows} >>`;
  return { width, height, entries, data: packed };
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Pieces of bytes as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
