import type { UnitRecord } from '../../schemas/index.js';
import { folded } from './search-terms.js';

/** What a body's names are made of. */
export interface NamedBody extends Pick<UnitRecord, 'name' | 'canonical' | 'names' | 'region'> {
  /** What departments of its kind are called too, without a place in front: 发改委, 发展改革委. */
  readonly also?: readonly string[];
}

/** The class of a place, which stands for it in its own documents: 市 of 温州市. */
const CLASS = /(?:自治区|自治州|[省市县区旗盟])$/;

/**
 * Everything that a body is called, as a search compares it: the names used for it, its official name with and without its
 * place, and those that its department goes by elsewhere, alone, behind the place and behind its class
 * (发改委, 温州市发改委, 市发改委); each with the place behind it too (市发改委 · 温州市).
 */
export function spellingsOf({ name, canonical, names, region, also = [] }: NamedBody): Set<string> {
  const plain = [name, ...(canonical === null ? [] : [canonical]), ...names];
  const all = new Set(plain);
  if (region !== null) {
    const kind = CLASS.exec(region)?.[0];
    const own = canonical?.startsWith(region) ? [canonical.slice(region.length)] : [];
    for (const stem of [...own.filter(Boolean), ...also]) {
      all.add(stem).add(region + stem);
      if (kind !== undefined) all.add(kind + stem);
    }
    for (const each of [...all]) all.add(`${each} · ${region}`);
  }
  return new Set([...all].map(folded));
}
