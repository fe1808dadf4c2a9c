import type { Unit } from '../../schemas/task.js';
import { isDepartment } from '../lexicon/departments.js';
import { canonicalName } from './canonical-name.js';

/** The level that a name bears, with 委 or 政府 where the body is theirs: 省, 自治区, 市委. */
const LEVEL = /^(?:自治区(?:党委)?|[省市区县州盟旗]委?)(?!场|政(?![务府协法数]))/;
/** Departments of a party committee that lists name without it: 市委组织部、宣传部. */
const OF_PARTY = /部$|^(?:政法委|网信办|编办|改革办|党校|老干部局|政研室)$/;
/** Bodies of a city or county by a name that needs no lexicon: 市财政局、房地产事务中心. */
const LOCAL_OFFICE = /^(?!国家|中国|全国).{4,}(?:局|中心|办公室)$/;
/** Characters between two names of one list at most: `、`, `，` and a line break. */
const GAP = 2;

/**
 * Units with their full names. In a list, a name without a level has that of the names before it:
 * `省发展改革委、财政厅、市场监管局` are three of the province, `市委组织部、宣传部` two of the party
 * committee; where a name stands for itself (a bare 财政局 in a city's notice) it needs none.
 */
export function withCanonicalNames(
  units: readonly Unit[],
  region: string | null,
  issuer: string | null,
): Unit[] {
  let level = '';
  let end = Number.NEGATIVE_INFINITY;
  return units.map((unit) => {
    if (unit.at.start < end || unit.at.start - end > GAP) level = '';
    end = unit.at.end;
    const written = LEVEL.exec(unit.name)?.[0];
    if (written !== undefined) level = written;
    const own = canonicalName(unit.name, region, issuer);
    if (own !== null || written !== undefined || level === '') return { ...unit, canonical: own };
    return { ...unit, canonical: ofList(unit.name, level, region) };
  });
}

function ofList(name: string, level: string, region: string | null): string | null {
  const place = level.replace(/(?:党委|委)$/, '');
  if (level !== place && OF_PARTY.test(name)) return canonicalName(level + name, region);
  const isLocal = place !== '省' && place !== '自治区' && LOCAL_OFFICE.test(name);
  return isDepartment(name) || isLocal ? canonicalName(place + name, region) : null;
}
