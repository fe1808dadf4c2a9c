import { alsoCalled } from '../../pipeline/emit/also-called.js';
import { unitId } from '../../pipeline/emit/unit-tally.js';
import type { PackedBody } from '../../report/payload.js';
import type { Unit, UnitRecord } from '../../schemas/index.js';

/** The bodies of a dataset in the order of `units.jsonl`, and which of them a name in a document is. */
export class Bodies {
  readonly packed: readonly PackedBody[];
  private readonly indexes = new Map<string, number>();
  /** Of names in a region, each name hashed once. */
  private readonly known = new Map<string, number | null>();

  constructor(units: readonly UnitRecord[]) {
    this.packed = units.map(({ id, name, canonical, names, region, is_group }) => {
      const also = alsoCalled({ canonical, region });
      const packed = { id, name, canonical, names, region, is_group };
      return { ...packed, ...(also.length > 0 && { also }) };
    });
    for (const [index, { id }] of units.entries()) this.indexes.set(id, index);
  }

  /** The index of a body; null where `units.jsonl` does not have it. */
  indexOf(unit: Pick<Unit, 'name' | 'canonical'>, region: string | null): number | null {
    const key = JSON.stringify([unit.canonical ?? unit.name, unit.canonical === null, region]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const index = this.indexes.get(unitId(unit, region)) ?? null;
    this.known.set(key, index);
    return index;
  }
}
