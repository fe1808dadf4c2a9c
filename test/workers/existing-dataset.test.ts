import { cpSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { existingDataset, markedDataset } from '../../workers/emission/existing-dataset.js';
import { type MadeFrom, readMadeFrom, writeMadeFrom } from '../../workers/emission/made-from.js';
import { extract } from '../../workers/extract.js';
import { extractOptions } from './fixtures/extract-options.js';
import { folderOf } from './fixtures/folders.js';

const SILENT = { found: () => {}, finished: () => {}, childSays: () => {} };

describe('a marked dataset', () => {
  let made = '';
  beforeAll(async () => {
    const folder = folderOf({ 'in/a.txt': '1.做一件事。\n' });
    made = join(folder, 'out');
    const options = extractOptions([join(folder, 'in')], made);
    await extract(options, SILENT, new AbortController().signal);
    writeMadeFrom(made, { ...(readMadeFrom(made) as MadeFrom), madeFrom: 'this' });
  });

  /** A copy whose files were all written since the mark was set. */
  function copy(): string {
    const out = join(folderOf({}), 'out');
    cpSync(made, out, { recursive: true, verbatimSymlinks: true });
    return out;
  }

  test('stands where it was made from the same, by its times or else by what it holds', () => {
    expect(existingDataset(made, 'this')).toMatchObject({ counts: { documents: 1 } });
    expect(existingDataset(copy(), 'this')).toMatchObject({ counts: { documents: 1 } });
    expect(existingDataset(made, 'that')).toBeNull();
    expect(existingDataset(made, 'this', () => false)).toBeNull();
  });

  test('stands no longer where a letter differs, though size and time of change are as before', () => {
    const out = copy();
    const file = join(out, 'tasks.jsonl');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('一件事', '两件事'));
    utimesSync(file, atime, mtime);
    expect(existingDataset(out, 'this')).toBeNull();
    expect(markedDataset(out, 'this')).toMatchObject({ counts: { documents: 1 } });
  });

  test.each(['targets.jsonl', 'datapackage.json', '.gongwen/made-from.ndjson'])(
    'stands no longer without %s',
    (name) => {
      const out = copy();
      rmSync(join(out, name));
      expect(existingDataset(out, 'this')).toBeNull();
    },
  );
});
