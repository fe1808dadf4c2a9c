import { tablesOf } from './cells.js';
import { decodeLine, type Placed, type ReadCharacter } from './decode-line.js';
import { inkOf } from './ink.js';
import { leadImage } from './led-line.js';
import { besideEachOther, lineImage, lineInput } from './line-image.js';
import type { Models } from './models.js';
import { liesOnItsSide, standsOnItsHead } from './orientation.js';
import { type Raster, rotated, turned } from './raster.js';
import type { RecognisedLine, RecognisedPage } from './recognised-page.js';
import { rulingsOf } from './rulings.js';
import { skewOf } from './skew.js';
import { piecesOf, type TablePiece } from './table-boxes.js';
import { type TextBox, textBoxesOf } from './text-boxes.js';
import { type ReadPiece, typeSizes } from './type-sizes.js';
import { wordsOf } from './words-of-line.js';

/** Pixels of the longer side at which lines are looked for: small type of tables needs more. */
const SIDE = 960;
const SIDE_OF_TABLES = 1280;
/** Cells that make a table worth a closer look. */
const TABLE = 4;
/** Degrees: lines that slant less are read as well as they stand. */
const LEAST_SKEW = 0.12;
/** A line in a cell that is no more times as wide as high is short. */
const SHORT = 3.6;

/**
 * Reads a page from its picture.
 * @param page grey, with the colours of stamps taken out
 * @param inch pixels of the picture that make an inch of the page
 */
export async function readPage(
  page: Raster,
  inch: number,
  models: Models,
): Promise<RecognisedPage> {
  let upright = await lookedAt(page, inch, models);
  let quarters = 0;
  if (liesOnItsSide(upright.boxes)) {
    quarters = 1;
    upright = await lookedAt(turned(page, 1), inch, models);
  }
  let { degrees } = upright;
  if (await standsOnItsHead(upright.page, upright.boxes, models)) {
    quarters += 2;
    upright = await lookedAt(turned(upright.page, 2), inch, models);
    degrees += upright.degrees;
  }
  const { ink, cells, rulings, boxes } = upright;
  const pieces = piecesOf(boxes, cells, ink, inch);
  const read: ReadPiece[] = [];
  for (const box of pieces) {
    read.push({ box, characters: await readPiece(upright.page, box, models) });
  }
  const sizes = typeSizes(read);
  const lines = read.flatMap(({ characters, box }, index): RecognisedLine[] => {
    const line = wordsOf(characters, box, sizes[index]!);
    if (!line) return [];
    return [pieces[index]!.cell === null ? line : { ...line, inTable: true }];
  });
  const { width, height } = upright.page;
  return { width, height, lines, rulings, quarters, degrees };
}

/** A page set straight, with its lines and where text stands. */
async function lookedAt(picture: Raster, inch: number, models: Models) {
  const skew = skewOf(picture);
  const degrees = Math.abs(skew) >= LEAST_SKEW ? -skew : 0;
  const page = degrees === 0 ? picture : rotated(picture, degrees);
  const ink = inkOf(page);
  const { rulings, cells } = tablesOf(rulingsOf(ink, inch), inch);
  const side = cells.length >= TABLE ? SIDE_OF_TABLES : SIDE;
  const boxes: TextBox[] = await textBoxesOf(page, side, models.detect);
  return { page, degrees, ink, rulings, cells, boxes };
}

async function readPiece(page: Raster, piece: TablePiece, models: Models): Promise<Placed[]> {
  const image = lineImage(page, piece);
  const short = piece.cell !== null && piece.width < piece.height * SHORT;
  const led = short ? await readLed(image, models) : [];
  return led.length > 0 ? led : readImage(image, models);
}

/** The characters of a line image; their steps are shares of its width. */
async function readImage(image: Raster, models: Models): Promise<Placed[]> {
  const scores = await models.readLine(lineInput(image), image.width);
  return decodeLine(scores, models.characters).map((character) => placed(character, scores.steps));
}

const placed = (character: ReadCharacter, steps: number): Placed => ({
  ...character,
  middle: (character.from + character.to) / 2 / steps,
});

/** The same behind known characters, which are taken off again. */
async function readLed(image: Raster, models: Models): Promise<Placed[]> {
  const lead = leadImage();
  const whole = besideEachOther(lead, image);
  const end = lead.width / whole.width;
  const read = await readImage(whole, models);
  return read
    .filter(({ middle }) => middle > end)
    .map((one) => ({ ...one, middle: (one.middle - end) / (1 - end) }));
}
