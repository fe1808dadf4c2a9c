import type { Box } from '../../model/document.js';
import { alignedTables } from '../aligned/index.js';
import { type HeaderReader, headedTables, type OpenColumns } from '../headed/index.js';
import type { Character, PageContent, Ruling } from '../page.js';
import { type RuledCell, type RuledTable, rulingsToTables } from '../ruled/index.js';
import { withoutTitleRows } from '../ruled/title-rows.js';
import { mendContentsLines } from './contents-lines.js';
import { withoutDoubled } from './doubled.js';
import { lineText } from './line-text.js';
import { charactersOnPage } from './on-page.js';
import { charactersToLines, type Line } from './page-lines.js';
import { boxAround } from './segments.js';
import { shortRulesOf } from './short-rules.js';
import {
  boxTurnedBack,
  type QuarterTurn,
  quarterTurn,
  turnedBox,
  turnedCharacters,
  turnedRulings,
  turnedSheet,
} from './turn.js';

/** A page taken apart: all that later stages need of it, small enough to keep for many pages. */
export interface PageLayout {
  /** Counted from 1 in the file. */
  readonly number: number;
  /** Size and contents as the words run upright; `turn` leads back to the page as shown. */
  readonly width: number;
  readonly height: number;
  readonly turn: QuarterTurn;
  /** In reading order. */
  readonly items: readonly (Line | RuledTable)[];
  /** Lines that run in another direction than the page's words: notes in the margin. */
  readonly sideLines: readonly Line[];
  /** Lines that run aslant (watermarks, words round a seal) or were laid over the page. */
  readonly marks: readonly Line[];
  /** Short rules that stand alone, upright as the words; notes may stand below one. */
  readonly shortRules: readonly Box[];
  /** Where tables stand, upright as the words, whose cells cannot be told apart with certainty. */
  readonly unclear: readonly Box[];
  /** The table without lines between its columns that reaches the page's foot. */
  readonly open: OpenColumns | null;
  /** Lines on the page, as wide and as high as it is with its words upright; only where places are kept. */
  readonly rulings?: readonly Ruling[];
}

/** What a page is taken apart with. */
export interface PageContext {
  /** Reads headers of tables of work. */
  readonly readHeader: HeaderReader;
  /** The table that reached the foot of the page before. */
  readonly open: OpenColumns | null;
  /** Whether the places of all characters are kept, for pictures of pages; they take much memory. */
  readonly keepGlyphs?: boolean;
}

/** A page of which no page before is known. */
export const NO_CONTEXT: PageContext = { readHeader: () => null, open: null };

export const isTable = (item: Line | RuledTable): item is RuledTable => 'cells' in item;

/** Takes a page apart: turned so that its words run upright, then tables and lines. */
export function layoutPage(page: PageContent, context: PageContext = NO_CONTEXT): PageLayout {
  const byTurn = new Map<QuarterTurn | null, Character[]>();
  const seen = withoutDoubled(charactersOnPage(page));
  const overlaid = seen.filter(({ isOverlay }) => isOverlay);
  for (const character of overlaid.length > 0 ? seen.filter((one) => !one.isOverlay) : seen) {
    const turn = quarterTurn(character.angle);
    const same = byTurn.get(turn);
    if (same) same.push(character);
    else byTurn.set(turn, [character]);
  }
  const turn = prevailingTurn(byTurn);
  const upright: PageContent = {
    number: page.number,
    ...turnedSheet(page, turn),
    characters: turnedCharacters(byTurn.get(turn) ?? [], page, turn),
    rulings: turnedRulings(page.rulings, page, turn),
  };
  const sideways = sidewaysOn(byTurn, page, turn);
  const all =
    sideways.size === 0 ? upright.characters : [...upright.characters, ...sideways.keys()];
  const ruled = rulingsToTables({ ...upright, characters: all }).map((table) =>
    withoutTitleRows(table, context.readHeader),
  );
  const headed = headedTables(upright, ruled, context.readHeader, context.open);
  const certainTables = [...ruled, ...headed.tables];
  const apart = [...certainTables.map(({ box }) => box), ...headed.unclear];
  const tables = [...certainTables, ...alignedTables(upright, apart)].map((table) =>
    compacted(table, context),
  );
  const inTables = new Set(tables.flatMap(({ characters }) => characters));
  for (const [turned, shown] of sideways) if (inTables.has(turned)) inTables.add(shown);
  const free = upright.characters.filter((character) => !inTables.has(character));
  const items = mendContentsLines(
    charactersToLines(
      free,
      tables.map(({ table }) => table),
    ),
  ).map((item) => (isTable(item) ? item : kept(item, context)));
  const sideLines: Line[] = [];
  for (const [other, characters] of byTurn) {
    if (other === turn || other === null) continue;
    const outside = characters.filter((character) => !inTables.has(character));
    for (const line of charactersToLines(turnedCharacters(outside, page, other))) {
      const box = boxTurnedBack(line.box, page, other);
      const upon = (glyph: Character): Character => ({
        ...glyph,
        box: turnedBox(boxTurnedBack(glyph.box, page, other), page, turn),
      });
      sideLines.push(kept({ ...line, box }, context, (glyphs) => glyphs.map(upon)));
    }
  }
  const marks = [...asLines(byTurn.get(null) ?? []), ...charactersToLines(overlaid)].map((line) =>
    kept(line, context, (glyphs) => turnedCharacters(glyphs, page, turn)),
  );
  const { number, width, height } = upright;
  const shortRules = shortRulesOf(
    upright,
    tables.map(({ table }) => table),
  );
  const { unclear, open } = headed;
  const layout = {
    number,
    width,
    height,
    turn,
    items,
    sideLines,
    marks,
    shortRules,
    unclear,
    open,
  };
  return context.keepGlyphs ? { ...layout, rulings: upright.rulings } : layout;
}

