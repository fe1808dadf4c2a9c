import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { jsonLine } from '../../pipeline/emit/tables.js';
import type { UnitTally } from '../../pipeline/emit/unit-tally.js';
import { fileLines } from '../changes/sync-lines.js';
import type { CountedFile, LineRange } from '../counted-file.js';
import type { FormerDataset } from './former-dataset.js';

/** Writes the table of bodies; lines of those that no task was counted for anew are taken over. */
export function writeUnits(
  table: CountedFile,
  units: UnitTally,
  former: FormerDataset | null,
): void {
  if (former === null) {
    for (const record of units.records()) table.add(jsonLine(record));
    return;
  }
  const path = join(former.out, 'units.jsonl');
  const file = openSync(path, 'r');
  try {
    const lines = new Map<string, LineRange>();
    let row = 0;
    for (const { start, end } of fileLines(path)) {
      lines.set(former.made.bodies[row++]!.id, { file, start, end, rows: 1 });
    }
    for (const id of units.unitIds()) {
      const line = units.counted.has(id) ? undefined : lines.get(id);
      if (line) table.copy(line);
      else table.add(jsonLine(units.record(id)));
    }
    table.settle();
  } finally {
    closeSync(file);
  }
}
