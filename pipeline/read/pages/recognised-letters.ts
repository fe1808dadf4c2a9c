const HAN_OR_MARK = /[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉〔〕【】％%]/u;
/** Narrow marks as Chinese type sets them. */
const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};

const OPENING = '（〈《〔【(<[';
const CLOSING = '）〉》〕】)>]';
/** Marks that differ by a few dots of ink, so that OCR takes one for another. */
const CLOSED_BY = new Map([...OPENING].map((mark, index) => [mark, CLOSING[index]!]));

/**
 * Letters of a line with marks as Chinese type sets them: wide beside Chinese characters, brackets
 * that close as they open. The year of a document number (国办发〔2024〕54号) stands in 〔〕 by
 * GB/T 9704; other brackets that do not match are round ones, by far the most common.
 */
export function mendLetters(letters: readonly string[]): string[] {
  const mended = [...letters];
  letters.forEach((letter, index) => {
    const wide = WIDE[letter];
    if (wide === undefined) return;
    const beside = (other: string | undefined): boolean =>
      other !== undefined && HAN_OR_MARK.test(other);
    if (beside(letters[index - 1]) || beside(letters[index + 1])) mended[index] = wide;
  });
  const opened: number[] = [];
  for (let close = 0; close < mended.length; close++) {
    if (CLOSED_BY.has(mended[close]!)) opened.push(close);
    if (!CLOSING.includes(mended[close]!)) continue;
    const open = opened.pop();
    if (open !== undefined) mendPair(mended, open, close);
  }
  return mended;
}

function mendPair(letters: string[], open: number, close: number): void {
  if (isDocumentYear(letters, open, close)) {
    letters[open] = '〔';
    letters[close] = '〕';
  } else if (CLOSED_BY.get(letters[open]!) !== letters[close]) {
    letters[open] = '（';
    letters[close] = '）';
  }
}

/** `国办发【2024]54号`: a year in brackets behind an office's sign, before a number or a line's end. */
function isDocumentYear(letters: readonly string[], open: number, close: number): boolean {
  if (close !== open + 5) return false;
  if (!/^(?:19|20)\d\d$/.test(letters.slice(open + 1, close).join(''))) return false;
  if (!/[发办函字令政规]/.test(letters[open - 1] ?? '')) return false;
  return /^(?:\d{1,5}(?:号|$)|$)/.test(letters.slice(close + 1, close + 7).join(''));
}
