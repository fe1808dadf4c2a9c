import type { Unit } from '../../../schemas/task.js';
import { looksLikeUnit } from '../../lexicon/units.js';
import type { Passage } from '../../model/passage.js';
import { type Mention, readRoles } from './roles.js';
import { unitOf } from './unit-of.js';

/** What is only the end of a name that the line before began: `相关县（市、区）⏎政府`, `…⏎（市人才办）`. */
const NAME_TAIL = /^(?:（|(?:人民)?政府|管委会?|委员会|办公室|分局|局|委|办|厅|部|处|等)/;
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
  const cuts = [0, ...nameBreaks(passage), passage.length];
  const mentions: Mention[] = [];
  let etAl = false;
  for (let index = 0; index + 1 < cuts.length; index++) {
    const read = readRoles(reading, cuts[index]!, cuts[index + 1]!);
    mentions.push(...read.mentions);
    etAl ||= read.etAl;
  }
  const marked = mentions.filter((mention) => isMarked(reading, mention));
  const units = mentions.map((mention) => {
    if (marked.length > 0) {
      const role = marked.includes(mention) ? 'lead' : 'support';
      return unitOf(passage, { ...mention, role, basis: 'asterisk' });
    }
    const plain = mention.basis === 'list' || mention.basis === 'label';
    const role = plain ? (columnRole ?? 'responsible') : mention.role;
    return unitOf(passage, { ...mention, role, basis: plain ? 'column' : mention.basis });
  });
  return { units, etAl };
}

/** Line breaks of the cell that part two names, those inside a name left out. */
function nameBreaks(passage: Passage): number[] {
  const { reading } = passage;
  const breaks: number[] = [];
  let from = 0;
  for (const position of passage.lineBreaks()) {
    const line = reading.slice(from, position).replace(/^[*★]/, '');
    if (GOES_ON.test(line) || NAME_TAIL.test(reading.slice(position, position + 4))) continue;
    const last = line.slice(line.lastIndexOf('、') + 1);
    if (!looksLikeUnit(last)) continue;
    breaks.push(position);
    from = position;
  }
  return breaks;
}

function isMarked(reading: string, mention: Mention): boolean {
  return mention.start > 0 && /[*★]/.test(reading[mention.start - 1]!);
}
