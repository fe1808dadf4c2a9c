import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, findInputs } from '../../workers/find-inputs.js';
import { folderOf } from './fixtures/folders.js';

/** What is found under `paths` of the folder: names, and codes of rejects. */
function found(folder: string, paths: readonly string[] = ['in'], out = 'out') {
  const here = (path: string): string => join(folder, path);
  const result = findInputs(paths.map(here), here(out));
  const name = (uri: string): string => uri.slice(folder.length + 1);
  return {
    inputs: result.inputs.map(({ uri }) => name(uri)),
    rejects: result.rejects.map(({ uri, code }) => `${name(uri)}: ${code}`),
  };
}

test('a folder gives the files that have a reader, sorted, and says what it does not give', () => {
  const folder = folderOf({
    'in/b.TXT': 'b',
    'in/a.md': 'a',
    'in/deep/er/c.markdown': 'c',
    'in/Z.text': 'z',
    'in/scan.gif': 'PNG',
    'in/README': 'text',
    'in/a.origin.json': '{}',
    'in/_draft.txt': 'd',
    'in/.hidden.txt': 'h',
    'in/.gongwen/store/x.txt': 'x',
  });
  expect(found(folder)).toEqual({
    inputs: ['in/Z.text', 'in/a.md', 'in/b.TXT', 'in/deep/er/c.markdown'],
    rejects: ['in/README: unsupported_format', 'in/scan.gif: unsupported_format'],
  });
});

test('a file that is named is taken whatever its name, once', () => {
  const folder = folderOf({ 'in/scan.pdf': '%PDF', 'in/.hidden.txt': 'h', 'in/a.txt': 'a' });
  expect(found(folder, ['in/scan.pdf', 'in/.hidden.txt', 'in/a.txt', 'in'])).toEqual({
    inputs: ['in/.hidden.txt', 'in/a.txt', 'in/scan.pdf'],
    rejects: [],
  });
});

test('an ignore file keeps names out', () => {
  const folder = folderOf({
    'in/.gongwenignore': '# data\ngold\nnotes.txt\r\n',
    'in/gold/a.txt': 'a',
    'in/notes.txt': 'n',
    'in/b.txt': 'b',
    'in/deep/notes.txt': 'another',
  });
  expect(found(folder).inputs).toEqual(['in/b.txt', 'in/deep/notes.txt']);
});

test('the output folder and other datasets are not read', () => {
  const dataset = { 'datapackage.json': '{}', 'documents.jsonl': '', 'run.json': '{}' };
  const files: Record<string, string> = { 'in/a.txt': 'a' };
  for (const out of ['in/out', 'in/other']) {
    for (const [name, content] of Object.entries(dataset)) files[`${out}/${name}`] = content;
    files[`${out}/texts/d1.txt`] = 'text';
  }
  const folder = folderOf(files);
  expect(found(folder, ['in'], 'in/out')).toEqual({
    inputs: ['in/a.txt'],
    rejects: ['in/other: dataset_folder'],
  });
});

test('links that lead in a circle, nowhere or to a folder that is read end', () => {
  const folder = folderOf({ 'in/a/x.txt': 'x', 'in/y.txt': 'y' });
  symlinkSync('..', join(folder, 'in/a/up'));
  symlinkSync('a', join(folder, 'in/z-again'));
  symlinkSync('self.txt', join(folder, 'in/self.txt'));
  symlinkSync('nowhere.txt', join(folder, 'in/gone.txt'));
  symlinkSync('y.txt', join(folder, 'in/link.txt'));
  expect(found(folder)).toEqual({
    inputs: ['in/a/x.txt', 'in/link.txt', 'in/y.txt'],
    rejects: [
      'in/a/up: symlink_loop',
      'in/gone.txt: missing',
      'in/self.txt: symlink_loop',
      'in/z-again: duplicate_folder',
    ],
  });
});

test('names with line breaks, quotes and other scripts stay as they are', () => {
  const name = 'in/一\n"二"\'.txt';
  expect(found(folderOf({ [name]: 'x' })).inputs).toEqual([name]);
});

test('an empty folder gives nothing; a path that is not there is missing', () => {
  const folder = folderOf({});
  mkdirSync(join(folder, 'in'));
  expect(found(folder, ['in', 'nowhere'])).toEqual({ inputs: [], rejects: ['nowhere: missing'] });
});

test.each([
  ['EACCES', 'unreadable'],
  ['EPERM', 'unreadable'],
  ['EIO', 'unreadable'],
  ['ENOENT', 'missing'],
  ['ENOTDIR', 'missing'],
  ['ELOOP', 'symlink_loop'],
])('the system says %s: %s', (system, code) => {
  expect(codeOf(Object.assign(new Error(system), { code: system }))).toBe(code);
});
