import { expect, test } from 'vitest';
import { comparableRecord } from '../../pipeline/corrections/comparable.js';
import { Correction } from '../../schemas/index.js';
import { scoreCorrections } from '../../scripts/eval/corrections.js';
import { convertedLines } from '../workers/fixtures/converted.js';

const predicted = convertedLines('1.培育企业20家\n2.办事\n3.新增30家\n', {
  uri: 'a.txt',
  sha256: 'ab'.repeat(32),
  bytes: 40,
});
const [first, second, third] = predicted.tasks as [
  (typeof predicted.tasks)[number],
  (typeof predicted.tasks)[number],
  (typeof predicted.tasks)[number],
];

const decision = (id: string, rest: object): Correction =>
  Correction.parse({
    record: 'task',
    id,
    document_id: predicted.document.id,
    digest: '0'.repeat(16),
    start: 0,
    note: null,
    made_by: null,
    made_at: null,
    ...rest,
  });

test('decisions count as gold, field by field', () => {
  const accepted = comparableRecord('task', first);
  const { fields, misses } = scoreCorrections(
    [predicted],
    [
      decision(first.id, { action: 'accept', fields: [], values: accepted }),
      decision(second.id, { action: 'set', set: { title: '2.办好事' } }),
      decision(third.id, { action: 'reject', fields: [] }),
      decision(`${first.id}0`, { action: 'accept', fields: [] }),
      { ...decision(first.id, { action: 'reject', fields: [] }), document_id: 'of another run' },
    ],
  );
  expect(fields.get('task units')).toEqual({ right: 1, of: 1 });
  expect(fields.get('task title')).toEqual({ right: 1, of: 2 });
  expect(fields.get('task')).toEqual({ right: 2, of: 4 });
  expect(misses).toEqual([
    `task title ${second.id}: "2.办事", should be "2.办好事"`,
    `task ${third.id}: should not be there`,
    `task ${first.id}0: is missing`,
  ]);
});
