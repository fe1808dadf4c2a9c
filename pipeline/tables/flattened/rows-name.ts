import type { HeaderReading } from './header-vocabulary.js';

/** For each piece of a header, what it reads as with none, one, two … of those behind it. */
export type HeaderWords = readonly (readonly (HeaderReading | null)[])[];

/** Words behind a number's and an unknown one's among which bodies and times are looked for. */
const NEAR = 6;

/**
 * The words of a header whose rows have a name that nobody knows, or a group's: 序号 | 惠民工程 | 责任单位 |
 * 完成时限 says what to do in its second column. Null where not both bodies and times stand behind it.
 */
export function withRowsName(words: HeaderWords): HeaderWords | null {
  const [number, name, ...others] = words;
  if (number?.[0]?.kind !== 'number' || name === undefined) return null;
  if (name[0] !== null && name[0]!.kind !== 'group') return null;
  const kinds = others.slice(0, NEAR).map(([whole]) => whole?.kind);
  if (!kinds.includes('unit') || !kinds.includes('phase')) return null;
  const [, ...longer] = name;
  return [number, [{ kind: 'item', modified: true, divides: false }, ...longer], ...others];
}
