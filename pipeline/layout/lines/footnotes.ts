import type { Box } from '../../model/document.js';
import { isTable, type PageLayout } from './layout-page.js';
import type { Line } from './page-lines.js';
import { prevailingSize } from './segments.js';

/** Notes at the feet of pages. */
export interface Footnotes {
  /** The lines of each note, by its first one. */
  readonly notes: ReadonlyMap<Line, readonly Line[]>;
  /** All lines of notes. */
  readonly lines: ReadonlySet<Line>;
  /** What the notes of a page are marked with, by the page's number in the file. */
  readonly marks: ReadonlyMap<number, ReadonlySet<string>>;
}

/** Notes are set at most this large, as a share of the size of the text above them. */
const SMALLER = 0.92;
/** Ems: how far a rule above notes begins from their margin, and how near an underline is to words. */
const RULE_SHIFT = 2;
const UNDERLINE = 0.12;
/** Share of the page's height below which notes end that no rule parts from the text. */
const FOOT = 0.7;

/** Lines in small type that may be the first of the notes. */
const MOST_TRIED = 10;

/** How notes begin; `[1]` and `①` are sure signs, a bare number only where it is raised or small. */
const SIGN = /^(?:[①-⑳㉑-㉟]|[[［〔【]\d{1,3}[\]］〕】]|[*＊※†‡]{1,3})/;
const NUMBER = /^\d{1,3}(?![\d.．、,，%％:：)）年月日—－-])/;
const NOTE_WORD = /^注(?:释)?\s*\d{0,2}\s*[:：]/;
const SENTENCE_END = /[。！？：；;.!?][”’）》」)]*$/;

/**
 * Finds notes at the feet of pages: below a short rule at the margin, or in smaller type and marked
 * with a sign that the text above refers to. Notes below a table, and items of a list, are none.
 * @param furniture lines that are no text, as page numbers below notes
 */
export function findFootnotes(
  pages: readonly PageLayout[],
  furniture: ReadonlySet<Line>,
): Footnotes {
  const notes = new Map<Line, readonly Line[]>();
  const lines = new Set<Line>();
  const marks = new Map<number, ReadonlySet<string>>();
  let goesOn = false;
  for (const page of pages) {
    const own = notesOf(page, furniture, goesOn);
    goesOn = own.length > 0;
    for (const note of own) {
      notes.set(note[0]!, note);
      for (const line of note) lines.add(line);
    }
    const signs = own.map(([first]) => markOf(first!)).filter((mark) => mark !== null);
    if (signs.length > 0) marks.set(page.number, new Set(signs));
  }
  return { notes, lines, marks };
}

function notesOf(page: PageLayout, furniture: ReadonlySet<Line>, goesOn: boolean): Line[][] {
  const items = page.items.filter((item) => isTable(item) || !furniture.has(item));
  const columns = new Map<number, Line[]>();
  for (const item of items) {
    if (isTable(item)) continue;
    const column = columns.get(item.column);
    if (column) column.push(item);
    else columns.set(item.column, [item]);
  }
  const found: Line[][] = [];
  for (const column of columns.values()) {
    const start = ruledStart(column, page, items, goesOn) ?? smallStart(column, page, items);
    if (start !== null) found.push(...apartNotes(column.slice(start)));
  }
  return found;
}

type Item = PageLayout['items'][number];

/** Where notes begin in a column below a short rule. */
function ruledStart(
  column: readonly Line[],
  page: PageLayout,
  items: readonly Item[],
  goesOn: boolean,
): number | null {
  if (page.shortRules.length === 0) return null;
  const left = Math.min(...column.map(({ box }) => box.x0));
  for (const rule of page.shortRules) {
    const start = column.findIndex(({ box, size }) => box.top + size * 0.5 > rule.bottom);
    const first = column[start];
    const above = itemsAbove(items, first);
    if (!first || above.length === 0) continue;
    if (Math.abs(rule.x0 - left) > first.size * RULE_SHIFT) continue;
    if (above.some((item) => isUnderlined(item, rule))) continue;
    const notes = column.slice(start);
    if (!endsPage(notes, items)) continue;
    const small = isSmall(notes, above);
    if (isSure(first) || (small && (markOf(first) !== null || goesOn))) return start;
  }
  return null;
}

