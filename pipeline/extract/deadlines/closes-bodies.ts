import { bodyLabelAtEnd, RESPONSIBILITY_VERB } from '../../lexicon/responsibility.js';
import { looksLikeUnit } from '../../lexicon/units.js';

const LONGEST_CLAUSE = 400;
const IN_BRACKETS = /（[^（）]{0,40}）/g;
const LABEL = /^([^：]{2,16})：/;
const VERB_AT_END = new RegExp(`(?:${RESPONSIBILITY_VERB})$`);
const VERB_IN_FRONT = /^(?:会同|由)/;

/**
 * Whether nothing but bodies, with their labels and roles, stands between a bracket's mark and a time, and the
 * bracket explains no name: （牵头单位：县教育局；配合单位：县财政局，6月底前）.
 */
export function closesBodies(reading: string, open: number, start: number): boolean {
  if (start - open > LONGEST_CLAUSE || /[》”]/.test(reading[open - 1] ?? '')) return false;
  const list = reading.slice(open + 1, start).replace(/[，；\s]+$/, '');
  const parts = list.replace(IN_BRACKETS, '').split(/[、，；]/);
  return list.length > 0 && parts.every((part) => isBody(part.trim()));
}

function isBody(part: string): boolean {
  const label = LABEL.exec(part);
  if (label && bodyLabelAtEnd(label[1]!) === null) return false;
  const words = label ? part.slice(label[0].length) : part;
  return looksLikeUnit(words.trim().replace(VERB_AT_END, '').replace(VERB_IN_FRONT, ''));
}
