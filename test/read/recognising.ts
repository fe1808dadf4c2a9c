import { NO_TOOLS, type OutsideTools } from '../../pipeline/read/outside-tools.js';
import type { Raster } from '../../pipeline/recognise/raster.js';
import type { RecognisedLine } from '../../pipeline/recognise/recognised-page.js';

/** Tools with an engine that reads on each picture what it is told, `atOnce` pictures at a time. */
export const engineReading = (
  read: (picture: Raster) => Promise<RecognisedLine[]>,
  atOnce = 1,
): OutsideTools => ({
  ...NO_TOOLS,
  recognise: {
    engine: 'test',
    atOnce,
    read: async (picture) => ({
      width: picture.width,
      height: picture.height,
      lines: await read(picture),
      rulings: [],
    }),
  },
});

/** A line a quarter down the page, of characters of a fiftieth of its height. */
export const lineOn = ({ width, height }: Raster, text: string): RecognisedLine => ({
  box: { x0: width / 4, top: height / 4, x1: width / 2, bottom: height * 0.27 },
  words: [{ text, x0: width / 4, x1: width / 2, confidence: 90 }],
});

/** Tools with an engine that reads one line on each picture, and keeps the pictures. */
export const engineKeeping = (pictures: Raster[], words: (count: number) => string): OutsideTools =>
  engineReading(async (picture) => {
    pictures.push(picture);
    return [lineOn(picture, words(pictures.length))];
  });
