import { couldBeUnit, looksLikeUnit } from '../../lexicon/units.js';
import type { Passage } from '../../model/passage.js';
import type { Clause } from './clause.js';
import { readConventions } from './conventions.js';
import { fieldsOf } from './fields.js';
import type { Mention } from './mention.js';
import { nameBreaks } from './name-breaks.js';
import { readRoles } from './roles.js';

/** Words that somebody wrote for a name; numbers, times and remarks (下同) are none. */
const NAMED = /^(?![^一-龥]*(?:下同|不再|另行|略|无$))(?=.*[一-龥]{2})[^\d。；]{2,30}$/;

/** What a stretch of a passage says as a clause of responsibility. */
export function clauseOf(
  passage: Passage,
  place: Pick<Clause, 'start' | 'end' | 'innerStart' | 'innerEnd'>,
  form: Clause['form'],
  rule: string,
): Clause {
  const { innerStart, innerEnd } = place;
  const { listEnd, blanket, leads } = readConventions(passage, innerStart, innerEnd);
  const { mentions, etAl } = readRoles(
    passage,
    innerStart,
    listEnd,
    nameBreaks(passage, innerStart, listEnd, { atLineEnds: form === 'label' }),
  );
  const { reading } = passage;
  const isName = ({ start, end }: Mention): boolean => couldBeUnit(reading.slice(start, end));
  return {
    ...place,
    form,
    rule,
    mentions: mentions.filter(isName),
    unreadNames: mentions.filter(
      (mention) =>
        mention.basis === 'label' &&
        !isName(mention) &&
        NAMED.test(reading.slice(mention.start, mention.end)),
    ),
    etAl,
    blanket,
    leads,
    unknownLabels: fieldsOf(passage, innerStart, listEnd).flatMap(({ label }) =>
      label?.kind === 'unknown_bodies' ? [{ start: label.start, end: label.end }] : [],
    ),
  };
}

/** Share of a clause's names that read as bodies' names; 0 where it names none. */
export function shareOfBodies({ reading }: Passage, { mentions }: Clause): number {
  const known = mentions.filter(({ start, end }) => looksLikeUnit(reading.slice(start, end)));
  return mentions.length === 0 ? 0 : known.length / mentions.length;
}
