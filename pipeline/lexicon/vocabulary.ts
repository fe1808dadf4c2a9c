/** The form in which a word of responsibility stands: 牵头单位：, 牵头负责, a column's head 牵头单位. */
export type Form = 'label' | 'verb' | 'column';

/** A word that rules know, with all that is known of it. */
export interface Entry<Class extends string = string> {
  readonly word: string;
  readonly class: Class;
  /** Forms in which it counts; of most classes none is told. */
  readonly forms?: readonly Form[];
  readonly role?: 'lead' | 'support' | 'responsible';
  /** Longer words that hold it and are not it: 应用 for 应. */
  readonly except?: readonly string[];
  /** The standard, or a notice, that it was taken from. */
  readonly source: string;
  /** When it was written down, ISO. */
  readonly date: string;
}

const SPECIAL = /[\\^$.*+?()[\]{}|/]/g;

/** Source of a pattern for any of the words, the longest first, exceptions left out by lookahead. */
export function alternation(entries: readonly Entry[]): string {
  const sorted = [...entries].sort((one, other) => other.word.length - one.word.length);
  return sorted.map(patternOf).join('|');
}

function patternOf({ word, except = [] }: Entry): string {
  const literal = word.replace(SPECIAL, '\\$&');
  const behind = except
    .filter((longer) => longer.startsWith(word))
    .map((longer) => longer.slice(word.length));
  return behind.length > 0 ? `${literal}(?!${behind.join('|')})` : literal;
}

/** Entries of one class from lines of words: `entriesOf('measure', '家 个 项', { source, date })`. */
export function entriesOf<Class extends string>(
  wordClass: Class,
  words: string,
  shared: Omit<Entry<Class>, 'word' | 'class'>,
): Entry<Class>[] {
  return words
    .trim()
    .split(/\s+/)
    .map((word) => ({ word, class: wordClass, ...shared }));
}
