import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeUnfinished } from '../../workers/report/remove.js';
import { folderOf } from './fixtures/folders.js';

/** No process has this id: it is above the highest that Linux gives. */
const GONE = 4_194_305;

const files = {
  'report/index.html': '',
  [`report/index.html.${GONE}`]: 'half',
  [`report/index.html.${process.ppid}`]: 'being written',
  'report/data-1.js': '',
};

test('pages that killed runs have left half-written are taken away, and no others', () => {
  const folder = folderOf(files);
  removeUnfinished(join(folder, 'report'));
  const left = readdirSync(join(folder, 'report')).sort();
  expect(left).toEqual(['data-1.js', 'index.html', `index.html.${process.ppid}`]);
});
