/** Raised digits and signs, one for one. */
const RAISED: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
};

/**
 * Words that a format shows raised, as raised characters, so that 10⁴ is no 104 and a note's number no digit
 * of the number that it stands behind. Words that hold anything but digits and signs stay as they are.
 */
export function raisedWords(words: string): string {
  const raised = [...words].map((character) => RAISED[character]);
  return raised.length > 0 && raised.every((character) => character !== undefined)
    ? raised.join('')
    : words;
}
