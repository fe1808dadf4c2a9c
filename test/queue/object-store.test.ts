import { chmodSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FolderObjects } from '../../workers/object-store.js';
import { folderOf } from '../workers/fixtures/folders.js';

const opened = (folder = folderOf({})): FolderObjects => {
  const objects = new FolderObjects(join(folder, 'store'));
  objects.open();
  return objects;
};

const names = async (objects: FolderObjects, prefix: string): Promise<string[]> => {
  const found: string[] = [];
  for await (const name of objects.list(prefix)) found.push(name);
  return found;
};

test('what is put is got, whole, and can be replaced and removed', async () => {
  const objects = opened();
  expect(await objects.get('a/b.txt')).toBeNull();
  await objects.put('a/b.txt', '一');
  await objects.put('a/b.txt', '二');
  expect((await objects.get('a/b.txt'))?.toString()).toBe('二');
  await objects.remove('a/b.txt');
  await objects.remove('a/b.txt');
  expect(await objects.get('a/b.txt')).toBeNull();
});

test('of many that put at once where nothing is, one succeeds', async () => {
  const objects = opened();
  const puts = Array.from({ length: 20 }, (_, index) => objects.putIfAbsent('x', `${index}`));
  const won = (await Promise.all(puts)).flatMap((put, index) => (put ? [index] : []));
  expect(won).toHaveLength(1);
  expect((await objects.get('x'))?.toString()).toBe(String(won[0]));
});

test('names are listed in order, without what is being written', async () => {
  const objects = opened();
  for (const name of ['b/2', 'b/1', 'a', 'b/c/3']) await objects.put(name, '');
  writeFileSync(join(objects.folder, 'b', `1.${'0'.repeat(16)}.part`), '');
  expect(await names(objects, 'b/')).toEqual(['b/1', 'b/2', 'b/c/3']);
  expect(await names(objects, 'none/')).toEqual([]);
});

test('what killed processes of this machine were writing is taken away', async () => {
  const objects = opened();
  await objects.put('a', '');
  const part = (machine: string, pid: number): string => `${machine}.${pid}.${'0'.repeat(16)}.part`;
  const here = hostname().replace(/[^a-z0-9]/gi, '-');
  // No process has this id: it is above the highest that Linux gives.
  const gone = 4_194_305;
  const all = [
    part(here, gone),
    part(here, process.pid),
    part(here, process.ppid),
    part('x', gone),
  ];
  for (const name of all) writeFileSync(join(objects.folder, 'parts', name), '');
  objects.clearParts();
  expect(readdirSync(join(objects.folder, 'parts')).sort()).toEqual(all.slice(1).sort());
});

test('nothing is left beside where it cannot be put', async () => {
  const objects = opened();
  await objects.put('d/x', '');
  await objects.putIfAbsent('d/x', 'other');
  expect(readdirSync(join(objects.folder, 'd'))).toEqual(['x']);
  expect(readdirSync(join(objects.folder, 'parts'))).toEqual([]);
  await expect(objects.put('d/x/y', '')).rejects.toThrow(/ENOTDIR|EEXIST/);
});

test.skipIf(process.getuid?.() === 0)('a folder that cannot be written to is said', () => {
  const folder = folderOf({ 'store/x': '' });
  chmodSync(join(folder, 'store'), 0o500);
  expect(() => opened(folder)).toThrow('EACCES');
});
