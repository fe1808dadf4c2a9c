import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mutationReport } from '../../scripts/mutation/report.js';
import { ROOMS } from '../../scripts/mutation/rooms.js';

const at = (line: number, from: number, to: number) => ({
  start: { line, column: from },
  end: { line, column: to },
});

test('a report gives the score, and the changes that nothing noticed, worst file first', () => {
  const mutant = { mutatorName: 'EqualityOperator', replacement: 'a >= 1' };
  const killed = { ...mutant, status: 'Killed', location: at(1, 1, 6) };
  const report = mutationReport(
    {
      files: {
        'good.ts': { source: 'a > 1', mutants: [killed, { ...killed, status: 'Timeout' }] },
        'bad.ts': {
          source: 'x;\nif (a > 1) y();',
          mutants: [
            killed,
            { ...mutant, status: 'Survived', location: at(2, 5, 10) },
            { ...mutant, status: 'NoCoverage', location: at(2, 5, 10) },
            { ...mutant, status: 'Ignored', location: at(2, 5, 10) },
          ],
        },
      },
    },
    1,
  );
  expect(report.split('\n')).toEqual([
    '  33.3 %  2 unnoticed  bad.ts',
    ' 100.0 %  0 unnoticed  good.ts',
    '',
    'bad.ts:2 EqualityOperator: a > 1 → a >= 1',
    '… and 1 more',
    '',
    'score: 60.0 % of 5 changes noticed',
  ]);
});

describe.each(Object.entries(ROOMS))('the room %s', (_, { files, tests }) => {
  test('is there, and so are its tests', () => {
    expect(existsSync(files[0]!.replace('/**/*.ts', ''))).toBe(true);
    expect(tests.every((path) => /\.test\.ts$/.test(path))).toBe(true);
  });
});
