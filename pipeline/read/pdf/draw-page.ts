import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import {
  DRAWING_QUALITY,
  drawingScale,
  NoCanvasError,
  type PageDrawing,
} from '../pages/page-drawing.js';

/** What pdf.js draws on in Node: a canvas of @napi-rs/canvas. */
export interface CanvasFactory {
  create(width: number, height: number): DrawnCanvas;
  destroy(drawn: DrawnCanvas): void;
}

interface DrawnCanvas {
  readonly canvas: {
    readonly width: number;
    readonly height: number;
    encode(format: 'webp', quality: number): Promise<Uint8Array>;
  };
  readonly context: {
    getImageData(
      x: number,
      y: number,
      width: number,
      height: number,
    ): { readonly data: Uint8ClampedArray };
  };
}

/**
 * A page as a picture, turned clockwise by quarters of a circle.
 * @throws NoCanvasError where this machine cannot draw
 */
export async function drawPage(
  page: PDFPageProxy,
  quarters: number,
  factory: CanvasFactory,
): Promise<PageDrawing> {
  const { width, height } = page.getViewport({ scale: 1 });
  const rotation = (page.rotate + quarters * 90) % 360;
  const viewport = page.getViewport({ scale: drawingScale(width, height), rotation });
  const made = canvasOf(factory, Math.ceil(viewport.width), Math.ceil(viewport.height));
  try {
    await page.render({ canvas: made.canvas, viewport } as never).promise;
    const bytes = await made.canvas.encode('webp', DRAWING_QUALITY);
    return { bytes, lacksWords: await lacksFonts(page) };
  } finally {
    factory.destroy(made);
  }
}

function canvasOf(factory: CanvasFactory, width: number, height: number): DrawnCanvas {
  try {
    return factory.create(width, height);
  } catch (error) {
    throw new NoCanvasError((error as Error).message.split('\n')[0]!);
  }
}

/** Whether the page names a font that the file does not bring along. */
async function lacksFonts(page: PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const names = new Set<string>();
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.setFont) names.add((argsArray[index] as [string])[0]);
  }
  return [...names].some(
    (name) => page.commonObjs.has(name) && Boolean(page.commonObjs.get(name)?.missingFile),
  );
}
