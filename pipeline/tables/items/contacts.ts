import type { Passage } from '../../model/passage.js';

/** A person to ask, or a telephone number alone. */
export interface ContactPassage {
  readonly name: Passage | null;
  readonly phone: Passage | null;
}

/** `0577-88026991`, `13819777193`, `88026991`, with an extension `转8021`. */
const PHONE =
  /(?:0\d{2,3}[-—–]?)?\d{7,8}(?:[-转]\d{1,6})?(?!\d)|1\d{10}(?!\d)|1\d{2}[- ]\d{4}[- ]\d{4}(?!\d)/g;
const SEPARATOR = /[、，,；;/：:（）()]+/g;
const LABEL = /^(?:联系人|联系电话|联系方式|电话|手机|办公室)$/;

/**
 * Reads cells of names and telephone numbers (`蔡景像⏎0577-88026991`), several people in a cell too:
 * as many names as numbers go together in order, else each number goes to the name before it.
 */
export function readContacts(cells: readonly Passage[]): ContactPassage[] {
  const names: { passage: Passage; phones: Passage[] }[] = [];
  const phones: Passage[] = [];
  for (const cell of cells) {
    for (const part of partsOf(cell)) {
      if (part.isPhone) {
        phones.push(part.passage);
        names.at(-1)?.phones.push(part.passage);
      } else names.push({ passage: part.passage, phones: [] });
    }
  }
  if (names.length === 0) return phones.map((phone) => ({ name: null, phone }));
  if (names.length === phones.length) {
    return names.map(({ passage }, index) => ({ name: passage, phone: phones[index]! }));
  }
  return names.flatMap(({ passage, phones: own }): ContactPassage[] =>
    own.length === 0
      ? [{ name: passage, phone: null }]
      : own.map((phone) => ({ name: passage, phone })),
  );
}

function partsOf(cell: Passage): { passage: Passage; isPhone: boolean }[] {
  const parts: { passage: Passage; isPhone: boolean }[] = [];
  let from = 0;
  for (const match of cell.reading.matchAll(PHONE)) {
    for (const name of namesIn(cell.slice(from, match.index)))
      parts.push({ passage: name, isPhone: false });
    from = match.index + match[0].length;
    parts.push({ passage: cell.slice(match.index, from), isPhone: true });
  }
  for (const name of namesIn(cell.slice(from))) parts.push({ passage: name, isPhone: false });
  return parts;
}

/** Names between separators and line breaks. */
function namesIn(words: Passage): Passage[] {
  const names: Passage[] = [];
  const add = (start: number, end: number): void => {
    const name = words.slice(start, end).trim();
    if (/\p{L}/u.test(name.text) && !LABEL.test(name.text)) names.push(name);
  };
  let from = 0;
  for (let at = 1; at <= words.length; at++) {
    const ends = at === words.length || breaksBefore(words, at);
    if (!ends) continue;
    let start = from;
    for (const match of words.reading.slice(from, at).matchAll(SEPARATOR)) {
      add(start, from + match.index);
      start = from + match.index + match[0].length;
    }
    add(start, at);
    from = at;
  }
  return names;
}

/** Whether the source breaks the line before a character. */
function breaksBefore(words: Passage, at: number): boolean {
  const start = words.sourceOffset(at - 1) + 1;
  const end = words.sourceOffset(at);
  return end > start && /[\n\t]/.test(words.source.text.slice(start, Math.min(end, start + 50)));
}
