import { rmSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Source } from '../../schemas/source.js';
import { FolderObjects } from '../../workers/object-store.js';
import { Catalogue } from '../../workers/sources/catalogue.js';
import { folderOf } from '../workers/fixtures/folders.js';

const url = { kind: 'url', name: 'a', url: 'https://www.gov.cn/a.htm' };

test('the catalogue keeps sources by name', async () => {
  const folder = folderOf({});
  const catalogue = new Catalogue(new FolderObjects(folder));
  const source = Source.parse(url);
  const other = Source.parse({ ...url, url: 'https://www.gov.cn/b.htm' });
  expect(await catalogue.add(source)).toBe(true);
  expect(await catalogue.add(source)).toBe(true);
  expect(await catalogue.add(other)).toBe(false);
  expect(await catalogue.list()).toEqual([source]);
  await catalogue.replace(other);
  expect(await catalogue.get('a')).toEqual(other);
  await expect(catalogue.get('b')).rejects.toThrow('There is no source "b"; there are a.');
  expect(await catalogue.remove('a')).toBe(true);
  expect(await catalogue.remove('a')).toBe(false);
  rmSync(folder, { recursive: true });
});

test.each([
  [{ ...url, url: 'ftp://a.cn/' }],
  [{ ...url, name: '../a' }],
  [{ ...url, every: 1000 }],
  [{ ...url, every: 5, out: '/out' }],
  [{ ...url, every: 5000, cron: '0 6 * * *', out: '/out' }],
  [{ ...url, kind: 'listing' }],
  [{ ...url, kind: 'folder' }],
  [{ ...url, nonsense: 1 }],
])('%j is no source', (given) => {
  expect(Source.safeParse(given).success).toBe(false);
});
