import { describe, expect, it } from 'vitest';
import { Archive } from '../../pipeline/read/archive/archive.js';
import { ARCHIVE_LIMITS } from '../../pipeline/read/archive/limits.js';
import { zipNames } from '../../pipeline/read/archive/zip-names.js';
import { type ZipFile, zip } from './archive-input.js';

const words = (bytes: Uint8Array | null) => bytes && new TextDecoder().decode(bytes);

const open = (files: readonly ZipFile[], limits = {}) =>
  Archive.open(zip(files), { ...ARCHIVE_LIMITS, ...limits });

describe('a zip file', () => {
  const files = [
    { name: 'word/', data: '' },
    { name: 'word/document.xml', data: '<w/>' },
    { name: 'Doc_0/Document.xml', data: '各有关单位' },
  ];

  it('gives its files by their paths', async () => {
    const archive = await open(files);
    expect(archive.names).toEqual(['word/document.xml', 'Doc_0/Document.xml']);
    expect(words(await archive.read('Doc_0/Document.xml'))).toBe('各有关单位');
    expect(words(await archive.read('/doc_0/DOCUMENT.xml'))).toBe('各有关单位');
    expect(archive.has('word/styles.xml')).toBe(false);
    expect(await archive.read('word/styles.xml')).toBeNull();
  });

  it('is told by the names inside', () => {
    const bytes = zip([{ name: 'a'.repeat(5000), data: '' }, ...files]);
    expect(zipNames(bytes, 'word/document.xml')).toBe(true);
    expect(zipNames(bytes, 'xl/workbook.xml')).toBe(false);
    expect(zipNames(Buffer.from('word/document.xml'), 'word/document.xml')).toBe(false);
  });
});

describe('a zip file that is refused', () => {
  const one = [{ name: 'a', data: 'x'.repeat(100) }];
  const zeros = { name: 'a', data: new Uint8Array(100_000) };

  it.each<[string, string, () => Promise<Archive>]>([
    ['leads out of its folder', 'unsafe_archive', () => open([{ name: '../../etc/a', data: '' }])],
    [
      'leads out by a backslash',
      'unsafe_archive',
      () => open([{ name: 'a\\..\\..\\b', data: '' }]),
    ],
    ['names an absolute path', 'unsafe_archive', () => open([{ name: '/etc/a', data: '' }])],
    ['names a drive', 'unsafe_archive', () => open([{ name: 'C:/a', data: '' }])],
    [
      'holds many files',
      'unsafe_archive',
      () => open([...one, { name: 'b', data: '' }], { entries: 1 }),
    ],
    ['is cut short', 'damaged', () => Archive.open(zip(one).subarray(0, 80))],
    ['has a broken directory', 'damaged', () => Archive.open(zip(one).fill(0, 60, 90))],
  ])('as it %s: %s', async (_, code, opened) => {
    await expect(opened()).rejects.toMatchObject({ name: 'ReadError', code });
  });

  it.each<[string, string, ZipFile, object]>([
    ['a file too big', 'unsafe_archive', zeros, { entryBytes: 50_000 }],
    ['more bytes than all may have', 'unsafe_archive', zeros, { totalBytes: 50_000 }],
    ['a bomb', 'unsafe_archive', zeros, { ratioFrom: 50_000 }],
    ['a file that is bigger than it says', 'damaged', { ...zeros, size: 40_000 }, {}],
    ['a file that is smaller than it says', 'damaged', { ...zeros, size: 400_000 }, {}],
    ['a locked file', 'encrypted', { ...zeros, flags: 1 }, {}],
  ])('when it is read, for %s: %s', async (_, code, file, limits) => {
    const archive = await open([file], limits);
    await expect(archive.read('a')).rejects.toMatchObject({ name: 'ReadError', code });
  });

  it('counts the bytes of all files that are read', async () => {
    const archive = await open([...one, { name: 'b', data: 'x'.repeat(100) }], {
      totalBytes: 150,
      timesLarger: 0,
    });
    await archive.read('a');
    await expect(archive.read('b')).rejects.toMatchObject({ code: 'unsafe_archive' });
  });

  it('lays files over each other', async () => {
    const noise = Array.from({ length: 2000 }, (_, at) =>
      String.fromCharCode(0x4e00 + ((at * 7919) % 20_000)),
    );
    const bytes = zip([{ name: 'a', data: noise.join('') }]);
    const directory = bytes.indexOf('PK\x01\x02', 0, 'latin1');
    const end = bytes.indexOf('PK\x05\x06', 0, 'latin1');
    const entries = Array.from({ length: 50 }, () => bytes.subarray(directory, end));
    const tail = Buffer.from(bytes.subarray(end));
    tail.writeUInt16LE(50, 8);
    tail.writeUInt16LE(50, 10);
    tail.writeUInt32LE((end - directory) * 50, 12);
    const laid = Buffer.concat([bytes.subarray(0, directory), ...entries, tail]);
    await expect(Archive.open(laid)).rejects.toMatchObject({ code: 'unsafe_archive' });
  });
});
