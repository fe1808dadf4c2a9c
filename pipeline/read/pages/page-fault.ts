import type { WarningCode } from '../../../schemas/codes.js';
import type { ReadPage } from './read-page.js';

/** What is wrong with a page's text. */
export type PageFault = Extract<
  WarningCode,
  | 'damaged_page'
  | 'page_without_text'
  | 'page_with_watermark_only'
  | 'picture_not_decoded'
  | 'unreadable_text'
  | 'missing_characters'
  | 'missing_digits'
  | 'text_layer_of_ocr'
  | 'picture_with_few_words'
  | 'hidden_layer'
  | 'read_by_ocr'
  | 'text_layer_replaced'
>;

/** Faults of pages whose text is of no use; it is not passed on. */
export const UNREADABLE: ReadonlySet<PageFault> = new Set<PageFault>([
  'damaged_page',
  'page_without_text',
  'page_with_watermark_only',
  'picture_not_decoded',
  'unreadable_text',
]);

/** Shares of a page: an image that makes it a picture. */
const PICTURE = 0.5;
/** Characters up to which a picture's text may be a mark or a caption. */
const FEW = 40;
const SCANNER_MARK = /扫描全能王|CamScanner|扫描宝|全能扫描|Scanned (?:by|with)|福昕|WPS扫描/i;
/** Shares of the glyphs. */
const MOST_UNMAPPED = 0.2;
const SOME_UNMAPPED = 0.01;
/** Fewer characters prove nothing about their distribution. */
const ENOUGH = 30;
const NAKED_DATE = /(?<![0-9０-９〇○零一二三四五六七八九十元X×_－—-])年[\s]*月[\s]*日/g;
const NAKED_NUMBER = /〔\s*〕\s*号|第\s*条第\s*款|(?<![0-9０-９百分之几%])\s%/g;

/** The worst that is wrong with a page; null where nothing is. */
export function faultOf(
  page: ReadPage,
  seenElsewhere: (words: string) => boolean,
): PageFault | null {
  const words = wordsOf(page);
  const { imageShare, unmapped } = page;
  const layerFault = page.layerLeftOut ? 'hidden_layer' : null;
  if (words === '' && unmapped === 0) {
    return imageShare >= PICTURE ? 'page_without_text' : layerFault;
  }
  if (words.length < FEW && imageShare >= PICTURE) {
    if (SCANNER_MARK.test(words) || seenElsewhere(words)) return 'page_with_watermark_only';
    return words === '' ? 'page_without_text' : 'picture_with_few_words';
  }
  const odd = unmapped + countOf(words, PRIVATE);
  if (odd > (words.length + unmapped) * MOST_UNMAPPED) return 'unreadable_text';
  if (words.length >= ENOUGH && !isPlausible(words)) return 'unreadable_text';
  if (lacksDigits(words)) return 'missing_digits';
  if (unmapped > (words.length + unmapped) * SOME_UNMAPPED) return 'missing_characters';
  if (page.hiddenShare > 0.5 && imageShare >= PICTURE) return 'text_layer_of_ocr';
  return layerFault;
}

/** The page's characters in the order drawn, without white space. */
export function wordsOf({ content }: ReadPage): string {
  let words = '';
  for (const { text } of content.characters) words += text;
  return words.replace(/\s+/g, '');
}

/** Private use, and the sign for an unknown character. Symbol fonts have bullets there. */
const PRIVATE = /[\ue000-\uf8ff\ufffd]/g;
const HAN = /[\u3400-\u9fff\uf900-\ufaff]/g;
const KANA_OR_HANGUL = /[\u3040-\u30ff\uac00-\ud7af]/g;
/** Signs and accented letters of the bytes above ASCII, which fonts without a mapping give. */
const ACCENT_OR_SIGN = /[\u0080-\u00af\u00b1-\u00b6\u00b8-\u00d6\u00d8-\u024f\u02b0-\u036f]/g;
/** Shares of them: on a Chinese page, and in a language that is written with accents. */
const SOME_ACCENTS = 0.1;
const MOST_ACCENTS = 0.3;
const LETTER = /[A-Za-z]/g;
const VOWEL = /[aeiouAEIOU]/g;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether characters are distributed as in Chinese, or another language, and not by chance. */
function isPlausible(words: string): boolean {
  const han = countOf(words, HAN);
  const accents = countOf(words, ACCENT_OR_SIGN);
  if (accents > words.length * (han > 0 ? SOME_ACCENTS : MOST_ACCENTS)) return false;
  if (countOf(words, KANA_OR_HANGUL) * 20 > words.length) return true;
  if (han * 10 < words.length * 3) return hasVowels(words);
  const sample = words.slice(0, SAMPLE).match(HAN) ?? [];
  return sample.filter(isCommon).length >= sample.length * LEAST_COMMON;
}

/** Share of ideographs in common use; names and tables have 90 % and more, chance gives a third. */
const LEAST_COMMON = 0.55;
/** Characters of a page that are looked at. */
const SAMPLE = 600;

let common: ReadonlySet<string> | undefined;

/** The 6,763 ideographs of GB 2312, which simplified texts are set in. */
function isCommon(character: string): boolean {
  if (!common) {
    const bytes: number[] = [];
    for (let row = 0xb0; row <= 0xf7; row++) {
      for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell);
    }
    common = new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)));
  }
  return common.has(character);
}

/** Words of letters have vowels; what fonts without a mapping give has them by chance. */
function hasVowels(words: string): boolean {
  const letters = countOf(words, LETTER);
  return letters < words.length * 0.5 || countOf(words, VOWEL) > letters * 0.15;
}

function lacksDigits(words: string): boolean {
  if (countOf(words, HAN) < ENOUGH) return false;
  if (/[0-9０-９]/.test(words)) return false;
  return countOf(words, NAKED_DATE) + countOf(words, NAKED_NUMBER) >= 2;
}
