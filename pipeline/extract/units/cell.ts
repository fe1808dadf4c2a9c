import type { Unit } from '../../../schemas/task.js';
import { couldBeUnit } from '../../lexicon/units.js';
import type { Passage } from '../../model/passage.js';
import { doubtfulNames } from './doubtful-names.js';
import type { Mention } from './mention.js';
import { nameBreaks } from './name-breaks.js';
import { readRoles } from './roles.js';
import { unitOf } from './unit-of.js';

/** The bodies of a table cell. */
export interface UnitCell {
  readonly units: Unit[];
  readonly etAl: boolean;
  /** Whether names were left out that may be pieces of two cells. */
  readonly doubtful: boolean;
}

/**
 * The bodies of a table cell, which may stand one a line.
 * @param columnRole what the column's header says: 牵头单位 → lead, 配合单位 → support, else null
 * @param guessed whether the cell was put together from lines of text: names that may be none are left out
 */
export function readUnitCell(
  passage: Passage,
  columnRole: 'lead' | 'support' | null,
  guessed = false,
): UnitCell {
  const { reading } = passage;
  const { mentions, etAl } = readRoles(passage, 0, passage.length, nameBreaks(passage));
  const named = mentions.filter(({ start, end }) => couldBeUnit(reading.slice(start, end)));
  const doubts = guessed ? doubtfulNames(passage, mentions) : new Set<Mention>();
  const units = named
    .filter((mention) => !doubts.has(mention))
    .map((mention) => unitOf(passage, inColumn(mention, columnRole)));
  return { units, etAl, doubtful: doubts.size > 0 };
}

/** A body of which the cell itself says nothing has the role of its column. */
function inColumn(mention: Mention, columnRole: 'lead' | 'support' | null): Mention {
  const plain =
    mention.basis === 'list' || (mention.basis === 'label' && mention.role === 'responsible');
  if (!plain) return mention;
  return { ...mention, role: columnRole ?? 'responsible', basis: 'column', rule: 'unit.cell' };
}