/** Where notes in smaller type begin that the text refers to. */
function smallStart(
  column: readonly Line[],
  { height }: PageLayout,
  items: readonly Item[],
): number | null {
  const last = column.at(-1)!;
  if (last.box.bottom < height * FOOT) return null;
  let from = column.length;
  while (from > 0 && column[from - 1]!.size <= last.size / SMALLER) from--;
  let tried = 0;
  for (let start = Math.max(from, 1); start < column.length && tried < MOST_TRIED; start++) {
    const first = column[start]!;
    const mark = markOf(first);
    if (mark === null) continue;
    tried++;
    const above = itemsAbove(items, first);
    const nearest = above.reduce((a, b) => (b.box.bottom > a.box.bottom ? b : a), above[0]!);
    const notes = column.slice(start);
    if (!nearest || isTable(nearest) || !endsPage(notes, items)) return null;
    if (!isSmall(notes, above)) return null;
    const isMeant = NOTE_WORD.test(first.text)
      ? !SENTENCE_END.test(column[start - 1]!.text)
      : above.some((item) => refersTo(item, mark));
    if (isMeant) return start;
  }
  return null;
}

/** What stands above a line. */
const itemsAbove = (items: readonly Item[], line: Line | undefined): readonly Item[] =>
  line ? items.filter(({ box }) => box.bottom <= line.box.top + line.size * 0.5) : [];

/** Whether nothing stands below notes or beside them in their column. */
function endsPage(notes: readonly Line[], items: readonly Item[]): boolean {
  const own = new Set<Item>(notes);
  const top = notes[0]!.box.top;
  const left = Math.min(...notes.map(({ box }) => box.x0));
  const right = Math.max(...notes.map(({ box }) => box.x1));
  return items.every(
    (item) =>
      own.has(item) || item.box.bottom <= top + 4 || item.box.x1 <= left || item.box.x0 >= right,
  );
}

function isSmall(notes: readonly Line[], above: readonly Item[]): boolean {
  const body = above.filter((item): item is Line => !isTable(item));
  if (body.length === 0) return false;
  const largest = prevailingSize(body) * SMALLER;
  return notes.every(({ size }) => size <= largest);
}

/** Whether a rule stands right below words. */
function isUnderlined({ box, ...item }: Item, rule: Box): boolean {
  const size = 'size' in item ? item.size : 0;
  const gap = rule.top - box.bottom;
  return gap < size * UNDERLINE && gap > -size && box.x1 > rule.x0 && box.x0 < rule.x1;
}

const isSure = (line: Line): boolean =>
  SIGN.test(line.text) ||
  NOTE_WORD.test(line.text) ||
  (NUMBER.test(line.text) && line.raised[0]?.start === 0);

/** The sign that a note begins with: `①`, `[1]`, `1`, `*`, `注：`; null where a line begins with none. */
function markOf({ text }: Line): string | null {
  const found = SIGN.exec(text) ?? NUMBER.exec(text) ?? NOTE_WORD.exec(text);
  return found ? found[0].trim() : null;
}

/** Whether words hold a note's sign: a number raised, other signs behind the words they belong to. */
function refersTo(item: Item, mark: string): boolean {
  if (isTable(item)) return false;
  const { text, raised } = item;
  if (raised.some(({ start, end }) => text.slice(start, end) === mark)) return true;
  return !/^\d/.test(mark) && text.indexOf(mark) > 0;
}

/** Notes taken apart where the next sign begins a line. */
function apartNotes(lines: readonly Line[]): Line[][] {
  const notes: Line[][] = [];
  for (const line of lines) {
    const open = notes.at(-1);
    if (open && !isNext(open[0]!, line)) open.push(line);
    else notes.push([line]);
  }
  return notes;
}

/** Whether a line begins the note after `first`: marked alike, and numbers count on. */
function isNext(first: Line, line: Line): boolean {
  if (line.box.x0 > first.box.x0 + 2) return false;
  if (NUMBER.test(first.text)) return Number(markOf(line)) === Number(markOf(first)) + 1;
  return [SIGN, NOTE_WORD].some((kind) => kind.test(first.text) && kind.test(line.text));
}
