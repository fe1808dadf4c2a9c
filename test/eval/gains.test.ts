import { expect, test } from 'vitest';
import { compareBuilds } from '../../scripts/eval/compare.js';
import { documentValues, gainsOf } from '../../scripts/eval/gains.js';
import { DatasetWriter, openOutput } from '../../workers/dataset-folder.js';
import { convertedLines } from '../workers/fixtures/converted.js';
import { folderOf } from '../workers/fixtures/folders.js';

const SHA256 = 'ab'.repeat(32);

/** A dataset of one text, a task a line. */
function datasetOf(text: string): string {
  const folder = folderOf({});
  openOutput(folder);
  const writer = new DatasetWriter(folder, { tokens: false });
  writer.addDocument(convertedLines(text, { uri: 'in/a.txt', sha256: SHA256, bytes: 40 }));
  writer.publish({}, { snapshot: false });
  return folder;
}

const former = datasetOf('1.培育企业20家\n2.办事');
const latter = datasetOf('1.培育企业30家\n2.办事\n2.办事');

test('values are compared record by record, each as often as it stands there', () => {
  expect(gainsOf(documentValues(former), documentValues(latter))).toEqual([
    {
      source: 'a.txt',
      gained: [
        'head title 1.培育企业30家',
        'task  1.培育企业30家',
        'task  2.办事',
        'target 30  >= 30 -',
      ],
      lost: ['head title 1.培育企业20家', 'task  1.培育企业20家', 'target 20  >= 20 -'],
    },
  ]);
});

test('equal datasets have neither gains nor losses', () => {
  expect(compareBuilds(former, former, 'nowhere')).toBe('No gains and no losses.');
});

test('losses are shown before gains, and summed by kind', () => {
  expect(compareBuilds(former, latter, 'nowhere').split('\n')).toEqual([
    'a.txt',
    '  - head title 1.培育企业20家',
    '  - task  1.培育企业20家',
    '  - target 20  >= 20 -',
    '  + head title 1.培育企业30家',
    '  + task  1.培育企业30家',
    '  + task  2.办事',
    '  + target 30  >= 30 -',
    'head: +1 -1',
    'target: +1 -1',
    'task: +2 -1',
  ]);
});

test('a folder that is neither is told of', () => {
  expect(() => compareBuilds(former, folderOf({}), 'nowhere')).toThrow(
    'neither a dataset nor a build',
  );
});
