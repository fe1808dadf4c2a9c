import { isUnitGroup } from '../../lexicon/units.js';
import type { Rule } from '../../model/rule.js';
import { type BodyName, placeOfLevel } from '../body-name.js';
import { canonicalGroup } from '../group.js';

export const group: Rule<BodyName, string> = {
  id: 'canonical.group',
  summary: 'A group that one government fixes is spelled out; another group has no name.',
  example: '【各区政府】 in 上海市: 上海市各区人民政府',
  read({ whole, home }) {
    const placeOf = (level: string) => placeOfLevel(level, home);
    const spelledOut = home === null ? null : canonicalGroup(whole, { home, placeOf });
    return spelledOut ?? (isUnitGroup(whole) ? 'none' : null);
  },
};
