import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines a source file may have; more is a debt that stands in the list of debts. */
export const BUDGET = 300;
/** Lines that no file may exceed, debt or not. */
export const LIMIT = 500;
/** The list of debts: each file over the budget, with the lines it may not outgrow. */
const DEBTS_FILE = 'scripts/line-debts.json';
/** Knowledge kept as data has no functions to keep short. */
const DATA = /\bdata[\\/]/;
const ROOMS = [
  'schemas',
  'pipeline',
  'containers',
  'workers',
  'library',
  'cli',
  'bench',
  'scripts',
  'test',
];

/** What is wrong with the lengths of files, one sentence each; `lengths` gives lines by path. */
export function lineFaults(
  lengths: ReadonlyMap<string, number>,
  debts: Readonly<Record<string, number>>,
): string[] {
  const faults: string[] = [];
  for (const [path, lines] of lengths) {
    const debt = debts[path];
    if (lines > LIMIT) faults.push(`${path}: ${lines} lines, the limit is ${LIMIT}. Split it.`);
    else if (debt !== undefined && lines > debt) {
      faults.push(`${path}: ${lines} lines, more than its debt of ${debt}. Split it.`);
    } else if (debt !== undefined && lines <= BUDGET) {
      faults.push(`${path}: ${lines} lines, no debt any more. Strike it off ${DEBTS_FILE}.`);
    } else if (debt === undefined && lines > BUDGET) {
      faults.push(`${path}: ${lines} lines, the budget is ${BUDGET}. Split it.`);
    }
  }
  for (const path of Object.keys(debts)) {
    if (!lengths.has(path)) faults.push(`${path}: no such file. Strike it off ${DEBTS_FILE}.`);
  }
  return faults;
}

function sourceLengths(): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const room of ROOMS) {
    for (const name of readdirSync(room, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || DATA.test(name)) continue;
      const path = join(room, name).replaceAll('\\', '/');
      lengths.set(path, readFileSync(path, 'utf8').trimEnd().split('\n').length);
    }
  }
  return new Map([...lengths].sort());
}

if (process.argv[1]?.includes('check-lines')) {
  const debts = JSON.parse(readFileSync(DEBTS_FILE, 'utf8')) as Record<string, number>;
  const lengths = sourceLengths();
  const faults = lineFaults(lengths, debts);
  for (const fault of faults) console.error(fault);
  console.log(
    `${lengths.size} files, ${Object.keys(debts).length} over the budget of ${BUDGET} lines`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
