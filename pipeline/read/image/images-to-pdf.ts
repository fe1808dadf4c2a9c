import type { Matrix } from '../../layout/drawing/matrix.js';
import { type ImageStream, joined } from './image-stream.js';

/** An image at its place: from the unit square to points from the page's top left corner. */
export interface PdfImage {
  readonly matrix: Matrix;
  readonly stream: ImageStream;
}

/** Images at their places on a page of that size, in points. */
export interface PageOfImages {
  readonly images: readonly PdfImage[];
  readonly width: number;
  readonly height: number;
}

/** A PDF file whose pages draw images at their places. */
export function imagesToPdf(pages: readonly PageOfImages[]): Uint8Array {
  const objects: Uint8Array[] = [];
  const kids: string[] = [];
  let next = FIRST_PAGE;
  for (const page of pages) {
    kids.push(`${next} 0 R`);
    for (const object of pageObjects(page, next)) objects.push(object);
    next = FIRST_PAGE + objects.length;
  }
  const catalogue = ascii('<< /Type /Catalog /Pages 2 0 R >>');
  const tree = ascii(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
  return pdfOf([catalogue, tree, ...objects]);
}

/** Number of the first page's object, behind the catalogue and the list of pages. */
const FIRST_PAGE = 3;

/** A page, numbered as given, its images behind it, and last what draws them. */
function pageObjects({ images, width, height }: PageOfImages, number: number): Uint8Array[] {
  const names = images.map((_, index) => `/I${index} ${number + 1 + index} 0 R`);
  // PDF counts upwards, and so do its images.
  const steps = images.map(({ matrix: [a, b, c, d, e, f] }, index) => {
    const place = [a, -b, -c, d, e + c, height - f - d].map((value) => value.toFixed(4));
    return `q ${place.join(' ')} cm /I${index} Do Q\n`;
  });
  const box = `[0 0 ${width.toFixed(4)} ${height.toFixed(4)}]`;
  const page = `/Type /Page /Parent 2 0 R /MediaBox ${box} /Resources << /XObject << ${names.join(' ')} >> >> /Contents ${number + 1 + images.length} 0 R`;
  return [
    ascii(`<< ${page} >>`),
    ...images.map(({ stream }) =>
      streamObject(
        `/Type /XObject /Subtype /Image /Width ${stream.width} /Height ${stream.height} ${stream.entries}`,
        stream.data,
      ),
    ),
    streamObject('', ascii(steps.join(''))),
  ];
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

const streamObject = (entries: string, data: Uint8Array): Uint8Array =>
  joined([ascii(`<< ${entries} /Length ${data.length} >>\nstream\n`), data, ascii('\nendstream')]);

/** A file of objects, numbered from 1; the first is its catalogue. */
function pdfOf(objects: readonly Uint8Array[]): Uint8Array {
  const parts = [ascii('%PDF-1.7\n')];
  const offsets: string[] = [];
  let length = parts[0]!.length;
  objects.forEach((object, index) => {
    const whole = joined([ascii(`${index + 1} 0 obj\n`), object, ascii('\nendobj\n')]);
    offsets.push(`${String(length).padStart(10, '0')} 00000 n \n`);
    parts.push(whole);
    length += whole.length;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`;
  return joined([...parts, ascii(table + trailer)]);
}
