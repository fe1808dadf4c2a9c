import UTIF from 'utif2';
import { onWhite } from '../../recognise/grey.js';
import { LARGEST_IMAGE } from '../pages/picture.js';
import type { ImageStream } from './image-stream.js';

/** Tags of TIFF 6.0 that are looked at here. */
const COMPRESSION = 't259';
const FILL_ORDER = 't266';
/** Codes of CCITT's compressions, of faxes: the one kind whose bits the library turns round. */
const FAX = new Set([2, 3, 4, 32771]);

/**
 * The pages of a TIFF file as images in colour, of which a scan's red is read; null where one is damaged, too large or of a kind that
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
      const colours = coloursOf(UTIF.toRGBA8(page));
      if (colours.length !== width * height * 3) return null;
      images.push(await packed(colours, width, height));
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

/** Red, green and blue of pixels with opacity, laid on white. */
function coloursOf(pixels: Uint8Array): Uint8Array {
  const colours = new Uint8Array((pixels.length >> 2) * 3);
  let out = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const opacity = pixels[at + 3]!;
    for (let colour = at; colour < at + 3; colour++)
      colours[out++] = onWhite(pixels[colour]!, opacity);
  }
  return colours;
}

async function packed(colours: Uint8Array, width: number, height: number): Promise<ImageStream> {
  const stream = new Blob([colours as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate'));
  const data = new Uint8Array(await new Response(stream).arrayBuffer());
  const entries = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode';
  return { width, height, entries, data };
}
