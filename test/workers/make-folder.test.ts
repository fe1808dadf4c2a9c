import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFolder } from '../../workers/make-folder.js';
import { folderOf } from './fixtures/folders.js';

test('makes a folder with those around it, and lets one be that is there', () => {
  const path = join(folderOf({}), 'a/b/c');
  makeFolder(path);
  makeFolder(path);
  expect(statSync(path).isDirectory()).toBe(true);
});

test.each([
  ['a file', 'file', 'EEXIST'],
  ['a folder in a file', 'file/a/b', 'ENOTDIR|EEXIST'],
])('in the place of %s it names the path', (_, name, code) => {
  const folder = folderOf({ file: '' });
  expect(() => makeFolder(join(folder, name))).toThrow(new RegExp(`(${code}).*${folder}/file`));
});

test.runIf(process.platform === 'linux')('where there can be none it comes to an end', () => {
  expect(() => makeFolder('/proc/gongwen/a')).toThrow("mkdir '/proc/gongwen'");
});
