import type { UnitRecord } from '../../schemas/index.js';
import { shortNamesOf } from '../lexicon/departments.js';
import { regionNamed } from '../lexicon/regions.js';

/** What a body's department is called too in its place, without the place: 发改委 and 发展改革委 of 温州市发展和改革委员会. */
export function alsoCalled({
  canonical,
  region,
}: Pick<UnitRecord, 'canonical' | 'region'>): readonly string[] {
  const place = canonical === null || region === null ? null : regionNamed(region);
  return place === null ? [] : shortNamesOf(place, canonical!);
}
