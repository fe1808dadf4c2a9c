import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../../workers/extract.js';
import { NoDatasetError, validateDataset } from '../../workers/validate-dataset.js';
import { extractOptions } from './fixtures/extract-options.js';
import { folderOf } from './fixtures/folders.js';

let sound: string;

beforeAll(async () => {
  const folder = folderOf({
    'in/a.txt': '1.培育企业20家\n2.办事\n3.新增30家\n',
    'in/b.txt': '1.建成12个\n',
    'in/c.pdf': '',
  });
  sound = join(folder, 'out');
  const events = { found: () => {}, finished: () => {}, childSays: () => {} };
  await extract(extractOptions([join(folder, 'in')], sound), events, new AbortController().signal);
});

/** The problems of the dataset after a change, `file:line message`. */
async function problemsAfter(change: (folder: string) => void): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gongwen-'));
  cpSync(sound, folder, { recursive: true });
  change(folder);
  const problems: string[] = [];
  await validateDataset(folder, ({ file, line, message }) => {
    problems.push(`${file}:${line} ${message}`);
  });
  return problems;
}

/** What the changes below look at. */
interface Row {
  readonly at: { readonly start: number; readonly end: number };
  readonly counts: object;
  readonly document_id: string;
}

/** Changes one record of a table. */
const inRow =
  (table: string, row: number, change: (record: Row) => object) =>
  (folder: string): void => {
    const path = join(folder, `${table}.jsonl`);
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    const record = JSON.parse(lines[row]!) as Row;
    lines[row] = JSON.stringify({ ...record, ...change(record) });
    writeFileSync(path, `${lines.join('\n')}\n`);
  };

test('a dataset as it was written is sound', async () => {
  expect(await problemsAfter(() => {})).toEqual([]);
});

describe('a dataset that is off in one place', () => {
  const cases: [string, (folder: string) => void, RegExp][] = [
    [
      'a raw that is not what the text has',
      inRow('targets', 0, () => ({ raw: '21' })),
      /^targets\.jsonl:1 raw is "21", the text has "20"$/,
    ],
    [
      'a place that is one off',
      inRow('targets', 1, ({ at }) => ({
        at: { ...at, start: at.start + 1, end: at.end + 1 },
      })),
      /^targets\.jsonl:2 raw is "30", the text has "0家"$/,
    ],
    [
      'a place beyond the text',
      inRow('tasks', 0, () => ({ at: { page: null, start: 0, end: 9999 } })),
      /^tasks\.jsonl:1 at 0–9999 is not in the text/,
    ],
    [
      'a page in a text without pages',
      inRow('tasks', 1, ({ at }) => ({ at: { ...at, page: 3 } })),
      /^tasks\.jsonl:2 page 3 in a text without pages$/,
    ],
    [
      'a task of no document',
      inRow('tasks', 1, () => ({ document_id: 'dx' })),
      /^tasks\.jsonl:2 document_id: dx is no document$/,
    ],
    [
      'a target of no task',
      inRow('targets', 0, () => ({ task_ids: ['tx'] })),
      /^targets\.jsonl:1 task_ids: tx is no task$/,
    ],
    [
      'a task that names no target',
      inRow('tasks', 1, () => ({ target_ids: ['gx'] })),
      /^tasks\.jsonl:2 target_ids: gx is no target$/,
    ],
    [
      'a link that only one side knows',
      inRow('targets', 0, () => ({ task_ids: [] })),
      /^tasks\.jsonl:1 target_ids: \S+ does not name task/,
    ],
    [
      'the other side',
      inRow('tasks', 0, () => ({ target_ids: [] })),
      /^targets\.jsonl:1 task_ids: \S+ does not name target/,
    ],
    [
      'a number of no task',
      inRow('quantities', 0, () => ({ task_id: 'tx' })),
      /^quantities\.jsonl:1 task_id: tx is no task$/,
    ],
    [
      'a number that sets no target and is called one',
      inRow('quantities', 1, () => ({ target_id: null })),
      /^quantities\.jsonl:2 target_id: null with role target$/,
    ],
    [
      'a target that the ledger leaves out',
      (folder) => writeFileSync(join(folder, 'quantities.jsonl'), ''),
      /^targets\.jsonl:1 target \S+ is not in quantities\.jsonl$/,
    ],
    [
      'an id that stands twice',
      inRow('tasks', 1, ({ document_id }) => ({ id: `${document_id}-t1` })),
      /^tasks\.jsonl:2 id \S+ stands twice$/,
    ],
    [
      'an unknown key',
      inRow('tasks', 0, () => ({ extra: 1 })),
      /^tasks\.jsonl:1 record: Unrecognized key: "extra"$/,
    ],
    [
      'a wrong count',
      inRow('documents', 0, ({ counts }) => ({ counts: { ...counts, tasks: 9 } })),
      /^documents\.jsonl:1 counts\.tasks is 9, tasks\.jsonl has \d$/,
    ],
    [
      'a line that is no JSON',
      (folder) => writeFileSync(join(folder, 'rejects.jsonl'), '{"uri":\n'),
      /^rejects\.jsonl:1 not JSON$/,
    ],
    [
      'a missing text',
      (folder) => rmSync(join(folder, 'texts'), { recursive: true }),
      /^documents\.jsonl:1 its text texts\/\S+ is missing$/,
    ],
    [
      'a text of nobody',
      (folder) => writeFileSync(join(folder, 'texts/dx.txt'), 'x'),
      /^texts\/dx\.txt:null the text of no document$/,
    ],
    [
      'a missing table',
      (folder) => rmSync(join(folder, 'targets.jsonl')),
      /^targets\.jsonl:null the file is missing$/,
    ],
    [
      'a missing description',
      (folder) => rmSync(join(folder, 'datapackage.json')),
      /^datapackage\.json:null the file is missing: the dataset is not whole$/,
    ],
  ];
  test.each(cases)('%s', async (_, change, expected) => {
    const problems = await problemsAfter(change);
    expect(problems).toContainEqual(expect.stringMatching(expected));
  });

  test.each([
    [/"hash": "sha256:[0-9a-f]/, '"hash": "sha256:x', 'documents: hash is'],
    [/"bytes": /, '"bytes": 1', 'documents: bytes is'],
    [/"rows": /, '"rows": 1', 'documents: rows is'],
    [/"path": "documents/, '"path": "documents2', 'documents: path is'],
  ])('a description with another %s', async (pattern, changed, says) => {
    const problems = await problemsAfter((folder) => {
      const path = join(folder, 'datapackage.json');
      writeFileSync(path, readFileSync(path, 'utf8').replace(pattern, changed));
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`datapackage.json:null ${says}`);
  });

  test('a text that was changed where nothing is quoted shows in its digest', async () => {
    const problems = await problemsAfter((folder) => {
      const { id } = JSON.parse(
        readFileSync(join(folder, 'documents.jsonl'), 'utf8').split('\n')[0]!,
      ) as { id: string };
      const path = join(folder, 'texts', `${id}.txt`);
      writeFileSync(path, readFileSync(path, 'utf8').replace(/[办建]/, '改'));
    });
    expect(problems).toEqual([expect.stringContaining('datapackage.json:null texts: hash is')]);
  });
});

test('a folder without a dataset is said', async () => {
  await expect(validateDataset(folderOf({ 'a.txt': '' }), () => {})).rejects.toThrow(
    NoDatasetError,
  );
});
