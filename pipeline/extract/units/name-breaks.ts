import { fieldLabels } from '../../annotate/field-labels.js';
import { startingIn } from '../../annotate/spans.js';
import { RESPONSIBILITY_VERB, USUAL_WORD } from '../../lexicon/responsibility.js';
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
  let from = start;
  for (const [index, { offset, breaksLine }] of within.entries()) {
    if (ends.has(offset)) {
      from = offset;
      continue;
    }
    const to = Math.min(within[index + 1]?.offset ?? end, offset + LONGEST);
    const line = reading.slice(from, offset).replace(/^[*★☆▲●]/, '');
    const parts = breaksLine ? endsLine : partsNames;
    const next = breaksLine ? Math.min(end, offset + LONGEST) : to;
    if (!labels.has(offset) && !parts(line, reading.slice(offset, next))) continue;
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
  const piece = PIECE.exec(next)![0];
  return (
    OF_LEVEL.test(next) &&
    (looksLikeUnit(lastPiece(line)) || VERB_AT_END.test(line)) &&
    (looksLikeUnit(piece) || looksLikeUnit(piece.replace(VERB_AT_END, '')))
  );
}
