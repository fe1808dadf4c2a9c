import {
  NO_LABEL_BEHIND,
  RESPONSIBILITY_VERB,
  type ResponsibilityRole,
  roleOfVerb,
} from '../lexicon/responsibility.js';
import { matchesIn } from '../model/matches.js';
import type { Span } from '../model/source-text.js';
import { spansAnnotator } from './spans.js';

/** Words that say what bodies do: 牵头, 配合, 负责, 按职责分工负责; offsets in the passage. */
export interface ResponsibilityVerb extends Span {
  readonly role: ResponsibilityRole | 'by_duty';
  /** Whether nothing follows that is done: a mark stands behind it, the end, or a remark. */
  readonly closes: boolean;
}

const VERB = new RegExp(`${RESPONSIBILITY_VERB}${NO_LABEL_BEHIND}`, 'g');
/** Whose body comes behind white space: `市投促局牵头 各县区配合`. */
const OF_LEVEL = /^(?:[省市县区州盟旗]|各|国家)/;
const CLOSES = /[，,；;。、）〕】\]〉>\s]|以下|列|排/y;

/** The verbs of responsibility in a passage, in the order of the text. */
export const responsibilityVerbs = spansAnnotator<ResponsibilityVerb>(
  'responsibility_verbs',
  (passage) => {
    const { reading, breaks } = passage;
    const paragraphs = new Set(breaks);
    const spaces = new Set<number>();
    for (const { offset, breaksLine } of passage.gaps()) if (!breaksLine) spaces.add(offset);
    return matchesIn(VERB, reading).map(({ index, 0: verb }) => {
      const end = index + verb.length;
      CLOSES.lastIndex = end;
      const closes =
        end === reading.length ||
        paragraphs.has(end) ||
        CLOSES.test(reading) ||
        (spaces.has(end) && OF_LEVEL.test(reading.slice(end, end + 2)));
      return { start: index, end, role: roleOfVerb(verb), closes };
    });
  },
  (verb, by) => ({ ...verb, start: verb.start + by, end: verb.end + by }),
);
