import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, matrixOf, multiply } from '../../layout/drawing/matrix.js';
import { greyOf, greyOfBits } from '../../recognise/grey.js';
import { type Raster, reduced, resized, turned } from '../../recognise/raster.js';
import type { Picture } from '../pages/picture.js';
import type { OperatorNumbers } from './page-content.js';

/** Share of a page that its one image covers where it is the page. */
const WHOLE = 0.6;
/** Share of a page that other images may cover: a scanner's mark. */
const OTHERS = 0.05;
/** Characters drawn over the image, and paths: more, and the page is more than its image. */
const FEW = 40;
/** Dots an inch beyond which nothing more is read. */
const FINEST = 330;
const POINTS_PER_INCH = 72;
/** Forms may stand in forms; deeper ones are taken for a trap. */
const DEEPEST = 200;
/** A slant, in shares of the image's side, of an image that lies straight. */
const STRAIGHT = 0.01;

/** An image as pdf.js decodes it; `kind` 1 has a bit a pixel, 2 RGB, 3 RGB and opacity. */
interface DecodedImage {
  readonly width: number;
  readonly height: number;
  readonly kind?: number;
  readonly data?: Uint8Array | Uint8ClampedArray;
}

interface PlacedImage {
  readonly source: string | DecodedImage;
  readonly matrix: Matrix;
  readonly share: number;
}

/** What a page draws, as far as it tells whether one image is the page. */
interface Drawn {
  readonly images: readonly PlacedImage[];
  /** Images that cannot be taken out: masks, patterns of them. */
  readonly others: number;
  readonly characters: number;
  readonly paths: number;
}

/**
 * The image that a page consists of, in grey and at its own size, however the page turns it; null where
 * the page consists of more, or of none that can be taken out; `picture_not_decoded` where nothing is left
 * of it.
 */
export async function pageImage(
  page: PDFPageProxy,
  numbers: OperatorNumbers,
  isFirst: boolean,
): Promise<Picture | 'picture_not_decoded' | null> {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const drawn = drawnOn(list, numbers, matrixOf(transform), width * height);
  // pdf.js leaves out images that are too large or damaged, as if they were not there.
  if (drawn.images.length + drawn.others + drawn.characters + drawn.paths === 0) {
    return 'picture_not_decoded';
  }
  const [largest] = [...drawn.images].sort((a, b) => b.share - a.share);
  if (!largest || largest.share < WHOLE || drawn.others > 0) return null;
  if (drawn.characters > FEW || drawn.paths > FEW) return null;
  const rest = drawn.images.reduce((sum, { share }) => sum + share, 0) - largest.share;
  const quarters = quartersOf(largest.matrix);
  if (rest > OTHERS || quarters === null) return null;
  const image = await decoded(page, largest.source);
  const grey = image && greyImage(image, isFirst);
  if (!grey) return null;
  const [a, b, c, d, e, f] = largest.matrix;
  const left = Math.min(e, e + a) + Math.min(0, c);
  const top = Math.min(f, f + b) + Math.min(0, d);
  const place = { left, top, across: Math.abs(a + c), down: Math.abs(b + d) };
  return { ...evenPicture(turned(grey, quarters), place), width, height };
}

/** An image with as many pixels an inch across as down, and no more than are of use. */
function evenPicture(
  image: Raster,
  { left, top, across, down }: { left: number; top: number; across: number; down: number },
): Omit<Picture, 'width' | 'height'> {
  const finer = Math.max(image.width / across, image.height / down);
  const by = Math.max(1, Math.ceil((finer * POINTS_PER_INCH) / FINEST));
  const raster = reduced(image, by);
  const scale = finer / by;
  const [wide, high] = [Math.round(across * scale), Math.round(down * scale)];
  const even = Math.abs(wide - raster.width) <= 2 && Math.abs(high - raster.height) <= 2;
  return { raster: even ? raster : resized(raster, wide, high), left, top, scale };
}

/** By how many quarters a page turns an image; null where it slants or mirrors it. */
function quartersOf([a, b, c, d]: Matrix): number | null {
  const side = Math.max(Math.abs(a), Math.abs(b), Math.abs(c), Math.abs(d));
  const none = (one: number, other: number): boolean =>
    Math.abs(one) < side * STRAIGHT && Math.abs(other) < side * STRAIGHT;
  // The image counts upwards from its lower left corner, the page downwards.
  if (none(b, c) && a > 0 && d < 0) return 0;
  if (none(b, c) && a < 0 && d > 0) return 2;
  if (none(a, d) && b > 0 && c > 0) return 1;
  if (none(a, d) && b < 0 && c < 0) return 3;
  return null;
}

function greyImage({ width, height, kind, data }: DecodedImage, isFirst: boolean): Raster | null {
  if (!data) return null;
  if (kind === 1) return greyOfBits(width, height, data);
  const channels = data.length / (width * height);
  return channels === 3 || channels === 4
    ? greyOf({ width, height, channels, data }, isFirst)
    : null;
}

function decoded(page: PDFPageProxy, source: string | DecodedImage): Promise<DecodedImage | null> {
  if (typeof source !== 'string') return Promise.resolve(source);
  const objects = source.startsWith('g_') ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(source, (image: DecodedImage | null) => resolve(image));
  });
}

function drawnOn(
  list: { readonly fnArray: ArrayLike<number>; readonly argsArray: readonly unknown[] },
  numbers: OperatorNumbers,
  base: Matrix,
  area: number,
): Drawn {
  const images: PlacedImage[] = [];
  const saved: Matrix[] = [];
  let matrix = base;
  let [others, characters, paths] = [0, 0, 0];
  const save = (): void => {
    if (saved.length < DEEPEST) saved.push(matrix);
  };
  const restore = (): void => {
    matrix = saved.pop() ?? matrix;
  };
  const place = (source: string | DecodedImage): void => {
    const share = Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]) / area;
    images.push({ source, matrix, share });
  };
  type Step = (args: readonly never[]) => void;
  const other: Step = () => {
    others++;
  };
  const steps: Readonly<Record<string, Step>> = {
    save,
    restore,
    transform: (args) => {
      matrix = multiply(matrix, matrixOf(args as ArrayLike<number>));
    },
    paintFormXObjectBegin: ([form]) => {
      save();
      if (form) matrix = multiply(matrix, matrixOf(form));
    },
    paintFormXObjectEnd: restore,
    paintImageXObject: ([name]) => place(name as unknown as string),
    paintInlineImageXObject: ([image]) => place(image as unknown as DecodedImage),
    paintImageXObjectRepeat: other,
    paintInlineImageXObjectGroup: other,
    paintImageMaskXObject: other,
    paintImageMaskXObjectGroup: other,
    paintImageMaskXObjectRepeat: other,
    shadingFill: other,
    showText: ([glyphs]) => {
      characters += (glyphs as unknown as readonly unknown[] | undefined)?.length ?? 0;
    },
    constructPath: () => {
      paths++;
    },
  };
  const byNumber = new Map(Object.entries(steps).map(([name, step]) => [numbers[name], step]));
  for (let index = 0; index < list.fnArray.length; index++) {
    byNumber.get(list.fnArray[index]!)?.((list.argsArray[index] ?? []) as readonly never[]);
  }
  return { images, others, characters, paths };
}
