import { refuseTooManyPages } from '../pages/page-limit.js';
import { ReadError } from '../read-error.js';
import { type ImageStream, imageStream } from './image-stream.js';
import { imagesToPdf } from './images-to-pdf.js';
import { tiffImages } from './tiff-images.js';

/** Sides of A4 in points; a picture is taken for a sheet of it, as resolutions are often wrong. */
const SHORT_SIDE = 595;

const TIFF = /^(?:II\*\0|MM\0\*)/;
const PICTURE = /^(?:\x89PNG\r\n|\xff\xd8\xff)/;

const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 8));

/** Whether bytes begin as PNG, JPEG or TIFF do. */
export const isPicture = (bytes: Uint8Array): boolean =>
  TIFF.test(headOf(bytes)) || PICTURE.test(headOf(bytes));

/**
 * A picture's file as PDF, a page an image, so that it is read and drawn as a scan is.
 * @param most pages that a TIFF file may have
 * @throws ReadError `picture_not_decoded`, `too_many_pages`
 */
export async function picturePages(bytes: Uint8Array, most = Infinity): Promise<Uint8Array> {
  const images = await imagesOf(bytes, most);
  if (images.length === 0) throw notDecoded();
  return imagesToPdf(images.map(sheetOf));
}

async function imagesOf(bytes: Uint8Array, most: number): Promise<readonly ImageStream[]> {
  if (!TIFF.test(headOf(bytes))) {
    const image = await imageStream(bytes);
    if (!image || image.width === 0 || image.height === 0) throw notDecoded();
    return [image];
  }
  const pages = await tiffImages(bytes, most);
  if (!pages) throw notDecoded();
  refuseTooManyPages(pages.count, most);
  return pages.images;
}

function sheetOf(stream: ImageStream) {
  const scale = SHORT_SIDE / Math.min(stream.width, stream.height);
  const [width, height] = [stream.width * scale, stream.height * scale];
  return { width, height, images: [{ matrix: [width, 0, 0, height, 0, 0] as const, stream }] };
}

const notDecoded = (): ReadError =>
  new ReadError(
    'picture_not_decoded',
    'The picture is damaged, has more than 40 million pixels, or is packed in a way that is not decoded (interlaced PNG, rare kinds of TIFF). Save it anew as JPEG or plain PNG, or as PDF.',
  );
