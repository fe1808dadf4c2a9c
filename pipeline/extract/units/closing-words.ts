import { leadingPlace } from '../../lexicon/regions.js';
import { bodyLabelAtEnd, CLOSING_CHARGE } from '../../lexicon/responsibility.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import { matchesIn } from '../../model/matches.js';
import { isVague } from './leading-names.js';
import type { Mention } from './mention.js';
import { splitNames } from './names.js';

const CLAUSE = /[^，。；：\n]+/g;
const AS = /[为是]/;
const CLOSES = new RegExp(`${CLOSING_CHARGE}$`);

/** What the last words of a clause make of the bodies before them, and where those words begin. */
function closingWords(clause: string): { start: number; role: Mention['role'] } | null {
  const as = clause.search(AS);
  const label = as < 0 ? null : bodyLabelAtEnd(clause.slice(as + 1));
  if (label?.start === 0) return { start: as, role: label.role };
  const charge = CLOSES.exec(clause);
  return charge && { start: charge.index, role: 'responsible' };
}

/** Whose body it is begins its name; 坚持县政府 and 明确市教育局 begin with verbs. */
const OF_LEVEL = /^(?:[省市县区州盟旗各]|自治区|国家|中央)/;
const beginsWithPlace = (name: string): boolean =>
  OF_LEVEL.test(name) || leadingPlace(name, null) !== null;

/** Bodies that are all of a clause but its last words: `X为责任主体`, `X为牵头单位`, `X统筹`. */
export function readClosingWords(reading: string): Mention[] {
  return matchesIn(CLAUSE, reading).flatMap(({ index, 0: clause }) => {
    const closing = closingWords(clause);
    if (closing === null) return [];
    const { names } = splitNames(reading, index, index + closing.start);
    const words = names.map(({ start, end }) => reading.slice(start, end));
    const opens = names[0]?.start === index + clause.search(/\S/);
    if (!opens || !words.every(looksLikeUnit) || !beginsWithPlace(words[0]!)) return [];
    return names
      .filter((_, at) => !isVague(words[at]!))
      .map((name) => ({
        ...name,
        role: closing.role,
        basis: 'verb',
        rule: 'unit.verb-before',
      }));
  });
}
