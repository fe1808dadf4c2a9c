import type { Character, PageContent } from '../../layout/page.js';
import type { RecognisedLine, RecognisedWord } from '../outside-tools.js';
import type { Picture } from './picture.js';
import { mendLetters } from './recognised-letters.js';

/** Of 100: a line of which OCR is less sure on average is specks, a stamp or a frame. */
const LEAST_LINE_CONFIDENCE = 40;
/** A sign among words of which OCR is less sure is a speck. */
const LEAST_SIGN_CONFIDENCE = 40;
/** Shares of a line's height: a gap behind a narrow comma, and one that parts columns. */
const COLUMN_GAP = 1.3;

/** What frames and the lines between columns are read as. */
const FRAME = /^[|¦│┃｜‖_＿\\/~=]+$/;
const FRAME_AT_AN_END = /^[|¦│┃｜]+|[|¦│┃｜]+$/g;
const LETTER_OR_MARK = /[\p{L}\p{N}，。、；：？！“”‘’（）《》〈〉〔〕【】%％+—…]/u;
const NARROW = /[\p{Script=Latin}\d]/u;

/** A page of recognised lines: the place of each word is shared out among its characters. */
export function linesToContent(
  lines: readonly RecognisedLine[],
  number: number,
  { width, height, scale }: Omit<Picture, 'png'>,
): PageContent {
  const characters: Character[] = [];
  const usual = medianHeight(lines);
  for (const line of lines) {
    const words = soundWords(line.words);
    if (words.length === 0 || isPageNumber(line, words, usual, { width, height, scale })) continue;
    const letters = mendLetters(words.flatMap((word) => [...word.text]));
    const top = line.box.top / scale;
    const bottom = line.box.bottom / scale;
    let at = 0;
    for (const { text, x0, x1 } of spread(words, line.box.bottom - line.box.top)) {
      const count = [...text].length;
      const step = (x1 - x0) / count / scale;
      for (let index = 0; index < count; index++) {
        const left = x0 / scale + index * step;
        characters.push({
          text: letters[at++]!,
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
  return { number, width, height, characters, rulings: [] };
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
  page: Omit<Picture, 'png'>,
): boolean {
  const height = page.height * page.scale;
  if (box.bottom > height * MARGIN && box.top < height * (1 - MARGIN)) return false;
  if (box.x1 - box.x0 > page.width * page.scale * WIDEST_NUMBER) return false;
  if (box.bottom - box.top > usual * LOW) return false;
  const text = words.map((word) => word.text).join('');
  return text.length <= LONGEST_NUMBER && !WHOLE_NUMBER.test(text);
}

function medianHeight(lines: readonly RecognisedLine[]): number {
  const heights = lines.map(({ box }) => box.bottom - box.top).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 0;
}

/** The words of a line without frames and specks; none where the whole line is noise. */
function soundWords(words: readonly RecognisedWord[]): RecognisedWord[] {
  const sound: RecognisedWord[] = [];
  let length = 0;
  let confidence = 0;
  for (const word of words) {
    const text = word.text.replace(FRAME_AT_AN_END, '').trim();
    if (text === '' || FRAME.test(text)) continue;
    if (word.confidence < LEAST_SIGN_CONFIDENCE && !LETTER_OR_MARK.test(text)) continue;
    sound.push({ ...word, text });
    length += text.length;
    confidence += word.confidence * text.length;
  }
  return confidence < LEAST_LINE_CONFIDENCE * length ? [] : sound;
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
