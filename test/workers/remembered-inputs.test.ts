import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { MadeFrom } from '../../workers/emission/made-from.js';
import { settledState } from '../../workers/file-state.js';
import { RememberedInputs } from '../../workers/remembered-inputs.js';
import { sha256 } from '../../workers/sha256.js';
import { folderOf } from './fixtures/folders.js';

/** As a dataset keeps it whose input had this digest. */
const madeFrom = (digest: string, file: string | null): MadeFrom => {
  const counts = {
    documents: 1,
    tasks: 0,
    units: 0,
    targets: 0,
    deadlines: 0,
    warnings: 0,
    rejects: 0,
  };
  const entry = { uri: 'a.txt', sha256: digest, bytes: 4, cached: true, milliseconds: 0, counts };
  return { entries: [{ ...entry, key: 'k', ...(file && { file }) }] } as unknown as MadeFrom;
};

test('a file that the system says nothing new of is not read; one that was written is', async () => {
  const path = join(folderOf({ 'a.txt': 'made' }), 'a.txt');
  const input = { uri: 'a.txt', path };
  // What was changed a moment ago may be changed again without a trace.
  expect(settledState(path)).toBeNull();
  await delay(2100);
  const known = madeFrom('not of its bytes', settledState(path));
  expect(new RememberedInputs(known, false).outcomeOf(input)?.stored).toMatchObject({
    key: 'k',
    sha256: 'not of its bytes',
    remembered: true,
  });
  expect(new RememberedInputs(known, true).outcomeOf(input)).toBeNull();
  writeFileSync(path, 'read');
  expect(new RememberedInputs(known, false).outcomeOf(input)).toBeNull();
});

test('a file with other times and the same bytes has its result still', () => {
  const path = join(folderOf({ 'a.txt': 'same' }), 'a.txt');
  const remembered = new RememberedInputs(madeFrom(sha256('same'), 'another time'), false);
  expect(remembered.outcomeOf({ uri: 'a.txt', path })?.stored).toMatchObject({ key: 'k' });
  expect(remembered.outcomeOf({ uri: 'a.txt', path, charset: 'gb18030' })).toBeNull();
  expect(remembered.outcomeOf({ uri: 'b.txt', path })).toBeNull();
});
