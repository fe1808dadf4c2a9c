import { fieldLabels } from '../../annotate/field-labels.js';
import { startingIn } from '../../annotate/spans.js';
import { leadingPlace } from '../../lexicon/regions.js';
import { RESPONSIBILITY_VERB, USUAL_WORD } from '../../lexicon/responsibility.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import { firstIndex } from '../../model/first-index.js';
import type { Passage } from '../../model/passage.js';

/** What is only the end of a name that the line before began: `相关县（市、区）⏎政府`, `…⏎（市人才办）`. */
const NAME_TAIL = new RegExp(
  `^(?:（(?!${USUAL_WORD}|按)|(?:人民)?政府|管委会?|会(?:[、，；]|$)|委员会|办公室|分局|局|委|办|厅|部|处|等)`,
);
const GOES_ON = /[、，；：/]$/;
const ENDS_ROLE = new RegExp(`[）)]$|${USUAL_WORD}$`);
/** A name that is whole, and one that begins with whose body it is: what only spaces may part. */
const OF_LEVEL = /^(?:[省市县区州盟旗]|各|国家|(?:相关|有关)(?=[省市县区州乡镇部单]))/;
/** A body of the nation with a branch here: 人行温州市分行, 国网温州供电公司. */
const OF_NATION = /^(?:中国|人民银行|人行|国网)/;
/** What marks the first of a cell's bodies, or the one that leads. */
const STAR = /^[*★☆▲●]/;
const PIECE = /^[^、，；：/。\s（）]*/;
/** What a name's piece ends with where it says what the body does: `市投促局牵头`. */
const VERB_AT_END = new RegExp(`(?:${RESPONSIBILITY_VERB})$`);

/**
 * Offsets in a table's cell or a clause at which one name ends and the next begins without a mark between: at the
 * ends of lines, those inside a name left out, and at spaces between two names.
 * @param atLineEnds false in a bracket, whose lines wrap at any place
 */
export function nameBreaks(
  passage: Passage,
  start = 0,
  end: number = passage.length,
  { atLineEnds = true } = {},
): number[] {
  const { reading } = passage;
  const gaps = passage.gaps();
  const within = gaps
    .slice(
      firstIndex(gaps, ({ offset }) => offset > start),
      firstIndex(gaps, ({ offset }) => offset >= end),
    )
    .filter(({ breaksLine }) => atLineEnds || !breaksLine);
  if (within.length === 0) return [];
  const fields = startingIn(passage.annotation(fieldLabels), start, end);
  const labels = new Set(fields.map((label) => label.start));
  const ends = new Set(fields.map((label) => label.end));
  const breaks: number[] = [];
  const fill = lineFill(reading, start, end, within);
  let from = start;
  for (const [index, { offset, breaksLine }] of within.entries()) {
    if (ends.has(offset)) {
      from = offset;
      continue;
    }
    const to = Math.min(within[index + 1]?.offset ?? end, offset + LONGEST);
    const line = reading.slice(from, offset).replace(STAR, '');
    const next = reading.slice(offset, breaksLine ? Math.min(end, offset + LONGEST) : to);
    const parts = breaksLine
      ? endsLine(line, next, fill(offset))
      : partsNames(line, next.replace(STAR, ''), atLineEnds);
    if (!labels.has(offset) && !parts) continue;
    breaks.push(offset);
    from = offset;
  }
  return breaks;
}

const LONGEST = 40;
const IN_BRACKETS = /（[^（）]{0,40}）/g;
/** The words behind the last mark outside brackets. */
const lastPiece = (line: string): string => {
  const flat = line.replace(IN_BRACKETS, (bracket) => '（'.repeat(bracket.length));
  return line.slice(
    Math.max(flat.lastIndexOf('、'), flat.lastIndexOf('，'), flat.lastIndexOf('：')) + 1,
  );
};

/** How a line of a cell ends. */
interface LineEnd {
  /** Whether the line is shorter than others of the cell, so that it was ended there and did not wrap. */
  readonly short: boolean;
  /** Whether the line is as long as any of the cell, and marks part the names within its lines. */
  readonly wraps: boolean;
}

const MARK_WITHIN = /[、，；][^、，；\s]/;

/** How the lines of a cell end at its line breaks. */
function lineFill(
  reading: string,
  start: number,
  end: number,
  gaps: ReturnType<Passage['gaps']>,
): (offset: number) => LineEnd {
  const ends = [...gaps.filter(({ breaksLine }) => breaksLine).map(({ offset }) => offset), end];
  const lines = ends.map((to, index) => reading.slice(ends[index - 1] ?? start, to));
  const widths = lines.map(widthOf);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const marked = lines.some((line) => MARK_WITHIN.test(line.replace(IN_BRACKETS, '')));
  const widthAt = new Map(ends.map((to, index) => [to, widths[index]!]));
  return (offset) => {
    const width = widthAt.get(offset) ?? widest;
    return { short: width <= widest - SHORTER, wraps: marked && width > widest - SHORTER * 1.5 };
  };
}

/** By how many characters a line is shorter at least that did not wrap. */
const SHORTER = 1;

const widthOf = (line: string): number => {
  let width = 0;
  for (const character of line) width += character < '\u2e80' ? 0.5 : 1;
  return width;
};

/** Names beside each other on a wrapped line have a mark between; only a level begins one without. */
function endsLine(line: string, next: string, { short, wraps }: LineEnd): boolean {
  if (GOES_ON.test(line)) return false;
  const name = looksLikeUnit(lastPiece(line));
  if (NAME_TAIL.test(next))
    return name && short && !/^[（会]/.test(next) && looksLikeUnit(PIECE.exec(next)![0]);
  if (wraps && name) return OF_LEVEL.test(next) && looksLikeUnit(PIECE.exec(next)![0]);
  return name || ENDS_ROLE.test(line);
}

/** A station or office of a township, without a word that says whose: 安监站, 民政所, 交警六中队. */
const STATION = /^[一-鿿]{2,8}(?:站|所|办|队|院|中心|局|委|室)$/;

/** @param inCell whether nothing but names is expected: one may begin with its place, too */
function partsNames(line: string, next: string, inCell: boolean): boolean {
  const piece = PIECE.exec(next)![0];
  if (STATION.test(lastPiece(line)) && STATION.test(piece)) return true;
  const begins =
    OF_LEVEL.test(next) || (inCell && (OF_NATION.test(next) || leadingPlace(piece, null) !== null));
  return (
    begins &&
    (looksLikeUnit(lastPiece(line)) || VERB_AT_END.test(line)) &&
    (looksLikeUnit(piece) || looksLikeUnit(piece.replace(VERB_AT_END, '')))
  );
}
