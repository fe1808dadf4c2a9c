import { regionNamed } from '../../lexicon/regions.js';
import { looksLikeUnit, UNIT_SUFFIXES, withoutBrackets } from '../../lexicon/units.js';
import type { Passage } from '../../model/passage.js';
import type { Mention } from './mention.js';

/** Where a name of a level begins inside words: 市税务⟨市自然资源局⟩. */
const INNER_LEVEL = /(?<=[一-龥])(?<!^[各全本该两某])[省市县区州旗](?=[一-龥]{2,})/g;
/** What is only the end of a name. */
const TAIL =
  /^(?:(?:人民)?政府|[一二三四五六七八九十]?(?:委员|管委)?会|公室|[分支]局|[局委办厅处]|管理中心|中心支行|支行)$/;
const OF_LEVEL = /^(?:[省市县区州盟旗]|各|国家|相关|有关|自治)/;
const LONGEST_PLACE = 8;

/**
 * Names in a cell that was put together from lines of text which may be pieces of two cells, or a
 * piece of one name: no reading is better than a body that nobody wrote.
 */
export function doubtfulNames(passage: Passage, mentions: readonly Mention[]): Set<Mention> {
  const doubtful = new Set<Mention>();
  const marked = MARK_WITHIN.test(passage.reading.replace(IN_BRACKETS, ''));
  for (const [index, mention] of mentions.entries()) {
    const above = mentions[index - 1];
    const name = passage.reading.slice(mention.start, mention.end).replace(/^[*★☆▲●]/, '');
    if (isNoName(name)) doubtful.add(mention);
    if (above === undefined || OF_LEVEL.test(name) || !beginsWrapped(passage, mention.start))
      continue;
    if (!marked && !doubtful.has(above)) continue;
    doubtful.add(mention).add(above);
  }
  return doubtful;
}

/** Cells whose names marks part have no name that begins on a line by itself. */
const MARK_WITHIN = /[、，；]/;
const IN_BRACKETS = /（[^（）]{0,40}）/g;

function isNoName(name: string): boolean {
  const [opened, closed] = [/“/g, /”/g].map((mark) => name.match(mark)?.length ?? 0);
  return (
    !(looksLikeUnit(name) || UNIT_SUFFIXES.some((suffix) => name.endsWith(suffix))) ||
    TAIL.test(name) ||
    opened !== closed ||
    name.includes('“”') ||
    name.indexOf('”') < name.indexOf('“') ||
    isFused(withoutBrackets(name))
  );
}

/** Whether a name of a level stands inside, behind what is no place: `市税务市自然资源局`. */
function isFused(name: string): boolean {
  if (/^(?:相关|有关|各|全)/.test(name)) return false;
  for (const { index } of name.matchAll(INNER_LEVEL)) {
    if (!looksLikeUnit(name.slice(index))) continue;
    const before = name.slice(Math.max(0, index + 1 - LONGEST_PLACE), index + 1);
    const isPlace = Array.from(before, (_, at) => before.slice(at)).some(
      (place) => place.length > 1 && regionNamed(place) !== null,
    );
    if (!isPlace && !/^[省市县区州旗]/.test(name.slice(index - 1))) return true;
  }
  return false;
}

/** Whether the line above ends without a mark, so that the name may have begun there. */
function beginsWrapped(passage: Passage, start: number): boolean {
  if (start === 0) return false;
  const gap = passage.gaps().find(({ offset }) => offset === start);
  return gap?.breaksLine === true && !/[、，；：）)]$/.test(passage.reading.slice(0, start));
}
