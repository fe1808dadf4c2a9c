import UTIF from 'utif2';
import { LARGEST_IMAGE } from '../pages/picture.js';
import type { ImageStream } from './image-stream.js';

/** Tags of TIFF 6.0 that are looked at here. */
const COMPRESSION = 't259';
const FILL_ORDER = 't266';
/** Codes of CCITT's compressions, of faxes: the one kind whose bits the library turns round. */
const FAX = new Set([2, 3, 4, 32771]);

/**
 * The pages of a TIFF file as images of greys; null where one is damaged, too large or of a kind that
 * is not decoded. `most` is the number of pages that may be read.
 */
export async function tiffImages(bytes: Uint8Array, most: number): Promise<TiffPages | null> {
  const buffer = bytes.slice().buffer as ArrayBuffer;
  const images: ImageStream[] = [];
  try {
    const pages = UTIF.decode(buffer).filter((page) => page.t256 !== undefined);
    if (pages.length > most) return { count: pages.length, images };
    for (const page of pages) {
      const [width, height] = [first(page.t256), first(page.t257)];
      if (!(width > 0 && height > 0) || width * height > LARGEST_IMAGE) return null;
      // Version 4.1.0 leaves the bits of other compressions as they are.
      if (first(page[FILL_ORDER]) === 2 && !FAX.has(first(page[COMPRESSION]))) return null;
      UTIF.decodeImage(buffer, page);
      const greys = greysOf(UTIF.toRGBA8(page));
      if (greys.length !== width * height) return null;
      images.push(await packed(greys, width, height));
    }
    return { count: pages.length, images };
  } catch {
    // The library fails in many ways on what is cut off or of another kind.
    return null;
  }
}

/** The pages of a TIFF file; without images where there are more than may be read. */
export interface TiffPages {
  readonly count: number;
  readonly images: readonly ImageStream[];
}

const first = (values: unknown): number => (Array.isArray(values) ? Number(values[0]) : Number.NaN);

/** Greys of pixels with opacity, laid on white. */
function greysOf(pixels: Uint8Array): Uint8Array {
  const greys = new Uint8Array(pixels.length >> 2);
  for (let at = 0; at < greys.length; at++) {
    const [red, green, blue, opacity] = pixels.subarray(at * 4, at * 4 + 4) as unknown as number[];
    const grey = (red! * 299 + green! * 587 + blue! * 114) / 1000;
    greys[at] = 255 - ((255 - grey) * opacity!) / 255;
  }
  return greys;
}

async function packed(greys: Uint8Array, width: number, height: number): Promise<ImageStream> {
  const stream = new Blob([greys as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate'));
  const data = new Uint8Array(await new Response(stream).arrayBuffer());
  const entries = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode';
  return { width, height, entries, data };
}