/** A line with the places of its characters as its page is turned; without them where none are kept. */
function kept(
  { glyphs = [], ...line }: Line,
  { keepGlyphs }: PageContext,
  turned: (glyphs: readonly Character[]) => readonly Character[] = (as) => as,
): Line {
  return keepGlyphs ? { ...line, glyphs: turned(glyphs) } : line;
}

/**
 * Characters that run across the page's words (heads of a table's columns set sideways), turned with
 * the page, each with itself as shown.
 */
function sidewaysOn(
  byTurn: ReadonlyMap<QuarterTurn | null, readonly Character[]>,
  page: PageContent,
  turn: QuarterTurn,
): Map<Character, Character> {
  const found = new Map<Character, Character>();
  for (const [other, characters] of byTurn) {
    if (other === turn || other === null) continue;
    const turned = turnedCharacters(characters, page, turn);
    for (const [index, character] of turned.entries()) found.set(character, characters[index]!);
  }
  return found;
}

/** The box of an upright item as the page is shown. */
export function shownBox(box: Box, { width, height, turn }: PageLayout): Box {
  if (turn === 0) return box;
  return boxTurnedBack(box, turnedSheet({ width, height }, turn), turn);
}

/** Whether a line stands in a table that cannot be read. */
export const isUnclear = ({ box }: Line, { unclear }: PageLayout): boolean =>
  unclear.some(({ top, bottom }) => box.bottom > top && box.top < bottom);

function prevailingTurn(byTurn: ReadonlyMap<QuarterTurn | null, readonly unknown[]>): QuarterTurn {
  let prevailing: QuarterTurn = 0;
  let most = byTurn.get(0)?.length ?? 0;
  for (const [turn, { length }] of byTurn) {
    if (turn === null || length <= most) continue;
    prevailing = turn;
    most = length;
  }
  return prevailing;
}

/** The table with each line of a cell as one piece of text, and the characters that it took. */
function compacted(
  table: RuledTable,
  { keepGlyphs }: PageContext,
): {
  readonly table: RuledTable;
  readonly characters: readonly Character[];
} {
  const characters: Character[] = [];
  const cells = table.cells.map((cell): RuledCell => {
    const lines = cell.lines.map((line) => {
      characters.push(...line);
      const one = asOne(line);
      return [keepGlyphs ? { ...one, glyphs: line } : one];
    });
    return { ...cell, lines };
  });
  return { table: { ...table, cells }, characters };
}

const asOne = (line: readonly Character[]): Character => ({
  ...line[0]!,
  text: lineText(line),
  box: boxAround(line),
});

/** Characters that run aslant, each run of one direction a line. */
function asLines(characters: readonly Character[]): Line[] {
  const lines: Line[] = [];
  let run: Character[] = [];
  const close = (): void => {
    const text = run
      .map((character) => character.text)
      .join('')
      .trim();
    if (text !== '') {
      const { size, bold, box } = run[0]!;
      lines.push({
        text,
        box: boxAround(run),
        size,
        baseline: box.bottom,
        bold,
        firstWord: 0,
        raised: [],
        column: 0,
        glyphs: run,
      });
    }
    run = [];
  };
  for (const character of characters) {
    const last = run.at(-1);
    if (last && Math.abs(last.angle - character.angle) > 20) close();
    run.push(character);
  }
  close();
  return lines;
}
