import { expect, test } from 'vitest';
import { withFreeId } from '../../pipeline/emit/rekey.js';
import { convertedLines } from '../workers/fixtures/converted.js';

const given = {
  ...convertedLines('1.培育20家', { uri: 'b.txt', sha256: 'cd'.repeat(32), bytes: 14 }),
};

const freeAmong = (...taken: string[]) => withFreeId(given, (id) => taken.includes(id));

test('an id that is free stays', () => {
  expect(freeAmong('another')).toBe(given);
});

test('an id that is taken gets the digest of its source, with all that hangs on it', () => {
  const { document, tasks, targets, quantities } = freeAmong('dcdcdcdcd');
  expect(document.id).toBe('dcdcdcdcd-cdcdcdcd');
  expect(tasks[0]).toMatchObject({
    id: 'dcdcdcdcd-cdcdcdcd-t1',
    document_id: 'dcdcdcdcd-cdcdcdcd',
    target_ids: ['dcdcdcdcd-cdcdcdcd-g1'],
  });
  expect(targets[0]).toMatchObject({
    id: 'dcdcdcdcd-cdcdcdcd-g1',
    task_ids: ['dcdcdcdcd-cdcdcdcd-t1'],
  });
  expect(quantities[0]).toMatchObject({
    id: 'dcdcdcdcd-cdcdcdcd-q1',
    document_id: 'dcdcdcdcd-cdcdcdcd',
    task_id: 'dcdcdcdcd-cdcdcdcd-t1',
    target_id: 'dcdcdcdcd-cdcdcdcd-g1',
  });
});

test('the same notice three times in one source', () => {
  expect(freeAmong('dcdcdcdcd', 'dcdcdcdcd-cdcdcdcd').document.id).toBe('dcdcdcdcd-cdcdcdcd-2');
});
