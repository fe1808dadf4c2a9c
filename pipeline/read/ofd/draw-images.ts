import type { PageContent } from '../../layout/page.js';
import type { Archive } from '../archive/archive.js';
import { type ImageStream, imageStream } from '../image/image-stream.js';
import { imagesToPdf, type PdfImage } from '../image/images-to-pdf.js';
import type { PageDrawing } from '../pages/page-drawing.js';
import type { PageFault } from '../pages/page-fault.js';
import { LARGEST_IMAGE, type Picture } from '../pages/picture.js';
import { OpenDocument } from '../pdf/open-document.js';
import type { PlacedImage } from './page-reader.js';

/** An image with the paths at which its file may stand. */
export type DrawableImage = PlacedImage & { readonly paths: readonly string[] };

/** Pixels of all images that a page may draw. */
const MOST_PIXELS = 2 * LARGEST_IMAGE;
/** Share of a page: a smaller image that cannot be decoded is a stamp or a sign. */
const LARGE = 0.25;

/**
 * A page of images drawn at their places; `picture_not_decoded` where a large one cannot be, null
 * where there is none. It is drawn as a page of PDF, whose decoders survive damaged images; native
 * ones take the process with them.
 * @throws ReadError `needs_ocr_program` where this machine cannot draw; what unpacking throws
 */
export async function drawImages(
  images: readonly DrawableImage[],
  content: PageContent,
  archive: Archive,
): Promise<Picture | PageFault | null> {
  const file = await pageOfImages(images, content, archive);
  if (file === null || typeof file === 'string') return file;
  try {
    return await file.picture(1, content.number === 1);
  } finally {
    await file.close();
  }
}

/**
 * The same for a browser, turned clockwise by quarters of a circle; null where there is nothing to draw.
 * @throws NoCanvasError where this machine cannot draw; what unpacking throws
 */
export async function drawingOfImages(
  images: readonly DrawableImage[],
  content: PageContent,
  archive: Archive,
  quarters: number,
): Promise<PageDrawing | null> {
  const file = await pageOfImages(images, content, archive);
  if (file === null || typeof file === 'string') return null;
  try {
    return await file.drawing(1, quarters);
  } finally {
    await file.close();
  }
}

/** A PDF file of one page that draws them. */
async function pageOfImages(
  images: readonly DrawableImage[],
  content: PageContent,
  archive: Archive,
): Promise<OpenDocument | PageFault | null> {
  const drawn: PdfImage[] = [];
  let pixels = 0;
  for (const { matrix, paths, share } of images) {
    const stream = await streamOf(archive, paths);
    if (stream) pixels += stream.width * stream.height;
    if (stream && pixels <= MOST_PIXELS) drawn.push({ matrix, stream });
    else if (share >= LARGE) return 'picture_not_decoded';
  }
  if (drawn.length === 0) return null;
  return OpenDocument.forPictures(imagesToPdf([{ ...content, images: drawn }]), null);
}

/** An image's file; null where it is missing, of a format that is not decoded, or too large. */
async function streamOf(archive: Archive, paths: readonly string[]): Promise<ImageStream | null> {
  const path = paths.find((candidate) => archive.has(candidate));
  const bytes = path === undefined ? null : await archive.read(path);
  const stream = bytes && (await imageStream(bytes));
  if (!stream || stream.width === 0 || stream.height === 0) return null;
  return stream.width * stream.height > LARGEST_IMAGE ? null : stream;
}
