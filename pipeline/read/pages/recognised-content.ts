import type { Character, PageContent, Ruling } from '../../layout/page.js';
import { doubtsOf } from '../../recognise/doubts.js';
import { type MarkHabits, mendLetters, NO_HABITS } from '../../recognise/marks.js';
import type {
  RecognisedLine,
  RecognisedPage,
  RecognisedWord,
} from '../../recognise/recognised-page.js';
import type { Segment } from '../../recognise/rulings.js';
import type { DoubtfulLine } from './read-pages.js';

/** Of 100: a line of which OCR is less sure on average is specks, a stamp or a frame. */
const LEAST_LINE_CONFIDENCE = 40;
/** A cell's side lines are cut off: a letter or mark alone in it is seldom a speck. */
const LEAST_CELL_CONFIDENCE = 15;
/** A sign among words of which OCR is less sure is a speck. */
const LEAST_SIGN_CONFIDENCE = 40;
/** Shares of a line's height: a gap behind a narrow comma, and one that parts columns. */
const COLUMN_GAP = 1.3;

/** What frames and the lines between columns are read as. */
const FRAME = /^[|¦│┃｜‖_＿\\/~=]+$/;
const FRAME_AT_AN_END = /^[|¦│┃｜]+|[|¦│┃｜]+$/g;
const LETTER_OR_MARK = /[\p{L}\p{N}，。、；：？！“”‘’（）《》〈〉〔〕【】%％+—…]/u;
const NARROW = /[\p{Script=Latin}\d]/u;

/** The place of a recognised page's pixels on the page, and its size in points. */
interface Place {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** A recognised page: the place of each word is shared out among its characters. */
export function recognisedContent(
  page: RecognisedPage,
  number: number,
  picture: Place & { readonly raster: Sides },
  habits: MarkHabits = NO_HABITS,
): { readonly content: PageContent; readonly doubtful: readonly DoubtfulLine[] } {
  const characters: Character[] = [];
  const doubtful: DoubtfulLine[] = [];
  const place = placeOf(page, picture);
  const { left: offset, top: down, scale } = place;
  const usual = medianHeight(page.lines);
  for (const line of page.lines) {
    const words = soundWords(line.words, line.inTable ?? false);
    if (words.length === 0) continue;
    if (!line.inTable && isPageNumber(line, words, usual, page)) continue;
    const letters = mendLetters(
      words.flatMap((word) => [...word.text]),
      habits,
    );
    const doubts = doubtsOf(letters, words, line.inTable ?? false);
    if (doubts.length > 0) doubtful.push({ letters, doubts });
    const top = down + line.box.top / scale;
    const bottom = down + line.box.bottom / scale;
    let at = 0;
    for (const { text, x0, x1 } of spread(words, line.box.bottom - line.box.top)) {
      const count = [...text].length;
      const step = (x1 - x0) / count / scale;
      for (let index = 0; index < count; index++) {
        const left = offset + x0 / scale + index * step;
        const text = letters[at++]!;
        if (text === '') continue;
        characters.push({
          text,
          box: { x0: left, top, x1: left + step, bottom },
          size: bottom - top,
          font: 'OCR',
          bold: false,
          angle: 0,
          order: characters.length,
        });
      }
    }
  }
  const rulings = page.rulings.map((segment) => rulingOf(segment, place));
  const { width, height } = place;
  return { content: { number, width, height, characters, rulings }, doubtful };
}

interface Sides {
  readonly width: number;
  readonly height: number;
}

/** A page that was turned upright lies on the page as large as it is. */
function placeOf(
  page: RecognisedPage,
  { raster, ...picture }: Place & { readonly raster: Sides },
): Place {
  if (page.width === raster.width && page.height === raster.height) return picture;
  const { scale } = picture;
  return { width: page.width / scale, height: page.height / scale, left: 0, top: 0, scale };
}

function rulingOf({ direction, at, from, to, thickness }: Segment, place: Place): Ruling {
  const { left, top, scale } = place;
  const half = thickness / 2;
  const box =
    direction === 'horizontal'
      ? { x0: from, x1: to, top: at - half, bottom: at + half }
      : { x0: at - half, x1: at + half, top: from, bottom: to };
  return {
    direction,
    box: {
      x0: left + box.x0 / scale,
      x1: left + box.x1 / scale,
      top: top + box.top / scale,
      bottom: top + box.bottom / scale,
    },
    width: thickness / scale,
  };
}

/** Letters of a page's number as it is misread at most: `— 302 —`. */
const LONGEST_NUMBER = 7;
/** Shares: of the page's height where its number stands, of its width, of the usual line's height. */
const MARGIN = 0.15;
const WIDEST_NUMBER = 0.15;
const LOW = 0.85;
const WHOLE_NUMBER = /^[—–-]\d{1,4}[—–-]$/;

/**
 * Whether a line is a page's number of which dashes or digits are misread: a short one, lower than
 * lines of text, at the page's head or foot. One that is read as it stands (`— 3 —`) is left to layout.
 */
function isPageNumber(
  { box }: RecognisedLine,
  words: readonly RecognisedWord[],
  usual: number,
  { width, height }: RecognisedPage,
): boolean {
  if (box.bottom > height * MARGIN && box.top < height * (1 - MARGIN)) return false;
  if (box.x1 - box.x0 > width * WIDEST_NUMBER) return false;
  if (box.bottom - box.top > usual * LOW) return false;
  const text = words.map((word) => word.text).join('');
  return text.length <= LONGEST_NUMBER && !WHOLE_NUMBER.test(text);
}

function medianHeight(lines: readonly RecognisedLine[]): number {
  const heights = lines.map(({ box }) => box.bottom - box.top).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** Whether a sign that frames are read as, too, stands between letters: `万吨/日`, `5~10家`. */
function isBetween(words: readonly RecognisedWord[], index: number): boolean {
  if (!/^[/~=]$/.test(words[index]!.text.trim())) return false;
  const beside = [words[index - 1], words[index + 1]];
  return beside.every((word) => word !== undefined && /[\p{L}\p{N}%]/u.test(word.text));
}

/** The words of a line without frames and specks; none where the whole line is noise. */
function soundWords(words: readonly RecognisedWord[], inTable: boolean): RecognisedWord[] {
  const sound: RecognisedWord[] = [];
  let length = 0;
  let confidence = 0;
  for (const [index, word] of words.entries()) {
    const text = word.text.replace(FRAME_AT_AN_END, '').trim();
    if (text === '' || (FRAME.test(text) && !isBetween(words, index))) continue;
    if (word.confidence < LEAST_SIGN_CONFIDENCE && !LETTER_OR_MARK.test(text)) continue;
    sound.push({ ...word, text });
    length += text.length;
    confidence += word.confidence * text.length;
  }
  const least = inTable ? LEAST_CELL_CONFIDENCE : LEAST_LINE_CONFIDENCE;
  return confidence < least * length ? [] : sound;
}

/**
 * Words made to stand one behind the other: OCR draws some over those that follow, and its boxes end
 * where the ink does, which is in the middle of a comma's place.
 */
function spread(words: readonly RecognisedWord[], height: number): RecognisedWord[] {
  return words.map((word, index) => {
    const next = words[index + 1];
    if (!next || next.x0 <= word.x0) return word;
    const gap = next.x0 - word.x1;
    const narrow = NARROW.test(word.text.at(-1)!) && NARROW.test(next.text[0]!);
    if (gap > height * COLUMN_GAP || (gap > 0 && narrow)) return word;
    return { ...word, x1: next.x0 };
  });
}
