import type { DuckDBConnection } from '@duckdb/node-api';
import { alsoCalled } from '../../pipeline/emit/also-called.js';
import { spellingsOf } from '../../pipeline/emit/body-spellings.js';
import { folded } from '../../pipeline/emit/search-terms.js';
import type { UnitRecord } from '../../schemas/index.js';
import { rowsOf } from './sql.js';

/** A body with what it is called. */
export type NamedBody = Pick<UnitRecord, 'id' | 'name' | 'canonical' | 'names' | 'region'>;

/** The bodies of a dataset by everything that they are called. */
export class BodyNames {
  private readonly bodies = new Map<string, NamedBody[]>();

  constructor(bodies: Iterable<NamedBody>) {
    for (const body of bodies) {
      const spellings = spellingsOf({ ...body, also: alsoCalled(body) });
      for (const spelling of spellings.add(body.id)) {
        const known = this.bodies.get(spelling);
        if (known) known.push(body);
        else this.bodies.set(spelling, [body]);
      }
    }
  }

  static async read(connection: DuckDBConnection): Promise<BodyNames> {
    const rows = await rowsOf<Omit<NamedBody, 'names'> & { names: string }>(
      connection,
      'SELECT id, name, canonical, to_json(names)::VARCHAR AS names, region FROM units',
    );
    return new BodyNames(
      rows.map((row) => ({ ...row, names: JSON.parse(row.names ?? '[]') as string[] })),
    );
  }

  /** The bodies of an id, or that go by a name exactly. */
  named(name: string): readonly NamedBody[] {
    return this.bodies.get(name) ?? this.bodies.get(folded(name)) ?? [];
  }
}
