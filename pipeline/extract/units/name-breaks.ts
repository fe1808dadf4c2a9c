import { fieldLabels } from '../../annotate/field-labels.js';
import { startingIn } from '../../annotate/spans.js';
import { USUAL_WORD } from '../../lexicon/responsibility.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import { firstIndex } from '../../model/first-index.js';
import type { Passage } from '../../model/passage.js';

/** What is only the end of a name that the line before began: `相关县（市、区）⏎政府`, `…⏎（市人才办）`. */
const NAME_TAIL = new RegExp(
  `^(?:（(?!${USUAL_WORD}|按)|(?:人民)?政府|管委会?|委员会|办公室|分局|局|委|办|厅|部|处|等)`,
);
const GOES_ON = /[、，；：/]$/;
const ENDS_ROLE = new RegExp(`[）)]$|${USUAL_WORD}$`);
/** A name that is whole, and one that begins with whose body it is: what only spaces may part. */
const OF_LEVEL = /^(?:[省市县区州盟旗]|各|国家)/;
const PIECE = /^[^、，；：/。\s（）]*/;

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
  const labels = new Set(
    startingIn(passage.annotation(fieldLabels), start, end).map((label) => label.start),
  );
  const breaks: number[] = [];
  let from = start;
  for (const { offset, breaksLine } of within) {
    const line = reading.slice(from, offset).replace(/^[*★☆▲●]/, '');
    const parts = breaksLine ? endsLine : partsNames;
    if (!labels.has(offset) && !parts(line, reading.slice(offset, Math.min(end, offset + LONGEST))))
      continue;
    breaks.push(offset);
    from = offset;
  }
  return breaks;
}

const LONGEST = 40;
const lastPiece = (line: string): string =>
  line.slice(Math.max(line.lastIndexOf('、'), line.lastIndexOf('，'), line.lastIndexOf('：')) + 1);

function endsLine(line: string, next: string): boolean {
  if (GOES_ON.test(line) || NAME_TAIL.test(next)) return false;
  return looksLikeUnit(lastPiece(line)) || ENDS_ROLE.test(line);
}

function partsNames(line: string, next: string): boolean {
  return (
    OF_LEVEL.test(next) && looksLikeUnit(lastPiece(line)) && looksLikeUnit(PIECE.exec(next)![0])
  );
}
