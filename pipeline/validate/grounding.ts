import type { At } from '../../schemas/index.js';

/** A value that does not stand where its record says. */
export interface GroundingProblem {
  /** Way to the value in its record: `units.0`, or `` for the record itself. */
  readonly path: string;
  readonly message: string;
}

/** What places in a record are checked against. */
export interface GroundingText {
  readonly text: string;
  /** First and last page of the document; null where it has none. */
  readonly pages: { readonly first: number; readonly last: number } | null;
  /** Told of every place that is looked at. */
  readonly seen?: (at: At) => void;
}

/** A value of a record that may hold places. */
type Node = Readonly<Record<string, unknown>>;

/**
 * Checks every object of a record that has `at`: it lies in the text and on one of its pages, and
 * where the object has `raw` (or is a token with its `word`), the text holds it there.
 */
export function groundingProblems(record: object, grounding: GroundingText): GroundingProblem[] {
  const problems: GroundingProblem[] = [];
  visit(record as Node, [], grounding, problems);
  return problems;
}

function visit(node: Node, way: readonly string[], on: GroundingText, found: GroundingProblem[]) {
  if (isAt(node.at)) {
    on.seen?.(node.at);
    const message = placeProblem(node.at, on) ?? wordsProblem(node, node.at, on.text);
    if (message !== null) found.push({ path: way.join('.'), message });
  }
  for (const key in node) {
    const value = node[key];
    if (key !== 'at' && typeof value === 'object' && value !== null) {
      visit(value as Node, [...way, key], on, found);
    }
  }
}

function placeProblem(at: At, { text, pages }: GroundingText): string | null {
  if (at.start > at.end || at.end > text.length) {
    return `at ${at.start}–${at.end} is not in the text of ${text.length} characters`;
  }
  if (pages === null) return at.page === null ? null : `page ${at.page} in a text without pages`;
  if (at.page === null) return 'no page in a text with pages';
  const inside = at.page >= pages.first && at.page <= pages.last;
  return inside ? null : `page ${at.page} is not one of pages ${pages.first}–${pages.last}`;
}

function wordsProblem(node: Node, at: At, text: string): string | null {
  const found = text.slice(at.start, at.end);
  if (typeof node.raw === 'string' && node.raw !== found) return differ('raw', node.raw, found);
  if (typeof node.word === 'string' && !spells(found, node.word)) {
    return differ('word', node.word, found);
  }
  return null;
}

/** Whether the words are the given one, whole or cut by a line break or page mark. */
function spells(found: string, word: string): boolean {
  if (found === word) return true;
  if (word === '' || found[0] !== word[0] || found.at(-1) !== word.at(-1)) return false;
  let position = -1;
  for (let letter = 0; letter < word.length; letter++) {
    position = found.indexOf(word[letter]!, position + 1);
    if (position < 0) return false;
  }
  return true;
}

const differ = (key: string, says: string, found: string): string =>
  `${key} is ${JSON.stringify(shortened(says))}, the text has ${JSON.stringify(shortened(found))}`;

const SHOWN = 60;
const shortened = (words: string): string =>
  words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;

function isAt(value: unknown): value is At {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}
