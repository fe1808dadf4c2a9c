import type { Unit } from '../../../schemas/task.js';
import { fieldLabels } from '../../annotate/field-labels.js';
import { couldBeUnit, looksLikeUnit } from '../../lexicon/units.js';
import type { Passage } from '../../model/passage.js';
import type { Mention } from './mention.js';
import { readRoles } from './roles.js';
import { unitOf } from './unit-of.js';

/** What is only the end of a name that the line before began: `相关县（市、区）⏎政府`, `…⏎（市人才办）`. */
const NAME_TAIL =
  /^(?:（(?!牵头|配合|责任|按)|(?:人民)?政府|管委会?|委员会|办公室|分局|局|委|办|厅|部|处|等)/;
const GOES_ON = /[、，；：/]$/;

/**
 * The bodies of a table cell, which may stand one a line.
 * @param columnRole what the column's header says: 牵头单位 → lead, 配合单位 → support, else null
 */
export function readUnitCell(
  passage: Passage,
  columnRole: 'lead' | 'support' | null,
): { units: Unit[]; etAl: boolean } {
  const { reading } = passage;
  const { mentions, etAl } = readRoles(passage, 0, passage.length, nameBreaks(passage));
  const units = mentions
    .filter(({ start, end }) => couldBeUnit(reading.slice(start, end)))
    .map((mention) => unitOf(passage, inColumn(mention, columnRole)));
  return { units, etAl };
}

/** A body of which the cell itself says nothing has the role of its column. */
function inColumn(mention: Mention, columnRole: 'lead' | 'support' | null): Mention {
  const plain =
    mention.basis === 'list' || (mention.basis === 'label' && mention.role === 'responsible');
  if (!plain) return mention;
  return { ...mention, role: columnRole ?? 'responsible', basis: 'column', rule: 'unit.cell' };
}

/** Line breaks of the cell that part two names, those inside a name left out. */
function nameBreaks(passage: Passage): number[] {
  const { reading } = passage;
  const labels = new Set(passage.annotation(fieldLabels).map(({ start }) => start));
  const breaks: number[] = [];
  let from = 0;
  for (const position of passage.lineBreaks()) {
    const line = reading.slice(from, position).replace(/^[*★☆▲●]/, '');
    if (!labels.has(position)) {
      if (GOES_ON.test(line) || NAME_TAIL.test(reading.slice(position, position + 4))) continue;
      const last = line.slice(Math.max(line.lastIndexOf('、'), line.lastIndexOf('：')) + 1);
      if (!looksLikeUnit(last) && !/[）)]$/.test(last) && !/(?:牵头|配合|负责)$/.test(last))
        continue;
    }
    breaks.push(position);
    from = position;
  }
  return breaks;
}
